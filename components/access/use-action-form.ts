"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { type DefaultValues, type FieldErrors, type FieldValues, type Path, useForm } from "react-hook-form";
import type { z } from "zod";
import type { Result } from "@/lib/core/errors";
import { useActing, useIsReady } from "./use-acting";

type FormSchema = z.ZodType<FieldValues, FieldValues>;

type Options<S extends FormSchema, R> = {
  schema: S;
  act: (value: z.input<S>) => Promise<Result<R>>;
  done: (value: R) => undefined | "leaving";
  /** Text fields left out keep what was typed before the page was ready. */
  defaults?: DefaultValues<z.input<S>>;
  /** The fields in sight, with the words the summary calls them by. */
  labels: Partial<Record<keyof z.input<S> & string, string>>;
};

/** A form with the same schema in the browser and in the action. What was typed stays, whatever is answered. */
export function useActionForm<S extends FormSchema, R>({ schema, act, done, defaults, labels }: Options<S, R>) {
  const form = useForm<z.input<S>, unknown, z.output<S>>({
    resolver: zodResolver(schema),
    defaultValues: defaults,
    shouldFocusError: false,
  });
  const { send, pending, refusal, setRefusal } = useActing(act, done);
  const isReady = useIsReady();
  const errors = form.formState.errors;

  const inSight = (said: Record<string, string | undefined>) =>
    Object.fromEntries(Object.entries(said).filter(([name, text]) => name in labels && text));

  function onInvalid(invalid: FieldErrors<z.input<S>>) {
    const said = inSight(
      Object.fromEntries(Object.entries(invalid).map(([name, problem]) => [name, problem?.message?.toString()])),
    );
    setRefusal({ fieldErrors: said as Record<string, string> });
  }

  async function onValid() {
    const refused = await send(form.getValues());
    const fields = Object.entries(inSight(refused?.fieldErrors ?? {}));
    for (const [name, message] of fields) form.setError(name as Path<z.input<S>>, { type: "server", message });
  }

  const fieldErrors = inSight(refusal?.fieldErrors ?? {});
  return {
    form,
    pending,
    isReady,
    summary: {
      message: Object.keys(fieldErrors).length > 0 ? undefined : refusal?.message,
      fieldErrors,
      labels: labels as Record<string, string>,
    },
    onSubmit: form.handleSubmit(onValid, onInvalid),
    /** What a field needs: its name, its handlers and its error. */
    field(name: Path<z.input<S>>) {
      const message = errors[name]?.message;
      return { ...form.register(name), error: typeof message === "string" ? message : undefined };
    },
  };
}
