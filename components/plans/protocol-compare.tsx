import { Card, CardTitle } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { planHref } from "@/lib/plans/addresses";
import type { ComparedPlan, ProtocolCard } from "@/lib/plans/queries/protocols";

type Props = { protocols: readonly ProtocolCard[]; compared: ComparedPlan };

/** A plan held against a protocol: which one, and what the plan has otherwise. */
export function ProtocolCompare({ protocols, compared }: Props) {
  const { patient, planId, protocol, planTitle, text, changes } = compared;
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
      <nav aria-label="Protocols to compare with">
        <ul className="grid gap-1">
          {protocols.map(({ id, slug, title, isOwn }) => (
            <li key={id}>
              <TextLink
                href={`${planHref(patient.id, planId, "compare")}&with=${encodeURIComponent(slug)}`}
                aria-current={protocol.slug === slug ? "page" : undefined}
                className="tap inline-flex items-center aria-[current]:font-semibold"
              >
                {title}
                {isOwn ? " (your clinic’s)" : null}
              </TextLink>
            </li>
          ))}
        </ul>
      </nav>
      <Card as="section" aria-labelledby="differs">
        <CardTitle id="differs">
          {planTitle} beside {protocol.title}, version {protocol.number}
        </CardTitle>
        <p className="mb-3 text-ink-soft text-sm">
          {text === "draft" ? "The plan being written." : "The plan in force."} What it has otherwise than the protocol:
        </p>
        {changes.length > 0 ? (
          <ul className="list-disc ps-5">
            {changes.map(({ key, words }) => (
              <li key={key} className="py-0.5">
                {words}
              </li>
            ))}
          </ul>
        ) : (
          <p>Nothing differs.</p>
        )}
      </Card>
    </div>
  );
}
