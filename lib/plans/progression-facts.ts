import { addDays, type CalendarDay } from "@/lib/core/calendar";
import type { PhaseCriteria } from "./criteria-schema";
import type { PlanTimeline } from "./schedule";
import type { Dose } from "./schemas";
import type { SuggestionDecision } from "./vocabulary";

/** What an exercise asks for, as far as these rules look. */
export type AskedDose = Pick<Dose, "sets" | "repetitions" | "loadKg">;
export type ProgressionLine = { key: string; title: string; dose: AskedDose; painCeiling: number };
export type ProgressionPhase = {
  key: string;
  title: string;
  /** Null while it waits for the phase before it. */
  startsOn: CalendarDay | null;
  endsOn: CalendarDay | null;
  criteria: PhaseCriteria | null;
  /** Its exercises; those done as needed are left out. */
  lines: readonly ProgressionLine[];
};

/** The version in force of a plan that runs, its phases in order. */
export type ProgressionPlan = Pick<PlanTimeline, "pauses"> & {
  planId: string;
  phases: readonly ProgressionPhase[];
};

/** A log that stands. Repetitions are of its last set; `asked` is the dose of the row it points at. Pain is NPRS 0-10. */
export type DoneLog = {
  itemKey: string;
  dueOn: CalendarDay;
  occasion: number;
  outcome: string;
  setsDone: number | null;
  repetitionsDone: number | null;
  loadKg: number | null;
  painNrs: number | null;
  asked: AskedDose;
};

/** A score as people are shown it; null when it could not be scored. */
export type KnownScore = { slug: string; part: string; value: number | null; answeredOn: CalendarDay };

export type SuggestedChange =
  | { kind: "load" | "repetitions"; itemKey: string; from: number; to: number }
  | { kind: "phase"; phaseKey: string; weeks: number; next: string; nextOn: CalendarDay };

/**
 * `subject` is the same whenever the same is suggested. `evidence` says what it rests on, a line each. `comesAgain` marks one that is
 * suggested anew next week, whatever is decided about it now.
 */
export type Suggestion = {
  subject: string;
  words: string;
  change: SuggestedChange;
  evidence: string[];
  comesAgain?: boolean;
};

/** What is kept of a decision: the suggestion as it stood, and the change that was made in its place when it was another. */
export type DecisionEvidence = { words: string; lines: string[]; change: SuggestedChange; made?: SuggestedChange };

/** What somebody said to a suggestion. `note` is "" when nothing was added. */
export type DecidedSuggestion = {
  id: string;
  planId: string;
  decision: SuggestionDecision;
  evidence: DecisionEvidence;
  note: string;
  decidedAt: Date;
  decidedBy: string;
};

/** Sessions running that the rules look at. */
export const SESSIONS_RUNNING = 2;

/** Days after which the last session says nothing of today any more. Our own choice. */
const FRESH_DAYS = 14;

/** Whether a session is recent enough to rest a suggestion on. @throws RangeError on a bad day. */
export const isFresh = (day: CalendarDay, today: CalendarDay) => addDays(day, FRESH_DAYS) >= today;
