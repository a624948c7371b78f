import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import type { Result } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { instantAt } from "@/lib/practice/performed-at";
import type { LogView } from "@/lib/practice/queries/exercise";
import { recordSchema } from "@/lib/practice/schemas";
import { forgetLog, keepLog, keptLog } from "./kept-log";
import { amountsFor, fieldNames, type MeasureValues, measuresOf, newValues } from "./measure-values";

export type RecordAction = (input: z.input<typeof recordSchema>) => Promise<Result<unknown>>;

/** What stands in the way of saving: the words for the form, and those for each field. */
export type Refusal = { message?: string; fields: Record<string, string>; isConflict?: boolean; isSignedOut?: boolean };

type Stamp = { id: string; performedAt: string | null };

/**
 * The form of one occasion of an exercise. Its id and its time are fixed when it is first sent and stay until the clinic has
 * it, through a reload too, so that sending it twice is the same thing sent twice.
 */
export function useLogForm(
  view: LogView,
  timeZone: string,
  record: RecordAction,
  onSaved: (values: MeasureValues) => void,
) {
  const occasion = `${view.key}:${view.day}:${view.occasion}`;
  const router = useRouter();
  const form = useForm<MeasureValues>({ defaultValues: newValues(view.dose) });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isSending, setIsSending] = useState(false);
  const [wasKept, setWasKept] = useState(false);
  const stamp = useRef<Stamp | null>(null);
  const clockAhead = useRef(0);

  useEffect(() => {
    clockAhead.current = Date.parse(view.now) - Date.now();
  }, [view.now]);

  useEffect(() => {
    const kept = keptLog(occasion);
    if (!kept) return;
    stamp.current = { id: kept.id, performedAt: kept.performedAt };
    form.reset(kept.values as MeasureValues, { keepDefaultValues: true });
    setWasKept(true);
  }, [occasion, form]);

  async function send(values: MeasureValues, time: string) {
    const current = stamp.current ?? { id: newId(), performedAt: null };
    stamp.current = current;
    const isTimed = !view.isToday && values.outcome !== "skipped";
    if (isTimed && time === "" && !current.performedAt) {
      setRefusal({ fields: { time: "Give the time, roughly." } });
      return;
    }
    const portalNow = new Date(Date.now() + clockAhead.current);
    const performed = isTimed && time !== "" ? instantAt(view.day, time, timeZone) : portalNow;
    const performedAt = current.performedAt ?? performed.toISOString();
    const entry = { id: current.id, planItemId: view.itemId, dueOn: view.day, occasion: view.occasion, performedAt };
    const body = { id: current.id, entries: [{ ...entry, ...measuresOf(values) }] };
    const parsed = recordSchema.safeParse(body);
    if (!parsed.success) {
      setRefusal({
        fields: fieldNames(
          Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join("."), issue.message])),
        ),
      });
      return;
    }
    stamp.current = { ...current, performedAt };
    keepLog(occasion, { id: current.id, performedAt, values: { ...values } });
    setRefusal(null);
    setIsSending(true);
    const answer = await record(parsed.data);
    setIsSending(false);
    if (answer.ok) {
      forgetLog(occasion);
      onSaved(values);
    } else {
      if (answer.code === "invalid") stamp.current = { ...current, performedAt: null };
      setRefusal({
        message: answer.message,
        fields: fieldNames(answer.fieldErrors),
        isConflict: answer.code === "conflict",
        isSignedOut: answer.code === "unauthenticated",
      });
    }
  }

  function fitAmounts(outcome: string) {
    const values = amountsFor(outcome, form.getValues(), view.dose);
    for (const [name, value] of Object.entries(values)) form.setValue(name as keyof MeasureValues, value);
  }

  return { form, fitAmounts, send, refusal, isSending, wasKept, refresh: () => router.refresh() };
}
