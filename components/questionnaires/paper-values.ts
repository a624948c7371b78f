import type { z } from "zod";
import type { CalendarDay } from "@/lib/core/calendar";
import type { FieldErrors } from "@/lib/core/errors";
import { reachedCount } from "@/lib/questionnaires/asked-questions";
import type { Answers, Instrument, Names } from "@/lib/questionnaires/instrument-schema";
import { wholeAnswers } from "@/lib/questionnaires/paper-answers";
import { itemsOf } from "@/lib/questionnaires/scales";
import { enterPaperSchema } from "@/lib/questionnaires/schemas";

/** What stands in the form, all of it text; an answer left empty is not answered. */
export type PaperValues = {
  answeredOn: string;
  reason: string;
  answers: Record<string, string>;
  names: Record<string, string>;
};

export type PaperInput = z.input<typeof enterPaperSchema>;

/** What was entered before, when it is put right. */
export type EnteredPaper = {
  responseId: string;
  answeredOn: CalendarDay | null;
  answers: Answers;
  names: Names;
};

type Asked = Pick<Instrument, "slug" | "scale" | "subscales">;

/** The form as it opens: empty, or with what was entered before. */
export function paperDefaults(instrument: Asked, before: EnteredPaper | null): PaperValues {
  const ids = itemsOf(instrument).map(({ item }) => item.id);
  const text = (value: number | null | undefined) => (value === null || value === undefined ? "" : String(value));
  return {
    answeredOn: before?.answeredOn ?? "",
    reason: "",
    answers: Object.fromEntries(ids.map((id) => [id, text(before?.answers[id])])),
    names: Object.fromEntries(ids.map((id) => [id, before?.names[id] ?? ""])),
  };
}

/** A number as a person writes it, with a point or a comma; null for nothing, NaN for what is no number. */
export function numberIn(text: string | undefined): number | null {
  const typed = (text ?? "").trim().replace(",", ".");
  if (typed === "") return null;
  return /^-?\d+(\.\d+)?$/.test(typed) ? Number(typed) : Number.NaN;
}

/** How many questions have an answer in the form, a list to tick as one. */
export const enteredCount = (
  instrument: Pick<Instrument, "scale" | "subscales">,
  answers: Readonly<Record<string, string>>,
): number => reachedCount(instrument, (id) => (answers[id] ?? "").trim() !== "");

type Sending = { id: string; patientId: string; correctsId: string | null; today: CalendarDay };

/** What the form sends, and what is to be put right first. `message` is of the form as a whole. */
export function readPaper(
  instrument: Asked,
  values: PaperValues,
  { id, patientId, correctsId, today }: Sending,
): { input: PaperInput; fieldErrors: FieldErrors; message?: string } {
  const given = Object.entries(values.answers).map(([item, text]): [string, number | null] => [item, numberIn(text)]);
  const names = Object.fromEntries(Object.entries(values.names).filter(([, name]) => name.trim() !== ""));
  const whole = wholeAnswers(instrument, Object.fromEntries(given), names);
  const input: PaperInput = {
    id,
    patientId,
    slug: instrument.slug,
    answeredOn: values.answeredOn,
    answers: { ...whole.answers },
    names,
    correctsId,
    ...(correctsId === null ? {} : { reason: values.reason }),
  };
  const fieldErrors: FieldErrors = {};
  for (const { path, message } of enterPaperSchema.safeParse(input).error?.issues ?? []) {
    fieldErrors[path.map(String).join(".")] ??= message;
  }
  if (values.answeredOn > today) fieldErrors.answeredOn ??= "This day is still to come.";
  Object.assign(fieldErrors, whole.fieldErrors);
  const isBlank = whole.given === 0 && Object.keys(fieldErrors).length === 0;
  return { input, fieldErrors, ...(isBlank && { message: "Enter at least one answer before you save." }) };
}
