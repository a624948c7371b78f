import { Badge } from "@/components/ui/badge";
import { Card, CardTitle } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { phaseLengthInWords } from "@/lib/plans/phase-words";
import type { ProtocolCard } from "@/lib/plans/queries/protocols";
import { countsInWords } from "./kind-words";

/** The protocols of the clinic, those it saved itself marked. */
export function ProtocolList({ protocols }: { protocols: readonly ProtocolCard[] }) {
  return (
    <ul className="grid gap-4 lg:grid-cols-2">
      {protocols.map(({ id, title, isOwn, number, summary, phases }) => (
        <Card as="li" key={id}>
          <CardTitle
            actions={isOwn ? <Badge tone="teal">Your clinic’s, version {number}</Badge> : <Badge>Shipped</Badge>}
          >
            <TextLink href={`/protocols/${id}`}>{title}</TextLink>
          </CardTitle>
          <p className="measure">{summary}</p>
          <ol className="mt-3 list-decimal ps-5">
            {phases.map((phase, at) => (
              <li key={phase.key} className="py-0.5">
                <span className="font-semibold">{phase.title}</span>
                <span className="text-ink-soft">
                  {" "}
                  ({phaseLengthInWords(phase.weeks, at === phases.length - 1)}): {countsInWords(phase.counts)}
                </span>
              </li>
            ))}
          </ol>
        </Card>
      ))}
    </ul>
  );
}
