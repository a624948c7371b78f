"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { StepperField } from "@/components/ui/stepper-field";
import { TextArea } from "@/components/ui/text-area";
import type { SuggestedChange } from "@/lib/plans/progression-facts";

const FIELDS = {
  load: { label: "Load instead", unit: "kg", step: 0.5, least: 0.5 },
  repetitions: { label: "Repetitions instead", unit: "repetitions", step: 1, least: 1 },
  phase: { label: "Length of the phase instead", unit: "weeks in all", step: 1, least: 1 },
} as const;

type ChangeProps = {
  change: SuggestedChange;
  error: string | undefined;
  pending: boolean;
  send: (value: number) => void;
};

/** Another value in place of the suggested one. */
export function ChangeSuggestion({ change, error, pending, send }: ChangeProps) {
  const { label, unit, step, least } = FIELDS[change.kind];
  const [value, setValue] = useState(String(change.kind === "phase" ? change.weeks : change.to));
  const [isMissing, setMissing] = useState(false);
  return (
    <form
      noValidate
      method="post"
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const isNumber = value.trim() !== "" && Number.isFinite(Number(value));
        setMissing(!isNumber);
        if (isNumber) send(Number(value));
      }}
    >
      <StepperField
        name="value"
        label={label}
        unit={unit}
        step={step}
        min={least}
        inputMode="decimal"
        value={value}
        error={isMissing ? "Enter a number." : error}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <Button type="submit" size="sm" variant="secondary" pending={pending} pendingLabel="Writing it into the draft">
        Write this into the draft
      </Button>
    </form>
  );
}

type DeclineProps = {
  /** It is suggested anew next week. */
  comesAgain: boolean;
  pending: boolean;
  send: (note: string) => void;
};

/** Why not, for who wants to say. */
export function DeclineSuggestion({ comesAgain, pending, send }: DeclineProps) {
  const [note, setNote] = useState("");
  return (
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
        pending={pending}
        pendingLabel="Declining"
        onClick={() => send(note)}
      >
        {comesAgain ? "Decline for this week" : "Decline for good"}
      </Button>
    </div>
  );
}
