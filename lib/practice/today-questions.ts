import type { CalendarDay } from "@/lib/core/calendar";
import { minutesLeft, openQuestionnaires, type QuestionsLeft } from "@/lib/plans/open-questionnaires";
import type { DueOccurrence } from "@/lib/plans/schedule";
import type { PlannedLine } from "./plan-lines";

/** Something due today with the line it comes from. */
export type Due = DueOccurrence & { line: PlannedLine };

/**
 * Something read or sent for an occurrence; `begun` is a questionnaire with a draft, and says what is left of it. What was sent names its
 * questionnaire, and the day the answers speak of.
 */
export type TodayMark = {
  what: "read" | "sent" | "begun";
  itemKey: string;
  dueOn: CalendarDay;
  on: CalendarDay;
  slug?: string | null;
  answeredOn?: CalendarDay | null;
  left?: QuestionsLeft | null;
};

export type TodayQuestions = {
  itemKey: string;
  title: string;
  note: string;
  /** Of what is left of it. */
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
export function questionsOf(
  due: Due,
  minutes: ReadonlyMap<string, number>,
  marks: readonly TodayMark[],
): TodayQuestions {
  const { line, key: itemKey, overdueDays } = due;
  const begun = marks.find((mark) => mark.what === "begun" && mark.itemKey === itemKey && mark.dueOn === due.dueOn);
  return {
    itemKey,
    title: line.title,
    note: line.note,
    minutes: begun?.left ? minutesLeft(begun.left) : (minutes.get(line.instrumentVersionId ?? "") ?? null),
    overdueDays,
    begun: begun !== undefined,
    href: `/questions/${itemKey}/${due.dueOn}`,
  };
}
