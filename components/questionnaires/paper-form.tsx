"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useState } from "react";
import { useForm } from "react-hook-form";
import { useActing, useIsReady } from "@/components/access/use-acting";
import { DateField } from "@/components/ui/date-field";
import { FormErrorSummary } from "@/components/ui/form-error";
import { TextField } from "@/components/ui/text-field";
import type { CalendarDay } from "@/lib/core/calendar";
import type { Result } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { type AskedQuestion, askedQuestions } from "@/lib/questionnaires/asked-questions";
import type { Instrument } from "@/lib/questionnaires/instrument-schema";
import { scaleOf } from "@/lib/questionnaires/scales";
import { LeaveGuard } from "./leave-guard";
import { PaperFooter } from "./paper-footer";
import { focusNextRow } from "./paper-keys";
import { PaperPart } from "./paper-part";
import { type EnteredPaper, type PaperInput, type PaperValues, paperDefaults, readPaper } from "./paper-values";

type Props = {
  patientId: string;
  today: CalendarDay;
  instrument: Instrument;
  /** What is put right; null for a form that was not entered before. */
  before: EnteredPaper | null;
  enterAnswers: (input: PaperInput) => Promise<Result<{ responseId: string }>>;
};

/** A filled-in paper form, typed in row by row without the mouse. Sending it twice keeps it once. */
export function PaperForm({ patientId, today, instrument, before, enterAnswers }: Props) {
  const router = useRouter();
  const isReady = useIsReady();
  const [id] = useState(newId);
  const form = useForm<PaperValues>({ defaultValues: paperDefaults(instrument, before) });
  const { send, pending, refusal, setRefusal } = useActing(enterAnswers, ({ responseId }) => {
    router.push(`/patients/${patientId}/answers?saved=${responseId}`);
    return "leaving";
  });
  const errors = refusal?.fieldErrors ?? {};
  const questions = askedQuestions(instrument);
  const labels = labelsOf(questions);

  async function onValid(values: PaperValues) {
    const correctsId = before?.responseId ?? null;
    const { input, fieldErrors, message } = readPaper(instrument, values, { id, patientId, correctsId, today });
    if (message || Object.keys(fieldErrors).length > 0) setRefusal({ message, fieldErrors });
    else await send(input);
  }
  const onSubmit = form.handleSubmit(onValid);

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) event.currentTarget.requestSubmit();
    else focusNextRow(event.target.closest<HTMLElement>("[data-paper-row]"), event.currentTarget);
  }

  const hasFields = Object.keys(errors).length > 0;
  return (
    <form method="post" noValidate onSubmit={onSubmit} onKeyDown={onKeyDown}>
      <fieldset disabled={!isReady} className="grid min-w-0 gap-6">
        <legend className="sr-only">{instrument.title}, from paper</legend>
        <FormErrorSummary message={hasFields ? undefined : refusal?.message} fieldErrors={errors} labels={labels} />
        <div className="flex flex-wrap gap-x-6 gap-y-4">
          <DateField {...form.register("answeredOn")} label={labels.answeredOn} max={today} error={errors.answeredOn} />
          {before ? (
            <TextField
              {...form.register("reason")}
              label={labels.reason}
              hint="The answers entered before stay in the record."
              maxLength={500}
              error={errors.reason}
              className="min-w-64 flex-1"
            />
          ) : null}
        </div>
        <p className="measure text-ink-soft text-sm">
          A number key chooses an answer and goes on. Enter goes on, Backspace empties a row, Ctrl and Enter saves. What
          you leave empty counts as not answered.
        </p>
        {instrument.subscales.map((part) => (
          <PaperPart
            key={part.id}
            part={part}
            scale={scaleOf(instrument, part)}
            from={questions.find(({ subscale }) => subscale === part)?.number ?? 1}
            form={form}
            errors={errors}
          />
        ))}
        <PaperFooter
          control={form.control}
          instrument={instrument}
          isCorrection={before !== null}
          pending={pending}
          cancelHref={`/patients/${patientId}/answers`}
        />
      </fieldset>
      <LeaveGuard isUnsaved={form.formState.isDirty}>
        <p>What you entered is not saved yet. If you leave this page now, it is lost.</p>
      </LeaveGuard>
    </form>
  );
}

const SHORT = 40;

/** The fields by the words the summary of errors calls them by. */
function labelsOf(questions: readonly AskedQuestion[]) {
  const labels = questions.flatMap(({ number, items }) =>
    items.flatMap(({ id, text }) => {
      const label = `${number}. ${text.length > SHORT ? `${text.slice(0, SHORT).trimEnd()}…` : text}`;
      return [
        [`answers.${id}`, label],
        [`names.${id}`, label],
      ];
    }),
  );
  return { answeredOn: "Day on the paper", reason: "What was wrong", ...Object.fromEntries(labels) };
}
