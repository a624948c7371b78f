"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { z } from "zod";
import { useActionForm } from "@/components/access/use-action-form";
import { ButtonLink } from "@/components/ui/button";
import { FormErrorSummary } from "@/components/ui/form-error";
import { RadioGroupField } from "@/components/ui/radio-group-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { Result } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { bringInSchema } from "@/lib/questionnaires/schemas";
import { type ChosenFile, readChosen } from "./instrument-file";
import { InstrumentFileField } from "./instrument-file-field";
import { LeaveGuard } from "./leave-guard";

type BringInAction = (input: z.input<typeof bringInSchema>) => Promise<Result<{ slug: string; version: number }>>;

type Props = {
  slot: string;
  rules: readonly { id: string; words: string }[];
  /** What the form begins with: of the words that are in, or of the published questionnaire. */
  first: { reference: string; rule: string | null; recall: string };
  /** Most bytes of the file. */
  mostBytes: number;
  bringIn: BringInAction;
};

const LABELS = {
  bytes: "File with the words",
  reference: "Your licence",
  rule: "When answers are missing",
  recall: "Days it asks about",
} as const;

/** The words of a published questionnaire, from a file, with the licence they are used under. Sending it twice brings them in once. */
export function LicensedForm({ slot, rules, first, mostBytes, bringIn }: Props) {
  const router = useRouter();
  const [id] = useState(newId);
  const [chosen, setChosen] = useState<ChosenFile | null>(null);
  const { form, field, onSubmit, summary, pending, isReady } = useActionForm({
    schema: bringInSchema,
    act: bringIn,
    defaults: { id, slot, fileName: "", ...first },
    labels: LABELS,
    done: ({ slug, version }) => {
      router.push(`/questionnaires/${slug}?brought=${version}`);
      return "leaving";
    },
  });
  const { error: fileError } = field("bytes");

  async function choose(file: File) {
    const read = await readChosen(file, mostBytes);
    if ("problem" in read) {
      setChosen(null);
      form.resetField("bytes");
      form.setError("bytes", { type: "file", message: read.problem });
      return;
    }
    setChosen(read);
    form.setValue("fileName", read.name);
    form.setValue("bytes", read.bytes);
    form.clearErrors("bytes");
  }

  return (
    <form
      method="post"
      noValidate
      onSubmit={onSubmit}
      // What was lost on the way may have arrived: another text is another request.
      onChange={() => form.setValue("id", newId())}
      className="grid max-w-xl gap-5"
    >
      <FormErrorSummary {...summary} fieldErrors={shortened(summary.fieldErrors)} />
      <InstrumentFileField
        name="bytes"
        label={LABELS.bytes}
        hint={`CSV or FHIR JSON, of up to ${mostBytes / 1_000_000} MB.`}
        accept=".csv,.json,text/csv,application/json,application/fhir+json"
        disabled={!isReady}
        chosen={chosen}
        error={fileError}
        onChoose={(file) => void choose(file)}
      />
      <TextField
        {...field("reference")}
        label={LABELS.reference}
        hint="Such as the number of the agreement, with whom, and from when. It stands with the questionnaire; patients do not see it."
        autoComplete="off"
      />
      {rules.length > 1 ? (
        <RadioGroupField
          {...field("rule")}
          legend={LABELS.rule}
          options={rules.map(({ id: value, words }) => ({ value, label: words }))}
        />
      ) : null}
      <TextField
        {...field("recall")}
        label={LABELS.recall}
        hint="As your version of the words has it. The patient sees it at the start."
        autoComplete="off"
      />
      <LeaveGuard isUnsaved={form.formState.isDirty || chosen !== null}>
        <p>The words are not brought in yet. If you leave this page now, what you chose and typed is lost.</p>
      </LeaveGuard>
      <div className="flex flex-wrap gap-2">
        <SubmitButton icon="up" disabled={!isReady} pending={pending} pendingLabel="Bringing in…">
          Bring in the words
        </SubmitButton>
        <ButtonLink href="/questionnaires" variant="quiet">
          Cancel
        </ButtonLink>
      </div>
    </form>
  );
}

/** At the top the first thing is enough; all of them stand at the file. */
function shortened(fieldErrors: Record<string, string | undefined>): Record<string, string | undefined> {
  const [first, ...more] = fieldErrors.bytes?.split("\n") ?? [];
  if (!first || more.length === 0) return fieldErrors;
  return { ...fieldErrors, bytes: `${first} There is more: see the file.` };
}
