import { type CalendarDay, daysBetween } from "@/lib/core/calendar";
import { firstWords } from "@/lib/messages/first-words";
import type { PainRise } from "./trend";

/** Why a clinician should look at a patient, most pressing first. */
export const WORKLIST_REASONS = [
  "flagged",
  "pain-rose",
  "asked",
  "silent",
  "questions-overdue",
  "not-started",
  "no-plan",
  "ready-to-progress",
] as const;
export type WorklistReason = (typeof WORKLIST_REASONS)[number];

/** Days, all our own choice of when a person would want to know. */
const SILENT_DAYS = 7;
const GRACE_DAYS = 3;
const QUESTIONS_OVERDUE_DAYS = 3;
const NOT_STARTED_DAYS = 3;

/** Rank of a patient with no reason: after all who have one. */
export const NO_REASON_RANK = 100;

/** What the rules need to know of a patient. Days are in the patient's zone. */
export type WorklistFacts = {
  today: CalendarDay;
  /** Day of the latest invitation; null when never invited. */
  invitedOn: CalendarDay | null;
  acceptedOn: CalendarDay | null;
  /** The latest published plan; `endsOn` is its last day. Null when none was ever published. */
  plan: { startsOn: CalendarDay; endsOn: CalendarDay | null } | null;
  /** Days on which exercises were due, in any order; those of the weeks since the last log are enough. */
  exerciseDays: readonly CalendarDay[];
  /** The latest day with a log that stands. */
  lastLogOn: CalendarDay | null;
  pain: PainRise;
  /** Answers that must be acted on, in the clinic's words, most urgent first; those nobody has noted as seen. */
  flagged: readonly string[];
  /** What the patient asked the clinic and nobody has answered, oldest first. */
  asked: readonly string[];
  /** Days on which questionnaires still unanswered fell due. */
  questionsDueOn: readonly CalendarDay[];
  /** What a clinician may think of changing in the plan, in words. */
  ready: readonly string[];
};

export type WorklistRow = {
  /** Most pressing first. */
  reasons: { reason: WorklistReason; words: string }[];
  /** For sorting rows, smallest first: the most pressing reason counts, then how many there are. */
  rank: number;
};

/** The reasons to look at a patient, in words, and the patient's place in the list. */
export function worklistRow(facts: WorklistFacts): WorklistRow {
  const reasons = WORKLIST_REASONS.flatMap((reason) => {
    const words = RULES[reason](facts);
    return words === null ? [] : [{ reason, words }];
  });
  const [first] = reasons;
  const rank = first ? 10 * (WORKLIST_REASONS.indexOf(first.reason) + 1) - reasons.length : NO_REASON_RANK;
  return { reasons, rank };
}

/** Each rule gives its words when it applies, else null. */
const RULES: Record<WorklistReason, (facts: WorklistFacts) => string | null> = {
  flagged: ({ flagged: [first, ...more] }) =>
    first === undefined ? null : `Answered: ${first}${more.length > 0 ? `, and ${more.length} more` : ""}`,
  "pain-rose": ({ pain }) =>
    pain.rose && pain.recent !== null && pain.before !== null
      ? `Pain ${pain.before.toFixed(1)} → ${pain.recent.toFixed(1)} in a week`
      : null,
  asked: ({ asked: [oldest, ...later] }) => {
    if (oldest === undefined) return null;
    return `${later.length === 0 ? "Asked a question" : `Asked ${later.length + 1} questions`}: “${firstWords(oldest)}”`;
  },
  silent: silence,
  "questions-overdue": ({ today, plan, acceptedOn, questionsDueOn }) => {
    if (!isRunning(plan, today) || acceptedOn === null) return null;
    const late = questionsDueOn.map((day) => daysBetween(day, today)).filter((days) => days >= QUESTIONS_OVERDUE_DAYS);
    return late.length === 0 ? null : `Questions overdue by ${inDays(Math.max(...late))}`;
  },
  "not-started": ({ today, plan, invitedOn, acceptedOn }) => {
    if (acceptedOn !== null) return null;
    if (invitedOn === null) return isRunning(plan, today) ? "Has a plan, not invited yet" : null;
    const days = daysBetween(invitedOn, today);
    return days >= NOT_STARTED_DAYS ? `Invited ${inDays(days)} ago, not signed in yet` : null;
  },
  "no-plan": ({ plan }) => (plan === null ? "No plan yet" : null),
  "ready-to-progress": ({ ready: [first, ...more] }) =>
    first === undefined ? null : `Ready for more? ${first}${more.length > 0 ? `, and ${more.length} more` : ""}`,
};

/**
 * No log for a week though exercises were due. Counted from the last log, or from the start (of the plan, or of the
 * account, the later) when there is none since. Days without exercises alone are no silence: the first one missed must lie
 * three days back, which also spares a patient who has just begun.
 */
function silence({ today, plan, acceptedOn, exerciseDays, lastLogOn }: WorklistFacts): string | null {
  if (!isRunning(plan, today) || acceptedOn === null) return null;
  const begunOn = plan.startsOn > acceptedOn ? plan.startsOn : acceptedOn;
  const hasLogged = lastLogOn !== null && lastLogOn >= begunOn;
  const since = hasLogged ? lastLogOn : begunOn;
  const days = daysBetween(since, today);
  const missed = exerciseDays.some(
    (day) => (hasLogged ? day > since : day >= since) && daysBetween(day, today) >= GRACE_DAYS,
  );
  if (!missed || days < SILENT_DAYS) return null;
  return hasLogged ? `No log for ${inDays(days)}` : `No log in the ${inDays(days)} since the start`;
}

function isRunning(plan: WorklistFacts["plan"], today: CalendarDay): plan is NonNullable<WorklistFacts["plan"]> {
  return plan !== null && plan.startsOn <= today && (plan.endsOn === null || plan.endsOn >= today);
}

const inDays = (days: number) => (days === 1 ? "1 day" : `${days} days`);
