import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { send } from "@/app/(patient)/questions/actions";
import { ReviewPage } from "@/components/questionnaires/review-page";
import { orNotFound, requireActor } from "@/lib/access/session";
import { getCorrection } from "@/lib/questionnaires/queries/correction";

export const metadata: Metadata = { title: "Check your corrected answers" };

export default async function CheckCorrectionPage({ params }: { params: Promise<{ responseId: string }> }) {
  const actor = await requireActor("patient");
  const { responseId } = await params;
  const view = await orNotFound(getCorrection(actor, { responseId }));
  if (view.state === "submitted") redirect(`/questions/results/${view.responseId}`);
  const resultHref = `/questions/results/${responseId}`;
  if (view.draftId === null) redirect(resultHref);
  return (
    <ReviewPage
      who={actor.memberId}
      view={view}
      draftId={view.draftId}
      answerHref={`/questions/correct/${responseId}`}
      closeHref={resultHref}
      resultsHref="/questions/results"
      submit={send}
    />
  );
}
