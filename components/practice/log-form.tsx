"use client";

import { useState } from "react";
import { useWatch } from "react-hook-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { FormErrorSummary } from "@/components/ui/form-error";
import { TextField } from "@/components/ui/text-field";
import type { Dose } from "@/lib/plans/schemas";
import { MEASURE_LABELS, MeasureFields } from "./measure-fields";
import type { useLogForm } from "./use-log-form";

type Props = { id: string; log: ReturnType<typeof useLogForm>; dose: Dose; asksTime: boolean };

/** How one exercise went. Its button lies outside of it, at the thumb. */
export function LogForm({ id, log, dose, asksTime }: Props) {
  const { form, refusal } = log;
  const [time, setTime] = useState("");
  const outcome = useWatch({ control: form.control, name: "outcome" });
  const errors = refusal?.fields ?? {};
  return (
    <form id={id} noValidate onSubmit={form.handleSubmit((values) => log.send(values, time))} className="grid gap-7">
      {log.wasKept && !refusal ? (
        <p className="text-ink-soft">This was not sent before the page closed. Look it over and save it again.</p>
      ) : null}
      <FormErrorSummary message={refusal?.message} fieldErrors={errors} labels={MEASURE_LABELS} />
      {refusal?.isConflict ? (
        <Button variant="secondary" onClick={log.refresh} className="justify-self-start">
          Show me how it is now
        </Button>
      ) : null}
      {refusal?.isSignedOut ? (
        <ButtonLink href="/sign-in" variant="secondary" className="justify-self-start">
          Sign in again
        </ButtonLink>
      ) : null}
      <MeasureFields
        register={form.register}
        errors={errors}
        outcome={outcome}
        dose={dose}
        onOutcome={log.fitAmounts}
      />
      {asksTime && outcome && outcome !== "skipped" ? (
        <TextField
          label="About what time did you do it?"
          name="time"
          type="time"
          value={time}
          onChange={(event) => setTime(event.target.value)}
          error={errors.time ?? errors.performedAt}
        />
      ) : null}
    </form>
  );
}
