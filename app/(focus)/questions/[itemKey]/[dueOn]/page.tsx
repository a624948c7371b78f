import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { open, save, send } from "@/app/(patient)/questions/actions";
import { QuestionPage } from "@/components/questionnaires/question-page";
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
  if (view.draftId === null)
    return (
      <StartScreen who={actor.memberId} view={view} closeHref="/questions" open={open} save={save} submit={send} />
    );
  const { item } = await searchParams;
  return (
    <QuestionPage
      who={actor.memberId}
      view={view}
      draftId={view.draftId}
      wanted={item}
      closeHref="/questions"
      reviewHref={`/questions/${view.itemKey}/${view.dueOn}/review`}
      save={save}
      submit={send}
    />
  );
}
