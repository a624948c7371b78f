"use client";

import { FormErrorSummary } from "@/components/ui/form-error";
import { SaveStatus } from "@/components/ui/save-status";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ReminderForm as Values } from "@/lib/jobs/reminders/schemas";
import { DayFields } from "./day-fields";
import type { ReminderActions } from "./reminder-actions";
import { TimeFields } from "./time-fields";
import { useReminderForm } from "./use-reminder-form";

const LABELS = {
  byMail: "By e-mail",
  weekdays: "On which days",
  quietFrom: "Quiet from",
  quietTo: "Quiet to",
  repeats: "If nothing is done",
  repeatMinutes: "How long after",
  "times.0": "Time 1",
  "times.1": "Time 2",
  "times.2": "Time 3",
  "times.3": "Time 4",
};

const REPEATS = [
  { value: "0", label: "Remind me once" },
  { value: "1", label: "Remind me once more" },
  { value: "2", label: "Remind me twice more" },
];
const MINUTES = [15, 30, 60, 90, 120, 180].map((minutes) => ({
  value: String(minutes),
  label: minutes % 60 === 0 ? `${minutes / 60} ${minutes === 60 ? "hour" : "hours"} later` : `${minutes} minutes later`,
}));

type Props = {
  values: Values;
  email: string;
  canMail: boolean;
  saveReminders: ReminderActions["saveReminders"];
};

/** When reminders come, on which days, and whether by e-mail. */
export function ReminderForm({ values, email, canMail, saveReminders }: Props) {
  const { form, messages, change, onSubmit, refusal, pending, isReady, isSaved } = useReminderForm(
    values,
    saveReminders,
  );
  const { register, watch } = form;
  const [times, weekdays, isQuiet, repeats] = watch(["times", "weekdays", "isQuiet", "repeats"]);
  const hasFields = Object.keys(refusal?.fieldErrors ?? {}).length > 0;
  const minutes = MINUTES.some(({ value }) => value === String(values.repeatMinutes))
    ? MINUTES
    : [...MINUTES, { value: String(values.repeatMinutes), label: `${values.repeatMinutes} minutes later` }];
  return (
    <form method="post" noValidate onSubmit={onSubmit} className="grid gap-6">
      <FormErrorSummary
        message={hasFields ? undefined : refusal?.message}
        fieldErrors={refusal?.fieldErrors}
        labels={LABELS}
      />
      {canMail ? (
        <label className="slip flex min-h-11 w-fit max-w-full items-center gap-3 px-3.5 py-2">
          <input type="checkbox" {...register("byMail")} className="tick" />
          <span className="min-w-0">
            By e-mail, to <span className="wrap-anywhere font-semibold">{email}</span>
          </span>
        </label>
      ) : (
        <p className="text-ink-soft">Your clinic's portal sends no reminders by e-mail yet.</p>
      )}
      <TimeFields times={times} messages={messages} onChange={(value) => change("times", value)} />
      <DayFields days={weekdays} error={messages.weekdays} onChange={(value) => change("weekdays", value)} />
      <fieldset className="grid min-w-0 gap-3">
        <legend className="mb-1.5 font-semibold">Quiet hours</legend>
        <label className="slip flex min-h-11 w-fit items-center gap-3 px-3.5 py-2">
          <input type="checkbox" {...register("isQuiet")} className="tick" />
          Keep some hours quiet
        </label>
        {isQuiet ? (
          <div className="flex flex-wrap gap-3">
            <TextField
              label="From"
              type="time"
              {...register("quietFrom")}
              error={messages.quietFrom}
              className="w-36"
            />
            <TextField label="To" type="time" {...register("quietTo")} error={messages.quietTo} className="w-36" />
          </div>
        ) : null}
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={LABELS.repeats}
          options={REPEATS}
          {...register("repeats", { valueAsNumber: true })}
          error={messages.repeats}
        />
        {Number(repeats) > 0 ? (
          <SelectField
            label={LABELS.repeatMinutes}
            options={minutes}
            {...register("repeatMinutes", { valueAsNumber: true })}
            error={messages.repeatMinutes}
          />
        ) : null}
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton size="lg" disabled={!isReady} pending={pending} pendingLabel="Saving…">
          Save
        </SubmitButton>
        <SaveStatus state={isSaved ? "saved" : "idle"} />
      </div>
    </form>
  );
}
