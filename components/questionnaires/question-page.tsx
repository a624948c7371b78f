import { itemsOf } from "@/lib/questionnaires/scales";
import { QuestionsHere, type QuestionsHereProps } from "./questions-here";

export type QuestionPageProps = Omit<QuestionsHereProps, "only" | "isHere" | "resultsHref"> & {
  /** The one question the person wants to change, as the address has it. */
  wanted: string | string[] | undefined;
};

/** The questions from the first one not reached, or the one that is wanted. */
export function QuestionPage({ wanted, ...runner }: QuestionPageProps) {
  const only = itemsOf(runner.view.instrument)
    .map(({ item }) => item.id)
    .find((id) => id === wanted);
  return <QuestionsHere {...runner} only={only} resultsHref="/questions/results" />;
}
