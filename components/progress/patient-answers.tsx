import { ResponseDetail } from "@/components/questionnaires/response-detail";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { ResponseDetail as Detail } from "@/lib/questionnaires/response-detail";

/** Every questionnaire a patient sent, newest first. */
export function PatientAnswers({ responses }: { responses: readonly Detail[] }) {
  if (responses.length === 0) {
    return (
      <EmptyState icon="question" title="No answers yet">
        When the patient sends a questionnaire from their plan, its scores and every answer appear here.
      </EmptyState>
    );
  }
  return (
    <section aria-labelledby="answers">
      <h2 id="answers" className="mb-4 text-lg">
        {responses.length === 1 ? "1 questionnaire sent" : `${responses.length} questionnaires sent`}
      </h2>
      <div className="grid gap-5">
        {responses.map((response) => (
          <Card key={response.responseId}>
            <ResponseDetail response={response} />
          </Card>
        ))}
      </div>
    </section>
  );
}
