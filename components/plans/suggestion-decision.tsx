"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useActing, useIsReady } from "@/components/access/use-acting";
import { Button } from "@/components/ui/button";
import { FormErrorSummary } from "@/components/ui/form-error";
import { newId } from "@/lib/core/ids";
import type { Suggestion } from "@/lib/plans/progression-facts";
import type { SuggestionDecision as Decision } from "@/lib/plans/vocabulary";
import type { DecideAction } from "./suggestion-actions";
import { ChangeSuggestion, DeclineSuggestion } from "./suggestion-forms";

type Props = { patientId: string; planId: string; suggestion: Suggestion; decide: DecideAction };
type Said = { decision: Decision; value: number | null; note: string };

/** Approve, change or decline a suggestion, in one step each; a changed one gets its own value, a declined one may be given a reason. */
export function SuggestionDecision({ patientId, planId, suggestion, decide }: Props) {
  const { subject, words, change } = suggestion;
  const router = useRouter();
  const isReady = useIsReady();
  const ids = useRef(new Map<string, string>());
  const [chosen, setChosen] = useState<Decision | null>(null);
  const [opened, setOpened] = useState<Decision | null>(null);
  const { send, pending, refusal } = useActing(
    (said: Said) => {
      const sent = JSON.stringify(said);
      const id = ids.current.get(sent) ?? newId();
      ids.current.set(sent, id);
      setChosen(said.decision);
      return decide({ id, patientId, planId, subject, ...said });
    },
    () => {
      router.refresh();
      return undefined;
    },
  );
  const isPending = (decision: Decision) => pending && chosen === decision;
  const open = (decision: Decision) => setOpened(opened === decision ? null : decision);

  return (
    <div className="grid gap-2">
      <FormErrorSummary message={refusal && !refusal.fieldErrors.value ? refusal.message : undefined} />
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          icon="check"
          aria-label={`Approve: ${words}`}
          disabled={!isReady || (pending && chosen !== "approved")}
          pending={isPending("approved")}
          pendingLabel="Writing it into the draft"
          onClick={() => void send({ decision: "approved", value: null, note: "" })}
        >
          Approve
        </Button>
        <Button
          size="sm"
          variant="secondary"
          icon="edit"
          aria-label={`Change: ${words}`}
          aria-expanded={opened === "changed"}
          disabled={!isReady || pending}
          onClick={() => open("changed")}
        >
          Change
        </Button>
        <Button
          size="sm"
          variant="quiet"
          aria-label={`Decline: ${words}`}
          aria-expanded={opened === "declined"}
          disabled={!isReady || pending}
          onClick={() => open("declined")}
        >
          Decline
        </Button>
      </div>
      {opened === "changed" ? (
        <ChangeSuggestion
          change={change}
          error={refusal?.fieldErrors.value}
          pending={isPending("changed")}
          send={(value) => void send({ decision: "changed", value, note: "" })}
        />
      ) : null}
      {opened === "declined" ? (
        <DeclineSuggestion
          comesAgain={suggestion.comesAgain ?? false}
          pending={isPending("declined")}
          send={(note) => void send({ decision: "declined", value: null, note })}
        />
      ) : null}
    </div>
  );
}
