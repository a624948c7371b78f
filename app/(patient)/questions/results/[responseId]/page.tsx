import type { Metadata } from "next";
import { ResultParts } from "@/components/questionnaires/result-parts";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, requireActor } from "@/lib/access/session";
import { formatDay } from "@/lib/core/calendar";
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
        lead={
          <>
            <p>
              Sent on {formatDay(result.submittedOn)}, about {result.recall}.
            </p>
            <p>
              {result.firstOn
                ? `Next to your first answers, of ${formatDay(result.firstOn)}.`
                : "These are your first answers. Later ones will be set next to them."}
            </p>
          </>
        }
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
    </>
  );
}
