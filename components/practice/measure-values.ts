import type { Dose } from "@/lib/plans/schemas";
import type { LogRow } from "@/lib/practice/queries/logs";

/** A log while it is being written: what the fields of the form hold. Null is a scale nobody has touched. */
export type MeasureValues = {
  outcome: string | null;
  skipReason: string | null;
  setsDone: string;
  repetitionsDone: string;
  holdSecondsDone: string;
  loadKg: string;
  painNrs: string | null;
  effortRpe: string | null;
  note: string;
};

const text = (amount: number | null) => (amount === null ? "" : String(amount));

/** A new log: the amounts as prescribed; how it felt is never filled in for anybody. */
export function newValues(dose: Dose): MeasureValues {
  return {
    outcome: null,
    skipReason: null,
    setsDone: text(dose.sets),
    repetitionsDone: text(dose.repetitions),
    holdSecondsDone: text(dose.holdSeconds),
    loadKg: text(dose.loadKg),
    painNrs: null,
    effortRpe: null,
    note: "",
  };
}

const AMOUNTS = ["setsDone", "repetitionsDone", "holdSecondsDone", "loadKg"] as const;

/**
 * The amounts that fit a new outcome: part of it leaves open how much was done, all of it means as prescribed. What the person
 * typed stays.
 */
export function amountsFor(outcome: string, values: MeasureValues, dose: Dose): Partial<MeasureValues> {
  const prescribed = newValues(dose);
  const fitting = AMOUNTS.flatMap((name) => {
    if (outcome === "partly" && values[name] === prescribed[name]) return [[name, ""] as const];
    if (outcome === "done" && values[name] === "") return [[name, prescribed[name]] as const];
    return [];
  });
  return Object.fromEntries(fitting);
}

/** A log that is being corrected: everything as it was told. */
export function valuesOf(log: LogRow): MeasureValues {
  return {
    outcome: log.outcome,
    skipReason: log.skipReason,
    setsDone: text(log.setsDone),
    repetitionsDone: text(log.repetitionsDone),
    holdSecondsDone: text(log.holdSecondsDone),
    loadKg: text(log.loadKg),
    painNrs: log.painNrs === null ? null : String(log.painNrs),
    effortRpe: log.effortRpe === null ? null : String(log.effortRpe),
    note: log.note,
  };
}

/** Empty, untouched and "rather not say" are all null: not answered is never 0. */
const numberOf = (value: string | null) => (value === null || value.trim() === "" ? null : Number(value));

/** The measures as they are sent. What belongs to an exercise that was done is left out of one that was not. */
export function measuresOf(values: MeasureValues) {
  const isSkipped = values.outcome === "skipped";
  const done = (value: string | null) => (isSkipped ? null : numberOf(value));
  return {
    outcome: values.outcome,
    skipReason: isSkipped ? values.skipReason || null : null,
    setsDone: done(values.setsDone),
    repetitionsDone: done(values.repetitionsDone),
    holdSecondsDone: done(values.holdSecondsDone),
    loadKg: done(values.loadKg),
    painNrs: numberOf(values.painNrs),
    effortRpe: done(values.effortRpe),
    note: values.note,
  };
}

/** Errors by field, from dotted paths such as "entries.0.painNrs". */
export function fieldNames(fieldErrors: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fieldErrors).map(([path, message]) => [path.replace(/^entries\.\d+\.?/, ""), message]),
  );
}
