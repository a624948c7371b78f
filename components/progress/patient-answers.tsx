import { FlagReview, type MarkSeen } from "@/components/questionnaires/flag-review";
import { ResponseDetail } from "@/components/questionnaires/response-detail";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDay } from "@/lib/core/calendar";
import { answersByInstrument } from "@/lib/questionnaires/answer-groups";
import type { ResponseDetail as Detail } from "@/lib/questionnaires/response-detail";
import { AnswersExport, ResponseActions } from "./answers-export";
import { AnswersFilter } from "./answers-filter";

type Props = {
  patientId: string;
  responses: readonly Detail[];
  /** The questionnaire to keep to, by id, as the address says it. */
  of: string | string[] | undefined;
  markSeen: MarkSeen;
};

/** Every questionnaire a patient sent or had entered: by questionnaire, the newest answers open, those before to be opened. */
export function PatientAnswers({ patientId, responses, of, markSeen }: Props) {
  if (responses.length === 0) {
    return (
      <EmptyState icon="question" title="No answers yet">
        When the patient sends a questionnaire, or you enter one from paper, its scores and every answer appear here.
      </EmptyState>
    );
  }
  const groups = answersByInstrument(responses);
  const chosen = groups.find(({ instrumentId }) => instrumentId === of);
  const shown = chosen ? [chosen] : groups;
  return (
    <section aria-labelledby="answers" className="grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="answers" className="text-lg">
          {responses.length === 1 ? "1 set of answers" : `${responses.length} sets of answers`}
        </h2>
        <AnswersExport patientId={patientId} />
      </div>
      {groups.length > 1 ? (
        <AnswersFilter patientId={patientId} groups={groups} chosen={chosen?.instrumentId ?? null} />
      ) : null}
      {shown.map(({ instrumentId, open, folded }) => (
        <Card key={instrumentId}>
          <div className="grid gap-8">
            {open.map((response) => (
              <OneResponse key={response.responseId} {...{ patientId, response, markSeen }} />
            ))}
          </div>
          {folded.length > 0 ? (
            <ul className="mt-4 grid border-rule border-t pt-2">
              {folded.map((response) => (
                <li key={response.responseId}>
                  <Disclosure summary={<FoldedSummary response={response} />}>
                    <OneResponse {...{ patientId, response, markSeen }} />
                  </Disclosure>
                </li>
              ))}
            </ul>
          ) : null}
        </Card>
      ))}
    </section>
  );
}

type One = { patientId: string; response: Detail; markSeen: MarkSeen };

function OneResponse({ patientId, response, markSeen }: One) {
  return (
    <ResponseDetail
      response={response}
      review={<FlagReview responseId={response.responseId} markSeen={markSeen} />}
      actions={<ResponseActions patientId={patientId} response={response} />}
    />
  );
}

function FoldedSummary({ response: { answeredOn, title, missing, count, isCorrected } }: { response: Detail }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>
        {formatDay(answeredOn)}
        <span className="sr-only">, {title}</span>
      </span>
      {missing > 0 ? (
        <Badge tone="caution">
          {missing} of {count} not answered
        </Badge>
      ) : null}
      {isCorrected ? <Badge>Replaced by a correction</Badge> : null}
    </span>
  );
}
