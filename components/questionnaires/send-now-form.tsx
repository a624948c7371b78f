import { useState } from "react";
import type { z } from "zod";
import { useActionForm } from "@/components/access/use-action-form";
import { Button } from "@/components/ui/button";
import { FormErrorSummary } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { Result } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { InstrumentListed } from "@/lib/questionnaires/queries/instruments";
import { sendNowSchema } from "@/lib/questionnaires/schemas";
import { SendNowChoices } from "./send-now-choices";

export type SendQuestionnaire = (input: z.input<typeof sendNowSchema>) => Promise<Result<{ requestId: string }>>;

type Props = {
  patientId: string;
  sendQuestionnaire: SendQuestionnaire;
  /** With the name of what was sent. */
  onSent: (slug: string) => void;
};

/** What stands in the form, kept while its dialog is closed and until it is sent. Sending it twice asks once. */
export function useSendNow({ patientId, sendQuestionnaire, onSent }: Props) {
  const empty = () => ({ id: newId(), patientId, slug: "", note: "", windowDays: null });
  const [first] = useState(empty);
  const sending = useActionForm({
    schema: sendNowSchema,
    act: sendQuestionnaire,
    defaults: first,
    labels: { slug: "Questionnaire", note: "Note to the patient", windowDays: "Open for" },
    done: () => {
      const { slug } = sending.form.getValues();
      sending.form.reset(empty());
      onSent(slug);
      return undefined;
    },
  });
  return sending;
}

type FormProps = {
  sending: ReturnType<typeof useSendNow>;
  instruments: readonly InstrumentListed[];
  onCancel: () => void;
};

/** Which questionnaire, why, and for how long. */
export function SendNowForm({ sending, instruments, onCancel }: FormProps) {
  const { form, field, onSubmit, summary, pending, isReady } = sending;
  const { error: slugError, ...slugField } = field("slug");
  const { error: daysError } = field("windowDays");
  return (
    <form method="post" noValidate onSubmit={onSubmit} className="grid gap-5">
      <FormErrorSummary {...summary} />
      <SendNowChoices
        instruments={instruments}
        field={slugField}
        error={slugError}
        chosen={form.watch("slug")}
        onChoose={(slug) => {
          form.setValue("slug", slug, { shouldDirty: true });
          form.setFocus("note");
        }}
      />
      <TextArea
        {...field("note")}
        label="Note to the patient"
        optional
        hint="It stands above the questions, with why you ask."
        rows={2}
        maxLength={1000}
      />
      <TextField
        {...form.register("windowDays", { setValueAs: daysIn })}
        label="Open for"
        optional
        hint="Today is the first day. Leave it empty, and the patient can take as long as they need."
        suffix="days"
        inputMode="numeric"
        autoComplete="off"
        error={daysError}
        className="max-w-xs"
      />
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
        <SubmitButton icon="mail" disabled={!isReady} pending={pending} pendingLabel="Sending…">
          Send it now
        </SubmitButton>
      </div>
    </form>
  );
}

/** What is typed for the days: null for nothing; what is no number stays as it is typed, and is refused by the schema. */
function daysIn(typed: unknown): unknown {
  const text = typeof typed === "string" ? typed.trim() : typed;
  if (text === "" || text === null || text === undefined) return null;
  return Number.isNaN(Number(text)) ? typed : Number(text);
}
