"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useActing, useIsReady } from "@/components/access/use-acting";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { FormErrorSummary } from "@/components/ui/form-error";
import { RadioGroupField } from "@/components/ui/radio-group-field";
import type { CalendarDay } from "@/lib/core/calendar";
import { newId } from "@/lib/core/ids";
import { PAUSE_REASON_WORDS, PAUSE_REASONS, type PauseReason } from "@/lib/plans/vocabulary";
import type { PauseAction } from "./pause-actions";

export type PauseFormProps = { patientId: string; today: CalendarDay; pause: PauseAction };

/** Lets a plan rest from today on: why, and until when if that is known. */
export function PauseForm({ patientId, today, pause }: PauseFormProps) {
  const router = useRouter();
  const isReady = useIsReady();
  const id = useRef<string | null>(null);
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
        void send({ id: id.current, patientId, reason, until: until === "" ? null : until });
      }}
    >
      <FormErrorSummary message={refusal && !refusal.fieldErrors.until ? refusal.message : undefined} />
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
