import { Card, CardTitle } from "@/components/ui/card";
import type { WrittenDecisions } from "@/lib/plans/queries/decisions";
import type { PlanSuggestions } from "@/lib/plans/queries/progression";
import type { DecideAction } from "./suggestion-actions";
import { SuggestionDecision } from "./suggestion-decision";
import { SuggestionsWritten } from "./suggestions-written";

type Props = {
  patientId: string;
  ready: readonly PlanSuggestions[];
  written: readonly WrittenDecisions[];
  decide: DecideAction;
};

/** What a clinician may think of changing, each with what it rests on and the ways to decide; and what was decided and waits. Nothing without. */
export function SuggestionList({ patientId, ready, written, decide }: Props) {
  return (
    <>
      <SuggestionsWritten patientId={patientId} written={written} />
      {ready.length > 0 ? (
        <Card as="section" aria-labelledby="ready">
          <CardTitle id="ready">Ready for more?</CardTitle>
          <p className="measure mb-4 text-ink-soft text-sm">
            Counted from the practice log and the answers. What you approve or change goes into the draft of the plan;
            nothing changes for the patient before you publish it.
          </p>
          <div className="grid gap-6">
            {ready.map(({ planId, name, suggestions }) => (
              <section key={planId} aria-label={name ?? undefined}>
                {name === null ? null : <p className="mb-2 font-semibold text-sm text-teal-ink">{name}</p>}
                <ul className="grid gap-5 divide-y divide-rule">
                  {suggestions.map((suggestion) => (
                    <li key={suggestion.subject} className="grid gap-3 pb-1 [&+li]:pt-5">
                      <div>
                        <h3 className="text-base">{suggestion.words}</h3>
                        <ul className="mt-1 list-disc ps-5 text-ink-soft text-sm">
                          {suggestion.evidence.map((line) => (
                            <li key={line}>{line}</li>
                          ))}
                        </ul>
                      </div>
                      <SuggestionDecision
                        patientId={patientId}
                        planId={planId}
                        suggestion={suggestion}
                        decide={decide}
                      />
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </Card>
      ) : null}
    </>
  );
}
