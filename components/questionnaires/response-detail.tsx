import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import type { ResponseDetail as Detail } from "@/lib/questionnaires/response-detail";
import { ResponseAnswers } from "./response-answers";
import { ResponseFlags } from "./response-flags";
import { ResponseHead } from "./response-head";
import { ResponseScores } from "./response-scores";

export type ResponseDetailProps = {
  response: Detail;
  /** What can be done with it. */
  actions?: ReactNode;
  /** Where a clinician says that they have seen what must be acted on. */
  review?: ReactNode;
};

/** One sent questionnaire as a clinician reads it: what must be acted on, the scores, then each answer against the one before. */
export function ResponseDetail({ response, actions, review }: ResponseDetailProps) {
  const { parts, itemDirection, licence, correctionReason } = response;
  return (
    <article className="grid gap-3">
      <ResponseHead response={response} />
      <ResponseFlags flags={response.flags} reviewed={response.reviewed}>
        {review}
      </ResponseFlags>
      {correctionReason ? <p className="measure text-sm">Why it was corrected: {correctionReason}</p> : null}
      <ResponseScores response={response} />
      <Disclosure summary="Every answer">
        <ResponseAnswers parts={parts} itemDirection={itemDirection} />
      </Disclosure>
      {licence === "" ? null : <p className="measure text-ink-soft text-xs">Licence: {licence}</p>}
      {actions}
    </article>
  );
}
