"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardTitle } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { newId } from "@/lib/core/ids";
import type { Region } from "@/lib/identity/vocabulary";
import { planHref } from "@/lib/plans/addresses";
import { phaseLengthInWords } from "@/lib/plans/phase-words";
import type { ProtocolCard } from "@/lib/plans/queries/protocols";
import type { BeginProps } from "./begin-empty";
import { countsInWords } from "./kind-words";

const REGION_WORDS: Record<Region, string> = { knee: "Knee", hip: "Hip", "lower-back": "Lower back", ankle: "Ankle" };

export type ProtocolCardsProps = BeginProps & { protocols: readonly ProtocolCard[] };

/** The protocols a plan can begin from. Applying one makes a draft; nothing reaches the patient yet. */
export function ProtocolCards({ patientId, beside, protocols, apply }: ProtocolCardsProps) {
  const router = useRouter();
  const ids = useRef(new Map<string, string>());
  const [pending, setPending] = useState<string | null>(null);
  const [message, setMessage] = useState<string | null>(null);

  const begin = async (protocolSlug: string) => {
    const id = ids.current.get(protocolSlug) ?? newId();
    ids.current.set(protocolSlug, id);
    setPending(protocolSlug);
    setMessage(null);
    const result = await apply({ id, patientId, protocolSlug, beside }).catch(() => null);
    setPending(null);
    if (result?.ok) return beside ? router.replace(planHref(patientId, result.value.planId)) : router.refresh();
    if (result) ids.current.delete(protocolSlug);
    setMessage(
      result
        ? (Object.values(result.fieldErrors)[0] ?? result.message)
        : "We cannot reach the clinic's records just now. Please try again.",
    );
  };

  return (
    <>
      {message ? (
        <Notice tone="caution" live className="mb-4">
          {message}
        </Notice>
      ) : null}
      <ul className="grid gap-4 lg:grid-cols-2">
        {protocols.map((protocol) => (
          <Card as="li" key={protocol.id}>
            <CardTitle actions={protocol.isOwn ? <Badge tone="teal">Your clinic’s</Badge> : null}>
              {protocol.title}
            </CardTitle>
            <p className="measure">{protocol.summary}</p>
            <p className="mt-3 flex flex-wrap gap-1.5">
              {protocol.regions.map((region) => (
                <Badge key={region}>{REGION_WORDS[region]}</Badge>
              ))}
            </p>
            <ol className="mt-3 list-decimal ps-5">
              {protocol.phases.map(({ key, title, weeks, counts }, at) => (
                <li key={key} className="py-0.5">
                  <span className="font-semibold">{title}</span>
                  <span className="text-ink-soft">
                    {" "}
                    ({phaseLengthInWords(weeks, at === protocol.phases.length - 1)}): {countsInWords(counts)}
                  </span>
                </li>
              ))}
            </ol>
            <Disclosure summary="Where this comes from" className="mt-2">
              <p className="measure text-ink-soft">{protocol.basis}</p>
            </Disclosure>
            <Button
              className="mt-4"
              pending={pending === protocol.slug}
              pendingLabel="Making the draft"
              disabled={pending !== null && pending !== protocol.slug}
              onClick={() => begin(protocol.slug)}
            >
              Use this protocol
            </Button>
          </Card>
        ))}
      </ul>
    </>
  );
}
