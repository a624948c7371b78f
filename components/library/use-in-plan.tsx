"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useActing, useIsReady } from "@/components/access/use-acting";
import { Dialog } from "@/components/ui/dialog";
import { FormErrorSummary } from "@/components/ui/form-error";
import { SearchField } from "@/components/ui/search-field";
import { newId } from "@/lib/core/ids";
import type { LibraryKind } from "@/lib/library/vocabulary";
import { planHref } from "@/lib/plans/addresses";
import type { PlanReceiver, ReceivingPlan } from "@/lib/plans/queries/receivers";
import type { AddItemAction } from "./library-actions";
import { ReceiverRow } from "./receiver-row";
import { useListKeys } from "./use-list-keys";

type Props = {
  item: { id: string; kind: LibraryKind; slug: string; title: string };
  receivers: readonly PlanReceiver[];
  addToPlan: AddItemAction;
};

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Whose plan it goes into. Type to find, Enter takes the first; then the plan opens with the item in it. */
export function UseInPlan({ item, receivers, addToPlan }: Props) {
  const router = useRouter();
  const isReady = useIsReady();
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  /** One id for each plan, however often it is sent. */
  const ids = useRef(new Map<string, string>());
  const box = useRef<HTMLDivElement>(null);
  useListKeys(box);
  // The dialog opens with the page, and takes the focus first.
  useEffect(() => box.current?.querySelector("input")?.focus(), []);
  const { send, pending, refusal } = useActing(addToPlan, ({ patientId, planId, key }) => {
    router.push(`${planHref(patientId, planId)}#item-${key}`);
    return "leaving";
  });
  const found = receivers.filter(({ name }) => plain(name).includes(plain(search.trim())));
  const first = found.find(({ plans }) => plans.length > 0);
  // Somebody with several plans is found, and one of the plans chosen.
  const [firstPlan, ...others] = first?.plans ?? [];
  const choose = ({ id: patientId }: PlanReceiver, { planId }: ReceivingPlan) => {
    setChosen(planId);
    const id = ids.current.get(planId) ?? newId();
    ids.current.set(planId, id);
    void send({ id, patientId, planId, kind: item.kind, slug: item.slug });
  };

  return (
    <Dialog
      open
      onClose={() => router.replace(`/library/${item.id}`, { scroll: false })}
      title={`Use “${item.title}” in a plan`}
      size="md"
    >
      <div ref={box} className="grid gap-3">
        <FormErrorSummary message={refusal?.fieldErrors.slug ?? refusal?.message} />
        <SearchField
          label="Find a patient by name"
          autoComplete="off"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            if (search.trim() === "" || pending || !first || !firstPlan) return;
            if (others.length === 0) choose(first, firstPlan);
            else box.current?.querySelector<HTMLElement>("[data-stop]:not([href])")?.focus();
          }}
        />
        <p role="status" className="min-h-6 text-ink-soft text-sm">
          {stateInWords(receivers.length, found.length, search)}
        </p>
        <ul className="grid max-h-[50dvh] gap-1.5 overflow-y-auto p-1">
          {found.map((receiver) => (
            <li key={receiver.id}>
              <ReceiverRow
                receiver={receiver}
                isReady={isReady}
                pendingPlanId={pending ? chosen : null}
                onChoose={(plan) => choose(receiver, plan)}
              />
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

function stateInWords(all: number, found: number, search: string): string {
  if (all === 0) return "Your clinic has no patients yet.";
  if (found === 0) return `Nobody with “${search.trim()}” in the name.`;
  return "It goes into the phase the patient is in. The patient sees nothing before you publish.";
}
