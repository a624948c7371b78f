import type { CalendarDay } from "@/lib/core/calendar";
import { openQuestionnaires } from "@/lib/plans/open-questionnaires";
import type { DueOccurrence } from "@/lib/plans/schedule";
import type { PlannedLine } from "./plan-lines";

/** Something due today with the line it comes from. */
export type Due = DueOccurrence & { line: PlannedLine };

/**
 * Something read or sent for an occurrence; `begun` is a questionnaire with a draft. What was sent names its questionnaire, and the day the
 * answers speak of.
 */
export type TodayMark = {
  what: "read" | "sent" | "begun";
  itemKey: string;
  dueOn: CalendarDay;
  on: CalendarDay;
  slug?: string | null;
  answeredOn?: CalendarDay | null;
};

export type TodayQuestions = {
  itemKey: string;
  title: string;
  note: string;
  minutes: number | null;
  overdueDays: number;
  begun: boolean;
  href: string;
};

/** The questionnaires to answer: one copy of each. */
export function openQuestions(due: readonly Due[], marks: readonly TodayMark[], begun: ReadonlySet<string>): Due[] {
  const answered = marks.flatMap(({ what, slug, answeredOn }) =>
    what === "sent" && slug && answeredOn ? [{ slug, answeredOn }] : [],
  );
  const asked = due.filter((one) => one.kind === "questionnaire" && !one.settled);
  const copies = asked.map((one) => ({ ...one, slug: one.line.slug, one }));
  return openQuestionnaires(copies, answered, begun).map(({ one }) => one);
}

/** A questionnaire to answer, as Today lists it; its minutes by the id of its version. */
export function questionsOf(due: Due, minutes: ReadonlyMap<string, number>, begun: boolean): TodayQuestions {
  const { line, key: itemKey, overdueDays } = due;
  return {
    itemKey,
    title: line.title,
    note: line.note,
    minutes: minutes.get(line.instrumentVersionId ?? "") ?? null,
    overdueDays,
    begun,
    href: `/questions/${itemKey}/${due.dueOn}`,
  };
}
