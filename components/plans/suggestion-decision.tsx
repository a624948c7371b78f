"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useActing, useIsReady } from "@/components/access/use-acting";
import { Button } from "@/components/ui/button";
import { FormErrorSummary } from "@/components/ui/form-error";
import { TextArea } from "@/components/ui/text-area";
import { newId } from "@/lib/core/ids";
import type { SuggestionDecision as Decision } from "@/lib/plans/vocabulary";
import type { DecideAction } from "./suggestion-actions";

type Props = { patientId: string; planId: string; subject: string; words: string; decide: DecideAction };

/** Approve, change or decline a suggestion, in one step each; a declined one may be given a reason. */
export function SuggestionDecision({ patientId, planId, subject, words, decide }: Props) {
  const router = useRouter();
  const isReady = useIsReady();
  const ids = useRef(new Map<string, string>());
  const [chosen, setChosen] = useState<Decision | null>(null);
  const [isDeclining, setDeclining] = useState(false);
  const [note, setNote] = useState("");
  const { send, pending, refusal } = useActing(
    (decision: Decision) => {
      const told = decision === "declined" ? note : "";
      const sent = JSON.stringify([decision, told]);
      const id = ids.current.get(sent) ?? newId();
      ids.current.set(sent, id);
      setChosen(decision);
      return decide({ id, patientId, planId, subject, decision, note: told }).then((result) =>
        result.ok ? { ...result, value: decision } : result,
      );
    },
    (decision) => {
      if (decision === "declined") {
        router.refresh();
        return undefined;
      }
      router.push(`/patients/${patientId}/plan`);
      return "leaving";
    },
  );
  const isPending = (decision: Decision) => pending && chosen === decision;

  return (
    <div className="grid gap-2">
      <FormErrorSummary message={refusal?.message} />
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          icon="check"
          aria-label={`Approve: ${words}`}
          disabled={!isReady || (pending && chosen !== "approved")}
          pending={isPending("approved")}
          pendingLabel="Making the change"
          onClick={() => void send("approved")}
        >
          Approve
        </Button>
        <Button
          size="sm"
          variant="secondary"
          icon="edit"
          aria-label={`Change: ${words}`}
          disabled={!isReady || (pending && chosen !== "changed")}
          pending={isPending("changed")}
          pendingLabel="Opening the plan"
          onClick={() => void send("changed")}
        >
          Change
        </Button>
        <Button
          size="sm"
          variant="quiet"
          aria-label={`Decline: ${words}`}
          aria-expanded={isDeclining}
          disabled={!isReady || pending}
          onClick={() => setDeclining(!isDeclining)}
        >
          Decline
        </Button>
      </div>
      {isDeclining ? (
        <div className="grid max-w-xl gap-2">
          <TextArea
            name="note"
            label="Why not"
            optional
            rows={2}
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Button
            size="sm"
            variant="secondary"
            className="w-fit"
            pending={isPending("declined")}
            pendingLabel="Declining"
            onClick={() => void send("declined")}
          >
            Decline for good
          </Button>
        </div>
      ) : null}
    </div>
  );
}
