import { addDays, type CalendarDay, daysBetween, formatDay } from "@/lib/core/calendar";
import { scoreCriterionInWords } from "./criteria";
import type { PhaseCriteria } from "./criteria-schema";
import {
  type DoneLog,
  isFresh,
  type KnownScore,
  type ProgressionPhase,
  SESSIONS_RUNNING,
  type Suggestion,
} from "./progression-facts";

/** The most weeks a phase can last. */
const MOST_WEEKS = 104;

/**
 * The next phase, or the next one sooner, when all that a phase asks for is met on a day; null when it is not, when the next one begins
 * within the week anyway, or when pain was above an exercise's ceiling in the last two days of practice. Logs in order. Phases keep
 * whole weeks. While a phase waits for this, it is suggested anew each week, whatever was decided in the one before.
 */
export function phaseMet(
  phase: ProgressionPhase,
  next: ProgressionPhase,
  all: readonly DoneLog[],
  scores: readonly KnownScore[],
  today: CalendarDay,
): Suggestion | null {
  const { criteria, startsOn, endsOn } = phase;
  if (!criteria || startsOn === null) return null;
  const weeks = Math.min(MOST_WEEKS, Math.max(1, Math.ceil(daysBetween(startsOn, today) / 7)));
  const nextOn = addDays(startsOn, 7 * weeks);
  if (endsOn !== null && nextOn > endsOn) return null;
  const keys = new Set(phase.lines.map(({ key }) => key));
  const logs = all.filter(({ itemKey, dueOn }) => keys.has(itemKey) && dueOn >= startsOn);
  const latest = logs.at(-1);
  if (!latest || !isFresh(latest.dueOn, today) || isPainful(phase, logs)) return null;
  const checks = [
    criteria.painAtMost && painMet(criteria.painAtMost, logs),
    criteria.repetitionsReached && repetitionsMet(phase, logs),
    criteria.score && scoreMet(criteria.score, scores, startsOn),
  ];
  const evidence: string[] = [];
  for (const check of checks) {
    if (check === null || check === false) continue;
    if (check.line === null) return null;
    evidence.push(check.line);
  }
  const begin = `${next.title}: begin on ${formatDay(nextOn, "short")}`;
  const words =
    next.startsOn === null
      ? `${begin}; it waited for this`
      : `${begin}, in place of ${formatDay(next.startsOn, "short")}`;
  const change = { kind: "phase" as const, phaseKey: phase.key, weeks, next: next.title, nextOn };
  const subject = endsOn === null ? `phase:${phase.key}:${weeks}` : `phase:${phase.key}`;
  return { subject, words, evidence, change, ...(endsOn === null ? { comesAgain: true } : {}) };
}

/** What was found; no line when it is not met. */
type Check = { line: string | null };

const daysOf = (logs: readonly DoneLog[]): CalendarDay[] => [...new Set(logs.map(({ dueOn }) => dueOn))];

function isPainful(phase: ProgressionPhase, logs: readonly DoneLog[]): boolean {
  const ceilings = new Map(phase.lines.map(({ key, painCeiling }) => [key, painCeiling]));
  const last = new Set(daysOf(logs).slice(-SESSIONS_RUNNING));
  return logs.some(
    ({ dueOn, itemKey, painNrs }) => last.has(dueOn) && painNrs !== null && painNrs > (ceilings.get(itemKey) ?? 10),
  );
}

/** A session counts by its worst answer; one without any answer is not known to be met. */
function painMet({ value, sessions }: NonNullable<PhaseCriteria["painAtMost"]>, logs: readonly DoneLog[]): Check {
  const days = daysOf(logs).slice(-sessions);
  if (days.length < sessions) return { line: null };
  const worst = days.map((day) => {
    const told = logs.flatMap(({ dueOn, painNrs }) => (dueOn === day && painNrs !== null ? [painNrs] : []));
    return told.length === 0 ? null : Math.max(...told);
  });
  if (worst.some((pain) => pain === null || pain > value)) return { line: null };
  const [first, last] = [days[0] ?? "", days.at(-1) ?? ""];
  const when =
    first === last ? formatDay(last, "short") : `${formatDay(first, "short")} to ${formatDay(last, "short")}`;
  const count = sessions === 1 ? "last session" : `last ${sessions} sessions`;
  return { line: `Worst pain ${Math.max(...worst.map((pain) => pain ?? 0))} in the ${count} (${when})` };
}

function repetitionsMet(phase: ProgressionPhase, logs: readonly DoneLog[]): Check {
  const lasts = phase.lines.map(({ key }) => logs.findLast(({ itemKey }) => itemKey === key));
  const isMet =
    lasts.length > 0 &&
    lasts.every(
      (log) =>
        log?.outcome === "done" &&
        (log.setsDone ?? log.asked.sets) >= log.asked.sets &&
        (log.repetitionsDone ?? log.asked.repetitions ?? 0) >= (log.asked.repetitions ?? 0),
    );
  const of = phase.lines.length === 1 ? "The exercise" : `All ${phase.lines.length} exercises`;
  return { line: isMet ? `${of} done in full the last time` : null };
}

function scoreMet(
  asked: NonNullable<PhaseCriteria["score"]>,
  scores: readonly KnownScore[],
  startsOn: CalendarDay,
): Check {
  const latest = scores
    .filter(({ slug, part, answeredOn }) => slug === asked.slug && part === asked.part && answeredOn >= startsOn)
    .sort((a, b) => daysBetween(b.answeredOn, a.answeredOn))
    .at(-1);
  if (!latest || latest.value === null) return { line: null };
  const isMet = asked.is === "at-most" ? latest.value <= asked.value : latest.value >= asked.value;
  const score = `${scoreCriterionInWords(asked)}; was ${Math.round(latest.value * 10) / 10}`;
  return { line: isMet ? `${score} on ${formatDay(latest.answeredOn, "short")}` : null };
}
