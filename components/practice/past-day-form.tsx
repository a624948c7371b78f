"use client";

import { useRouter } from "next/navigation";
import { useId, useRef, useState } from "react";
import { kept } from "@/components/offline/kept";
import { FocusShell } from "@/components/shell/focus-shell";
import { Button } from "@/components/ui/button";
import { FormErrorSummary } from "@/components/ui/form-error";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { formatDay } from "@/lib/core/calendar";
import { newId } from "@/lib/core/ids";
import { lineName } from "@/lib/practice/line-name";
import { instantAt } from "@/lib/practice/performed-at";
import type { PastDay } from "@/lib/practice/queries/past-day";
import { labelOf } from "@/lib/practice/telling-apart";
import { type PastAnswer, pastEntries } from "./past-day-entries";
import { outcomeName, PastExerciseFields } from "./past-exercise-fields";
import type { RecordAction } from "./use-log-form";

type Props = { who: string; view: PastDay; timeZone: string; record: RecordAction };

/** A day that has been, with what was due on it: what was done, about when, and how much it hurt. */
export function PastDayForm({ who, view, timeZone, record }: Props) {
  const { day, today, days, exercises } = view;
  const router = useRouter();
  const formId = useId();
  const [answers, setAnswers] = useState<Record<string, PastAnswer>>({});
  const [time, setTime] = useState("");
  const [message, setMessage] = useState<string | null>(null);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isSending, setIsSending] = useState(false);
  const ids = useRef(new Map<string, string>());
  const idOf = (name: string) => {
    const id = ids.current.get(name) ?? newId();
    ids.current.set(name, id);
    return id;
  };
  const told = exercises.filter((exercise) => answers[lineName(exercise)]?.outcome);

  async function send() {
    const missing: Record<string, string> = {};
    if (told.length === 0) missing[outcomeName(0)] = "Say what you did: at least one exercise.";
    if (time === "") missing.time = "Give the time, roughly.";
    setErrors(missing);
    setMessage(null);
    if (Object.keys(missing).length > 0) return;
    const performedAt = instantAt(day, time, timeZone).toISOString();
    setIsSending(true);
    const entries = pastEntries(told, answers, { performedAt, idOf });
    const words = `${formatDay(day)}: ${told.map(labelOf).join(", ")}`;
    const answer = await kept(
      { who, kind: "practice.record", words },
      record,
    )({ id: idOf(told.map(lineName).join()), entries });
    if (answer.ok) {
      router.push("/history");
      return;
    }
    setIsSending(false);
    setMessage(Object.values(answer.fieldErrors)[0] ?? answer.message);
  }

  const words = (one: string) => (one === today ? `Today, ${formatDay(one)}` : formatDay(one));
  return (
    <FocusShell
      title="Add something you did"
      closeHref="/history"
      closeLabel="Close without adding"
      footer={
        exercises.length > 0 ? (
          <Button
            type="submit"
            form={formId}
            size="lg"
            block
            pending={isSending}
            pendingLabel="Saving"
            className="tap-lg"
          >
            Save
          </Button>
        ) : undefined
      }
    >
      <SelectField
        label="Which day?"
        name="day"
        value={day}
        options={days.map((one) => ({ value: one, label: words(one) }))}
        onChange={(event) => router.push(`/history/add?day=${event.target.value}`)}
        className="mb-7"
      />
      {exercises.length === 0 ? (
        <p className="text-ink-soft">Nothing of this day is left to add. What you told us is under Your days.</p>
      ) : null}
      <form
        id={formId}
        noValidate
        className="grid gap-7"
        hidden={exercises.length === 0}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isSending) void send();
        }}
      >
        <FormErrorSummary
          message={message ?? undefined}
          fieldErrors={errors}
          labels={{ time: "Time", [outcomeName(0)]: "What you did" }}
        />
        {exercises.map((exercise, index) => {
          const name = lineName(exercise);
          return (
            <PastExerciseFields
              key={name}
              exercise={exercise}
              index={index}
              answer={answers[name]}
              error={errors[outcomeName(index)]}
              put={(answer) => setAnswers((all) => ({ ...all, [name]: answer }))}
            />
          );
        })}
        <TextField
          label="About what time did you do it?"
          name="time"
          type="time"
          value={time}
          onChange={(event) => setTime(event.target.value)}
          error={errors.time}
        />
      </form>
    </FocusShell>
  );
}
