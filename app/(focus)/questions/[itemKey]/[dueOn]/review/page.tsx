import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { send } from "@/app/(patient)/questions/actions";
import { ReviewList } from "@/components/questionnaires/review-list";
import { SendAnswers } from "@/components/questionnaires/send-answers";
import { FocusShell } from "@/components/shell/focus-shell";
import { orNotFound, requireActor } from "@/lib/access/session";
import { getDraft } from "@/lib/questionnaires/queries/draft";
import { reviewParts } from "@/lib/questionnaires/review";

export const metadata: Metadata = { title: "Check your answers" };

export default async function ReviewPage({ params }: { params: Promise<{ itemKey: string; dueOn: string }> }) {
  const actor = await requireActor("patient");
  const view = await orNotFound(getDraft(actor, await params));
  if (view.state === "submitted") redirect(`/questions/results/${view.responseId}`);
  const answerHref = `/questions/${view.itemKey}/${view.dueOn}`;
  if (view.draftId === null) redirect(answerHref);
  return (
    <FocusShell
      title="Check your answers"
      closeHref="/questions"
      closeLabel="Leave for now. Your answers are kept."
      footer={<SendAnswers draftId={view.draftId} resultsHref="/questions/results" submit={send} />}
    >
      <ReviewList
        parts={reviewParts(view.instrument, view.answers)}
        itemHref={`${answerHref}?item=`}
        resumeHref={answerHref}
      />
    </FocusShell>
  );
}
