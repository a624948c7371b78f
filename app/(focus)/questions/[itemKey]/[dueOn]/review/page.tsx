import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { send } from "@/app/(patient)/questions/actions";
import { ReviewPage } from "@/components/questionnaires/review-page";
import { orNotFound, requireActor } from "@/lib/access/session";
import { getDraft } from "@/lib/questionnaires/queries/draft";

export const metadata: Metadata = { title: "Check your answers" };

export default async function CheckPage({ params }: { params: Promise<{ itemKey: string; dueOn: string }> }) {
  const actor = await requireActor("patient");
  const view = await orNotFound(getDraft(actor, await params));
  if (view.state === "submitted") redirect(`/questions/results/${view.responseId}`);
  const answerHref = `/questions/${view.itemKey}/${view.dueOn}`;
  if (view.draftId === null) redirect(answerHref);
  return (
    <ReviewPage
      who={actor.memberId}
      view={view}
      draftId={view.draftId}
      answerHref={answerHref}
      closeHref="/questions"
      resultsHref="/questions/results"
      submit={send}
    />
  );
}
