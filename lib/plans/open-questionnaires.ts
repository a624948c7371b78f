import type { CalendarDay } from "@/lib/core/calendar";

/** A questionnaire that was answered: which one, and the day its answers speak of. */
export type AnsweredQuestionnaire = { slug: string; answeredOn: CalendarDay };

/** A questionnaire that is due and not answered by its own line. */
type Due = { key: string; dueOn: CalendarDay; slug: string; overdueDays: number };

/** How far a questionnaire has come: the minutes all of it takes, its questions, and those neither answered nor declined. */
export type QuestionsLeft = { minutes: number; left: number; count: number };

/** Minutes left, in proportion to the questions left and never less than 1. */
export function minutesLeft({ minutes, left, count }: QuestionsLeft): number {
  return Math.max(1, Math.ceil((minutes * left) / count));
}

/** The name of a copy that was begun, for `openQuestionnaires`. */
export function copyId(key: string, dueOn: CalendarDay): string {
  return `${key}:${dueOn}`;
}

/**
 * Of what is due the copies to show: one of each questionnaire, however many lines and requests ask for it, and none that was answered on
 * or after the day it fell due, whichever copy that was. The one already begun stands before the others, else the one waiting longest.
 * `begun` holds names of `copyId`. Keeps the order.
 */
export function openQuestionnaires<D extends Due>(
  due: readonly D[],
  answered: readonly AnsweredQuestionnaire[],
  begun: ReadonlySet<string>,
): D[] {
  const waiting = due.filter(
    ({ slug, dueOn }) => !answered.some((one) => one.slug === slug && one.answeredOn >= dueOn),
  );
  const chosen = new Map<string, D>();
  for (const one of waiting) {
    const other = chosen.get(one.slug);
    if (!other || isBefore(one, other, begun)) chosen.set(one.slug, one);
  }
  return waiting.filter((one) => chosen.get(one.slug) === one);
}

function isBefore(one: Due, other: Due, begun: ReadonlySet<string>): boolean {
  const [isBegun, isOtherBegun] = [one, other].map(({ key, dueOn }) => begun.has(copyId(key, dueOn)));
  if (isBegun !== isOtherBegun) return isBegun === true;
  return one.overdueDays > other.overdueDays;
}
