import type { Metadata } from "next";
import { correct } from "@/app/(patient)/questions/actions";
import { CorrectAnswers } from "@/components/questionnaires/correct-answers";
import { ResultLead } from "@/components/questionnaires/result-lead";
import { ResultParts } from "@/components/questionnaires/result-parts";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, requireActor } from "@/lib/access/session";
import { getResult } from "@/lib/questionnaires/queries/result";

export const metadata: Metadata = { title: "What your answers show" };

export default async function ResultPage({ params }: { params: Promise<{ responseId: string }> }) {
  const actor = await requireActor("patient");
  const result = await orNotFound(getResult(actor, await params));
  return (
    <>
      <PageHeader
        back={{ href: "/questions", label: "Questions" }}
        eyebrow={result.title}
        title="What your answers show"
        lead={<ResultLead result={result} />}
      />
      <ResultParts result={result} />
      <div className="mt-8 flex flex-wrap gap-3">
        <ButtonLink href="/progress" size="lg" icon="progress">
          See my progress
        </ButtonLink>
        <ButtonLink href="/today" size="lg" variant="secondary">
          Back to today
        </ButtonLink>
      </div>
      {result.correctable ? (
        <CorrectAnswers
          responseId={result.responseId}
          reviewHref={`/questions/correct/${result.responseId}/review`}
          correct={correct}
        />
      ) : null}
    </>
  );
}
