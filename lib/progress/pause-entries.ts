import { addDays, type CalendarDay, daysBetween, formatDay } from "@/lib/core/calendar";
import { PAUSE_REASON_WORDS } from "@/lib/plans/vocabulary";
import type { CoursePause } from "./course";

/** A day on which a plan was put to rest, its rest was set anew, or it went on, with more about it, a line each. */
export type PauseEntry = {
  id: string;
  day: CalendarDay;
  kind: "pause" | "resume";
  title: string;
  words: string[];
  by: CoursePause["by"];
};

/**
 * What happened with the rests of one plan, oldest first. One that begins on the day after another one ends, or takes its place on the
 * day it began, is the same rest set anew; a rest is over on the day after its last one. @throws RangeError on a bad day.
 */
export function pauseEntries(pauses: readonly CoursePause[], today: CalendarDay): PauseEntry[] {
  return pauses.flatMap((pause, at): PauseEntry[] => {
    const [before, after] = [pauses[at - 1], pauses[at + 1]];
    const { id, from, to, by } = pause;
    const isAnew = isContinued(before, pause);
    const set: PauseEntry = {
      id,
      day: from,
      kind: "pause",
      title: isAnew ? "Pause set anew" : "Plan paused",
      words: [`${PAUSE_REASON_WORDS[pause.reason]}, ${lastInWords(pause, after)}`],
      by,
    };
    if (to === null || to >= today || isContinued(pause, after)) return [set];
    return [
      set,
      {
        id: `${id}-end`,
        day: addDays(to, 1),
        kind: "resume",
        title: "Plan went on",
        words: [restedInWords(daysRested(pauses.slice(0, at + 1)))],
        by: null,
      },
    ];
  });
}

function isContinued(before: CoursePause | undefined, pause: CoursePause | undefined): boolean {
  return before !== undefined && pause !== undefined && before.to !== null && addDays(before.to, 1) === pause.from;
}

/** Until when it was, as it is known now: one that was set anew says nothing of the day it was first to end. */
function lastInWords(pause: CoursePause, after: CoursePause | undefined): string {
  if (isContinued(pause, after)) return `from ${formatDay(pause.from, "short")}`;
  const { from, to } = pause;
  if (to === null) return `from ${formatDay(from, "short")}, with no last day yet`;
  return to < from ? "for less than a day" : `${formatDay(from, "short")} to ${formatDay(to, "short")}`;
}

/** Days of the last rest, with those it was set anew from. */
function daysRested(pauses: readonly CoursePause[]): number {
  const first = pauses.findLastIndex((pause, at) => !isContinued(pauses[at - 1], pause));
  return pauses.slice(first).reduce((sum, { from, to }) => sum + (to === null ? 0 : daysBetween(from, to) + 1), 0);
}

function restedInWords(days: number): string {
  if (days === 0) return "On the same day";
  return days === 1 ? "After 1 day of rest" : `After ${days} days of rest`;
}
