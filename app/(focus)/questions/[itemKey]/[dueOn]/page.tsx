import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { open, save } from "@/app/(patient)/questions/actions";
import { QuestionRunner } from "@/components/questionnaires/question-runner";
import { StartScreen } from "@/components/questionnaires/start-screen";
import { orNotFound, requireActor } from "@/lib/access/session";
import { getDraft } from "@/lib/questionnaires/queries/draft";

export const metadata: Metadata = { title: "Your questions" };

type Props = {
  params: Promise<{ itemKey: string; dueOn: string }>;
  searchParams: Promise<{ item?: string | string[] }>;
};

export default async function AnswerPage({ params, searchParams }: Props) {
  const actor = await requireActor("patient");
  const view = await orNotFound(getDraft(actor, await params));
  if (view.state === "submitted") redirect(`/questions/results/${view.responseId}`);
  const { draftId, itemKey, dueOn, instrument } = view;
  if (draftId === null) return <StartScreen view={view} closeHref="/questions" open={open} />;
  const items = instrument.subscales.flatMap((part) => part.items.map(({ id }) => id));
  const { item } = await searchParams;
  const wanted = items.find((id) => id === item);
  return (
    <QuestionRunner
      view={view}
      draftId={draftId}
      startItemId={wanted ?? view.nextItemId ?? items.at(-1) ?? ""}
      isEditing={wanted !== undefined}
      closeHref="/questions"
      reviewHref={`/questions/${itemKey}/${dueOn}/review`}
      save={save}
    />
  );
}
