import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { planHref } from "@/lib/plans/addresses";
import type { WrittenDecisions } from "@/lib/plans/queries/decisions";

/** What was approved or changed and stands in a draft alone, with the way to publish it. */
export function SuggestionsWritten(props: { patientId: string; written: readonly WrittenDecisions[] }) {
  return props.written.map(({ planId, name, words }) => (
    <Notice
      key={planId}
      tone="success"
      live
      title={name === null ? "Written into the draft of the plan" : `Written into the draft of ${name}`}
      actions={
        <ButtonLink href={planHref(props.patientId, planId)} size="sm" icon="edit">
          Open the draft and publish
          {name === null ? null : <span className="sr-only">: {name}</span>}
        </ButtonLink>
      }
    >
      <ul className="list-disc ps-5">
        {words.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="mt-1">Your patient follows it once you publish the draft, not before.</p>
    </Notice>
  ));
}
