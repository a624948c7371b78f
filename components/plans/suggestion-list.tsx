import { Card, CardTitle } from "@/components/ui/card";
import type { PlanSuggestions } from "@/lib/plans/queries/progression";
import type { DecideAction } from "./suggestion-actions";
import { SuggestionDecision } from "./suggestion-decision";

type Props = { patientId: string; ready: PlanSuggestions | null; decide: DecideAction };

/** What a clinician may think of changing, each with what it rests on and the ways to decide. Nothing without. */
export function SuggestionList({ patientId, ready, decide }: Props) {
  if (!ready) return null;
  return (
    <Card as="section" aria-labelledby="ready">
      <CardTitle id="ready">Ready for more?</CardTitle>
      <p className="measure mb-4 text-ink-soft text-sm">
        Counted from the practice log and the answers. Nothing changes for the patient before you publish it.
      </p>
      <ul className="grid gap-5 divide-y divide-rule">
        {ready.suggestions.map(({ subject, words, evidence }) => (
          <li key={subject} className="grid gap-3 pb-1 [&+li]:pt-5">
            <div>
              <h3 className="text-base">{words}</h3>
              <ul className="mt-1 list-disc ps-5 text-ink-soft text-sm">
                {evidence.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </div>
            <SuggestionDecision
              patientId={patientId}
              planId={ready.planId}
              subject={subject}
              words={words}
              decide={decide}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
