import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { save, send } from "@/app/(patient)/questions/actions";
import { QuestionPage } from "@/components/questionnaires/question-page";
import { orNotFound, requireActor } from "@/lib/access/session";
import { getCorrection } from "@/lib/questionnaires/queries/correction";

export const metadata: Metadata = { title: "Correct your answers" };

type Props = {
  params: Promise<{ responseId: string }>;
  searchParams: Promise<{ item?: string | string[] }>;
};

export default async function CorrectPage({ params, searchParams }: Props) {
  const actor = await requireActor("patient");
  const { responseId } = await params;
  const view = await orNotFound(getCorrection(actor, { responseId }));
  if (view.state === "submitted") redirect(`/questions/results/${view.responseId}`);
  const resultHref = `/questions/results/${responseId}`;
  if (view.draftId === null) redirect(resultHref);
  const { item } = await searchParams;
  return (
    <QuestionPage
      who={actor.memberId}
      view={view}
      draftId={view.draftId}
      wanted={item}
      closeHref={resultHref}
      reviewHref={`/questions/correct/${responseId}/review`}
      save={save}
      submit={send}
    />
  );
}
