import type { OpenQuestions } from "@/lib/questionnaires/queries/draft";
import { itemsOf } from "@/lib/questionnaires/scales";
import { QuestionRunner, type QuestionRunnerProps } from "./question-runner";

export type QuestionPageProps = Pick<QuestionRunnerProps, "draftId" | "closeHref" | "reviewHref" | "save"> & {
  view: OpenQuestions;
  /** The one question the person wants to change, as the address has it. */
  wanted: string | string[] | undefined;
};

/** The questions from the first one not reached, or the one that is wanted. */
export function QuestionPage({ view, wanted, ...runner }: QuestionPageProps) {
  const ids = itemsOf(view.instrument).map(({ item }) => item.id);
  const only = ids.find((id) => id === wanted);
  return (
    <QuestionRunner
      {...runner}
      view={view}
      startItemId={only ?? view.nextItemId ?? ids.at(-1) ?? ""}
      isEditing={only !== undefined}
    />
  );
}
