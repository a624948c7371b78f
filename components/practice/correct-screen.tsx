"use client";

import { useRouter } from "next/navigation";
import { useId, useRef, useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import type { z } from "zod";
import { kept } from "@/components/offline/kept";
import { FocusShell } from "@/components/shell/focus-shell";
import { Button } from "@/components/ui/button";
import { FormErrorSummary } from "@/components/ui/form-error";
import { TextField } from "@/components/ui/text-field";
import type { Result } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { LogRow } from "@/lib/practice/queries/logs";
import { correctSchema } from "@/lib/practice/schemas";
import { MEASURE_LABELS, MeasureFields } from "./measure-fields";
import { fieldNames, type MeasureValues, measuresOf, valuesOf } from "./measure-values";
import type { Refusal } from "./use-log-form";

type CorrectAction = (input: z.input<typeof correctSchema>) => Promise<Result<unknown>>;
type Props = { who: string; log: LogRow; closeHref: string; dayWords: string; correct: CorrectAction };

/** Puts a log right. The form begins with what was told, and asks why it changes. */
export function CorrectScreen({ who, log, closeHref, dayWords, correct }: Props) {
  const router = useRouter();
  const formId = useId();
  const id = useRef<string | null>(null);
  const form = useForm<MeasureValues>({ defaultValues: valuesOf(log) });
  const outcome = useWatch({ control: form.control, name: "outcome" });
  const [reason, setReason] = useState("");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isSending, setIsSending] = useState(false);
  const errors = refusal?.fields ?? {};

  async function send(values: MeasureValues) {
    id.current ??= newId();
    const parsed = correctSchema.safeParse({ id: id.current, logId: log.id, reason, ...measuresOf(values) });
    if (!parsed.success) {
      const issues = parsed.error.issues.map((issue) => [issue.path.join("."), issue.message]);
      setRefusal({ fields: Object.fromEntries(issues) });
      return;
    }
    setRefusal(null);
    setIsSending(true);
    const keep = kept({ who, kind: "practice.correct", words: `Correction: ${log.title}` }, correct);
    const answer = await keep(parsed.data);
    if (answer.ok) {
      router.push(closeHref);
      return;
    }
    setIsSending(false);
    setRefusal({
      message: answer.message,
      fields: fieldNames(answer.fieldErrors),
      isConflict: answer.code === "conflict",
    });
  }

  return (
    <FocusShell
      title={`Correct: ${log.title}`}
      closeHref={closeHref}
      closeLabel="Close without changing"
      footer={
        <Button
          type="submit"
          form={formId}
          size="lg"
          block
          pending={isSending}
          pendingLabel="Saving"
          className="tap-lg"
        >
          Save the correction
        </Button>
      }
    >
      <p className="mb-6 text-ink-soft">
        {dayWords}. What you told us first is kept as well, and your physiotherapist can see both.
      </p>
      <form id={formId} noValidate onSubmit={form.handleSubmit(send)} className="grid gap-7">
        <FormErrorSummary
          message={refusal?.message}
          fieldErrors={errors}
          labels={{ ...MEASURE_LABELS, reason: "What was wrong" }}
        />
        {refusal?.isConflict ? (
          <Button variant="secondary" onClick={() => router.refresh()} className="justify-self-start">
            Show me how it is now
          </Button>
        ) : null}
        <MeasureFields register={form.register} errors={errors} outcome={outcome} dose={log.dose} />
        <TextField
          label="What was wrong?"
          hint="A few words, such as “I pressed the wrong number”."
          name="reason"
          value={reason}
          maxLength={300}
          onChange={(event) => setReason(event.target.value)}
          error={errors.reason}
        />
      </form>
    </FocusShell>
  );
}
