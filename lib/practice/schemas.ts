import { z } from "zod";
import { isCalendarDay } from "@/lib/core/calendar";
import { measureProblems } from "./log-rules";
import { LONGEST_NOTE, OUTCOMES, SKIP_REASONS } from "./vocabulary";

const calendarDay = z.string().refine(isCalendarDay, "That is not a day we know.");

const amount = (max: number) =>
  z
    .number({ error: "Enter a number." })
    .int("Whole numbers only.")
    .min(0, "This cannot be less than 0.")
    .max(max, `At most ${max}.`)
    .nullable()
    .default(null);

const ZERO_TO_TEN = "Choose a whole number from 0 to 10.";
const zeroToTen = z
  .number({ error: ZERO_TO_TEN })
  .int(ZERO_TO_TEN)
  .min(0, ZERO_TO_TEN)
  .max(10, ZERO_TO_TEN)
  .nullable()
  .default(null);

const instant = z.iso.datetime({ offset: true, error: "That is not a time we know." });

/** U+0000 is the one character the database cannot keep as text. */
const words = (text: z.ZodString) => text.transform((value) => value.replaceAll("\u0000", ""));

const note = words(z.string().trim().max(LONGEST_NOTE, "At most 2,000 characters.")).default("");

/**
 * What a person did and how it felt. Null is "not said", never 0. Sets, repetitions a set, seconds held, kilograms; pain on
 * the 0-10 numeric rating scale; effort 0-10.
 */
const measures = {
  outcome: z.enum(OUTCOMES, { error: "Say how it went." }),
  skipReason: z.enum(SKIP_REASONS, { error: "Choose a reason." }).nullable().default(null),
  setsDone: amount(50),
  repetitionsDone: amount(500),
  holdSecondsDone: amount(3600),
  loadKg: z.number().min(0, "A load cannot be negative.").max(300, "At most 300 kg.").nullable().default(null),
  painNrs: zeroToTen,
  effortRpe: zeroToTen,
  note,
};

function checkMeasures(input: Parameters<typeof measureProblems>[0], context: z.RefinementCtx): void {
  for (const [field, message] of Object.entries(measureProblems(input))) {
    context.addIssue({ code: "custom", path: [field], message });
  }
}

/** One exercise on one occasion. `id` is made where it is written down and becomes the row's. */
export const logEntrySchema = z
  .strictObject({
    id: z.uuid(),
    planItemId: z.uuid(),
    dueOn: calendarDay,
    occasion: z.number().int().min(1).max(12),
    ...measures,
    performedAt: instant,
    /** The session it was done in; none for what was written down by hand. */
    sessionId: z.uuid().nullable().optional(),
  })
  .superRefine(checkMeasures);
export type LogEntry = z.output<typeof logEntrySchema>;

/** What a device sends: all of it is kept, or nothing. `id` makes sending it again harmless. */
export const recordSchema = z
  .strictObject({ id: z.uuid(), entries: z.array(logEntrySchema).min(1).max(60, "At most 60 at a time.") })
  .refine(({ entries }) => new Set(entries.map((entry) => entry.id)).size === entries.length, {
    path: ["entries"],
    error: "Two entries share one id.",
  });

/**
 * A session that is over: when it began and ended, how many seconds of it were spent practising, and how hard the whole was.
 * `id` is the one its logs name.
 */
export const finishSessionSchema = z.strictObject({
  id: z.uuid(),
  startedAt: instant,
  endedAt: instant,
  activeSeconds: z
    .number({ error: "Enter a number of seconds." })
    .int("Whole seconds only.")
    .min(0, "This cannot be less than 0.")
    .max(86_400, "At most a day."),
  effortRpe: zeroToTen,
  note,
  endedEarly: z.boolean(),
});

/** A correction: all measures again, and why. The day, the occasion and the time stay those of the log it replaces. */
export const correctSchema = z
  .strictObject({
    id: z.uuid(),
    logId: z.uuid(),
    reason: words(z.string().trim().min(3, "Say in a few words what was wrong.").max(300, "At most 300 characters.")),
    ...measures,
  })
  .superRefine(checkMeasures);

/** Without `dueOn` the reading that is due now, or was last. */
export const markReadSchema = z.strictObject({ id: z.uuid(), planItemId: z.uuid(), dueOn: calendarDay.optional() });

/** Which occurrence of an exercise; today's first when nothing is said. */
export const exerciseAddressSchema = z.strictObject({
  itemId: z.uuid(),
  day: calendarDay.optional(),
  occasion: z.coerce.number().int().min(1).max(12).default(1),
});

/** A day that is written down afterwards; the one before today when nothing is said. */
export const pastDaySchema = z.strictObject({ day: calendarDay.optional() });

/** No log is older than the year 2000: nobody pages further back. */
export const historySchema = z.strictObject({ before: calendarDay.refine((day) => day >= "2000-01-01").optional() });

export const patientLogsSchema = z.strictObject({ patientId: z.uuid(), from: calendarDay, to: calendarDay });
