import { type CalendarDay, dayNumber, dayOfNumber } from "@/lib/core/calendar";

/** First and last day (inclusive) of a phase: no last day when none is known, and no first day while it waits for the one before it. */
export type PhaseDates = { startsOn: CalendarDay | null; endsOn: CalendarDay | null };

/** A phase as far as its place in time goes. `weeks` is a length in weeks, null for none that is known. */
export type PhaseLength = { weeks: number | null; criteria?: unknown };

/** Whether a phase lasts until somebody moves on from it because its criteria are met, however long that takes. */
const waitsForCriteria = ({ weeks, criteria }: PhaseLength) => weeks === null && Boolean(criteria);

/**
 * Phases laid end to end from the plan's first day. Those behind one that lasts until its criteria are met have no days yet: they get
 * them when a version gives that phase a length.
 * @throws RangeError when a phase follows one that never ends, or the length is not a whole number of at least 1.
 */
export function phaseDates(startsOn: CalendarDay, phases: readonly PhaseLength[]): PhaseDates[] {
  let next: number | null = dayNumber(startsOn);
  return phases.map(({ weeks }, at) => {
    if (weeks !== null && (!Number.isInteger(weeks) || weeks < 1)) throw new RangeError("Not a length in weeks.");
    const before = phases[at - 1];
    if (before?.weeks === null && !waitsForCriteria(before))
      throw new RangeError("A phase cannot follow one without an end.");
    if (next === null) return { startsOn: null, endsOn: null };
    const start: number = next;
    next = weeks === null ? null : start + 7 * weeks;
    return { startsOn: dayOfNumber(start), endsOn: next === null ? null : dayOfNumber(next - 1) };
  });
}
