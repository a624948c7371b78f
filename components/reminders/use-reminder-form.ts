"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { type Path, useForm } from "react-hook-form";
import type { z } from "zod";
import { useActing, useIsReady } from "@/components/access/use-acting";
import type { Result } from "@/lib/core/errors";
import { type ReminderForm, reminderFormSchema } from "@/lib/jobs/reminders/schemas";
import { fieldMessages } from "./field-messages";

/** The form of somebody's reminders. What was chosen stays, whatever is answered. */
export function useReminderForm(values: ReminderForm, save: (value: ReminderForm) => Promise<Result<unknown>>) {
  const form = useForm<ReminderForm, unknown, z.output<typeof reminderFormSchema>>({
    resolver: zodResolver(reminderFormSchema),
    // What is changed elsewhere on the page, such as switching all off, shows here too.
    values,
    resetOptions: { keepDirtyValues: true },
    shouldFocusError: false,
  });
  const [isSaved, setIsSaved] = useState(false);
  const { send, pending, refusal, setRefusal } = useActing(save, () => {
    form.reset(form.getValues());
    setIsSaved(true);
  });
  const isReady = useIsReady();
  const { errors, isDirty } = form.formState;

  async function onValid() {
    const refused = await send(form.getValues());
    for (const [name, message] of Object.entries(refused?.fieldErrors ?? {})) {
      form.setError(name as Path<ReminderForm>, { type: "server", message });
    }
  }

  return {
    form,
    messages: fieldMessages(errors),
    pending,
    isReady,
    isSaved: isSaved && !isDirty,
    refusal,
    onSubmit: form.handleSubmit(onValid, (invalid) => setRefusal({ fieldErrors: fieldMessages(invalid) })),
    change: (name: "times" | "weekdays", value: string[]) => {
      form.setValue(name, value as ReminderForm["weekdays"], { shouldDirty: true });
      form.clearErrors(name);
    },
  };
}
