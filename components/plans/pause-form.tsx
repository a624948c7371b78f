"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useActing, useIsReady } from "@/components/access/use-acting";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { FormErrorSummary } from "@/components/ui/form-error";
import { RadioGroupField } from "@/components/ui/radio-group-field";
import { SelectField } from "@/components/ui/select-field";
import type { CalendarDay } from "@/lib/core/calendar";
import { newId } from "@/lib/core/ids";
import type { RestingPlan } from "@/lib/plans/queries/pausing";
import { PAUSE_REASON_WORDS, PAUSE_REASONS, type PauseReason } from "@/lib/plans/vocabulary";
import type { PauseAction } from "./pause-actions";

export type PauseFormProps = {
  patientId: string;
  today: CalendarDay;
  /** The plans that run; with several, one of them is chosen, or all. */
  plans: readonly RestingPlan[];
  pause: PauseAction;
};

const ALL = "all";

/** Lets a plan rest from today on: why, and until when if that is known. */
export function PauseForm({ patientId, today, plans, pause }: PauseFormProps) {
  const router = useRouter();
  const isReady = useIsReady();
  const id = useRef<string | null>(null);
  const [which, setWhich] = useState(ALL);
  const [reason, setReason] = useState<PauseReason | null>(null);
  const [until, setUntil] = useState("");
  const { send, pending, refusal } = useActing(pause, () => {
    id.current = null;
    router.refresh();
    return undefined;
  });
  const [missing, setMissing] = useState(false);
  const change = (set: () => void) => {
    // Something else than what was sent before: it goes under another id.
    id.current = null;
    set();
  };

  return (
    <form
      noValidate
      method="post"
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(reason === null);
        if (reason === null) return;
        id.current ??= newId();
        const [only, ...others] = plans;
        const planId = others.length === 0 ? (only?.planId ?? null) : which === ALL ? null : which;
        void send({ id: id.current, patientId, planId, reason, until: until === "" ? null : until });
      }}
    >
      <FormErrorSummary message={refusal && !refusal.fieldErrors.until ? refusal.message : undefined} />
      {plans.length > 1 ? (
        <SelectField
          name="planId"
          label="Which plan"
          value={which}
          options={[
            { value: ALL, label: "All of them" },
            ...plans.map(({ planId, name }) => ({ value: planId, label: name })),
          ]}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            change(() => setWhich(chosen));
          }}
        />
      ) : null}
      <RadioGroupField
        name="reason"
        legend="Why"
        layout="row"
        options={PAUSE_REASONS.map((value) => ({ value, label: PAUSE_REASON_WORDS[value] }))}
        error={missing && reason === null ? "Choose one." : refusal?.fieldErrors.reason}
        onChange={(event) => {
          const chosen = PAUSE_REASONS.find((one) => one === event.currentTarget.value);
          change(() => setReason(chosen ?? null));
        }}
      />
      <DateField
        name="until"
        label="Last day of the pause"
        optional
        hint="Leave it empty when you do not know yet."
        min={today}
        value={until}
        error={refusal?.fieldErrors.until}
        onChange={(event) => {
          const day = event.currentTarget.value;
          change(() => setUntil(day));
        }}
      />
      <Button
        type="submit"
        variant="secondary"
        icon="pause"
        className="w-fit"
        disabled={!isReady}
        pending={pending}
        pendingLabel="Pausing"
      >
        Pause from today
      </Button>
    </form>
  );
}
