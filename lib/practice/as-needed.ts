import type { CalendarDay } from "@/lib/core/calendar";
import type { Figure } from "@/lib/movement/figure-schema";
import { doseInWords } from "@/lib/plans/dosage";
import { asNeededOn } from "@/lib/plans/schedule";
import { type ExercisePicture, pictureOf } from "./exercise-picture";
import type { Planned } from "./plan-lines";

/** What can be done whenever it is needed, with where to write it down. */
export type TodayAsNeeded = {
  itemId: string;
  title: string;
  /** The name of its plan, when another plan has the same. */
  plan?: string;
  dose: string;
  note: string;
  href: string;
  picture: ExercisePicture | null;
};

/** Where one occurrence of an exercise is looked at and written down by hand. */
export function exerciseHref(itemId: string, day: CalendarDay, occasion: number): string {
  return `/session/${itemId}?day=${day}&occasion=${occasion}`;
}

/** A line without a due day is written down so often a day; what is told beyond that is told of the last. */
const MOST_OCCASIONS = 12;

/** The next occasion of a day that nobody has told of, of those that were told. */
export function nextOccasion(told: readonly number[]): number {
  return Math.min(Math.max(0, ...told) + 1, MOST_OCCASIONS);
}

/** Lines of a plan without a due day, each to be written down as the next occasion of the day. @throws RangeError on a bad day. */
export function asNeededToday(
  plan: Planned,
  day: CalendarDay,
  logs: readonly { itemKey: string; dueOn: CalendarDay; occasion: number }[],
  figures: ReadonlyMap<string, Figure>,
): TodayAsNeeded[] {
  return asNeededOn(plan, day).map((line) => {
    const told = logs.filter(({ itemKey, dueOn }) => itemKey === line.key && dueOn === day);
    const occasion = nextOccasion(told.map((log) => log.occasion));
    return {
      itemId: line.id,
      title: line.title,
      note: line.note,
      dose: line.dose ? doseInWords(line.dose) : "",
      href: exerciseHref(line.id, day, occasion),
      picture: pictureOf(line, figures),
    };
  });
}
