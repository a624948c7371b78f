import { z } from "zod";
import { phaseCriteriaSchema } from "./criteria-schema";
import { BAND_COLOURS, DOSE_SIDES, ITEM_KINDS, type ItemKind } from "./vocabulary";

const weekday = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
]);

/** Weekdays without repetition, kept in order Monday to Sunday. */
const weekdays = z
  .array(weekday)
  .min(1, "Choose at least one day of the week.")
  .max(7)
  .transform((days) => [...new Set(days)].sort((a, b) => a - b));

const whole = (min: number, max: number, unit: string) =>
  z
    .number({ error: `Enter a number of ${unit}.` })
    .int(`Whole ${unit} only.`)
    .min(min, `At least ${min}.`)
    .max(max, `At most ${max} ${unit}.`);

const timesPerDay = whole(1, 12, "times");

const dayOfPhase = z
  .number({ error: "Enter a day, counted from the first day of the phase." })
  .int("Whole days only.")
  .min(1, "Day 1 or later.")
  .max(730, "Day 730 at the latest.");

/** Days it can be done, the day it falls due included; for as long as it takes when it is null or not there. */
const windowDays = whole(1, 365, "days").nullish();

/** A round still open when the next one comes would be asked twice. */
const OVERLAP = { path: ["windowDays"], error: "The next one comes before this closes. Open it for fewer days." };
const fits = (length: number | null | undefined, days: number) => typeof length !== "number" || length <= days;

/**
 * One schedule rule serves exercises, reading and questionnaires.
 * - `once`: on day N of the item's phase (1 = its first day); stays due until done.
 * - `weekly`: on the given ISO weekdays, `timesPerDay` occasions each.
 * - `every-days`: on the first day of the item's phase and then every N days, `timesPerDay` occasions each.
 * - `every-weeks`: on day 1 and then every N weeks; each occurrence stays due until the next one replaces it.
 * - `at-end`: on the last day of the plan; stays due for two weeks when it has no window.
 * - `as-needed`: never due; there for when it is wanted.
 */
export const scheduleSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("once"), day: dayOfPhase, windowDays }),
  z.strictObject({ kind: z.literal("weekly"), weekdays, timesPerDay }),
  z
    .strictObject({ kind: z.literal("every-days"), days: whole(1, 60, "days"), timesPerDay, windowDays })
    .refine((schedule) => fits(schedule.windowDays, schedule.days), OVERLAP),
  z
    .strictObject({ kind: z.literal("every-weeks"), weeks: whole(1, 52, "weeks"), windowDays })
    .refine((schedule) => fits(schedule.windowDays, 7 * schedule.weeks), OVERLAP),
  z.strictObject({ kind: z.literal("at-end"), windowDays }),
  z.strictObject({ kind: z.literal("as-needed") }),
]);
export type Schedule = z.infer<typeof scheduleSchema>;

/** What of a schedule does not go with the thing it is for, and where in it; null when all of it does. */
function scheduleMisfit(kind: ItemKind, schedule: Schedule): { path: string[]; message: string } | null {
  if (schedule.kind === "as-needed" && kind !== "exercise") {
    return {
      path: ["schedule", "kind"],
      message: "Only an exercise can be done as needed. Choose when this falls due.",
    };
  }
  if (schedule.kind === "at-end" && kind !== "questionnaire") {
    return {
      path: ["schedule", "kind"],
      message: "Only a questionnaire can wait for the plan's end. Choose another time.",
    };
  }
  if (kind === "exercise" && "windowDays" in schedule && typeof schedule.windowDays === "number") {
    return {
      path: ["schedule", "windowDays"],
      message: "An exercise has no days it stays open for. Leave this empty.",
    };
  }
  return null;
}

/** Refuses a line whose schedule does not go with its kind. For `superRefine` of a line. */
export function checkSchedule(
  line: { kind: ItemKind; schedule: Schedule },
  context: { addIssue: (issue: { code: "custom"; path: string[]; message: string }) => void },
): void {
  const misfit = scheduleMisfit(line.kind, line.schedule);
  if (misfit) context.addIssue({ code: "custom", ...misfit });
}

/**
 * A dose. Exactly one of `repetitions` and `holdSeconds` may be null; with both, each repetition is held.
 * Units: seconds, kilograms; tempo is lower-pause-lift in seconds ("3-1-2").
 */
export const doseSchema = z
  .strictObject({
    sets: whole(1, 20, "sets"),
    repetitions: whole(1, 200, "repetitions").nullable(),
    holdSeconds: whole(1, 600, "seconds").nullable(),
    restSeconds: whole(0, 600, "seconds"),
    loadKg: z.number().min(0, "A load cannot be negative.").max(300, "At most 300 kg.").nullable(),
    tempo: z
      .string()
      .regex(/^\d{1,2}-\d{1,2}-\d{1,2}$/, "Write the tempo as three numbers, for example 3-1-2.")
      .nullable(),
    side: z.enum(DOSE_SIDES),
    /** The band it is done with; null or not there without one. */
    bandColour: z.enum(BAND_COLOURS, { error: "Choose a colour, or no band." }).nullish(),
  })
  .refine((dose) => dose.repetitions !== null || dose.holdSeconds !== null, {
    path: ["repetitions"],
    error: "Give repetitions, a hold, or both.",
  });
export type Dose = z.infer<typeof doseSchema>;

/** Text without what the database cannot keep: U+0000, and halves of a character. */
const storable = z.string().transform((text) => text.replaceAll("\u0000", "").replace(/\p{Cs}/gu, ""));

const title = storable.pipe(z.string().trim().min(1, "Give it a name.").max(120, "At most 120 characters."));
const note = storable.pipe(z.string().trim().max(1000, "At most 1,000 characters."));
const rangeLimit = storable.pipe(z.string().trim().max(120, "At most 120 characters."));

/** The most lines one phase holds, and a whole plan. Our own limits: more than anybody can follow. */
export const MOST_LINES_OF_PHASE = 60;
export const MOST_LINES_OF_PLAN = 150;

/** One line of a plan while it is being written: what, how much, when, and why. `slug` names a library item or instrument. */
export const draftItemSchema = z
  .strictObject({
    key: z.uuid(),
    kind: z.enum(ITEM_KINDS),
    slug: storable.pipe(z.string().min(1).max(80)),
    dose: doseSchema.nullable(),
    schedule: scheduleSchema,
    note: note.default(""),
    painCeiling: z
      .number({ error: "Enter a number from 0 to 10." })
      .int("Whole numbers only.")
      .min(0, "0 or more.")
      .max(10, "At most 10.")
      .default(5),
    /** How far to move, in the clinician's words; empty or not there for all the way. */
    rangeLimit: rangeLimit.optional(),
    /** Lines of one phase with the same key are done in turn, set by set; null or not there for a line done alone. */
    supersetKey: z.uuid().nullish(),
  })
  .refine((item) => (item.kind === "exercise") === (item.dose !== null), {
    path: ["dose"],
    error: "An exercise needs a dose; reading and questionnaires have none.",
  })
  .refine((item) => item.kind === "exercise" || !item.rangeLimit, {
    path: ["rangeLimit"],
    error: "Only an exercise has a range. Leave this empty.",
  })
  .refine((item) => item.kind === "exercise" || !item.supersetKey, {
    path: ["supersetKey"],
    error: "Only exercises can be done in turn.",
  })
  .superRefine(checkSchedule);
export type DraftItem = z.infer<typeof draftItemSchema>;

const draftPhaseSchema = z.strictObject({
  key: z.uuid(),
  title,
  aim: note.default(""),
  /** Length in weeks; null for one that lasts until its criteria are met, and for a last one without an end. */
  weeks: z
    .number({ error: "Enter a number of weeks, or leave it empty for no end." })
    .int("Whole weeks only.")
    .min(1, "At least one week.")
    .max(104, "At most 104 weeks.")
    .nullable(),
  /** When to think of moving on; null or not there without. */
  criteria: phaseCriteriaSchema.nullish(),
  items: z
    .array(draftItemSchema)
    .max(MOST_LINES_OF_PHASE, `A phase holds at most ${MOST_LINES_OF_PHASE} lines. Take some out.`),
});
export type DraftPhase = z.infer<typeof draftPhaseSchema>;

/** What a phase is told that lasts for ever although another one comes after it. */
export const NEVER_ENDS =
  "Another phase comes after this one. Say how many weeks it lasts, or what has to be met before the next.";

/** The whole text of a plan under construction; also the body of a protocol once its slugs are known. */
export const draftBodySchema = z
  .strictObject({
    title,
    phases: z.array(draftPhaseSchema).min(1, "A plan needs at least one phase.").max(12, "At most 12 phases."),
  })
  .superRefine((body, context) => {
    body.phases.forEach((phase, index) => {
      const isLast = index === body.phases.length - 1;
      if (isLast || phase.weeks !== null || phase.criteria) return;
      context.addIssue({ code: "custom", path: ["phases", index, "weeks"], message: NEVER_ENDS });
    });
    const lines = body.phases.reduce((sum, phase) => sum + phase.items.length, 0);
    if (lines > MOST_LINES_OF_PLAN) {
      const message = `A plan holds at most ${MOST_LINES_OF_PLAN} lines, and this one has ${lines}. Take some out.`;
      context.addIssue({ code: "custom", path: ["phases"], message });
    }
    const keys = body.phases.flatMap((phase) => [phase.key, ...phase.items.map((item) => item.key)]);
    if (new Set(keys).size !== keys.length) {
      context.addIssue({ code: "custom", path: ["phases"], message: "Two phases or items share one key." });
    }
  });
export type DraftBody = z.infer<typeof draftBodySchema>;

/** `id` becomes the plan's. Without a protocol it begins empty. */
export const applyProtocolSchema = z.strictObject({
  id: z.uuid(),
  patientId: z.uuid(),
  protocolSlug: storable.pipe(z.string().min(1, "Choose a protocol.").max(80)).nullable(),
});

/** `id` becomes the draft's, unless there is one already. */
export const startDraftSchema = z.strictObject({ id: z.uuid(), patientId: z.uuid(), planId: z.uuid() });

/** `id` becomes the line's key. */
export const addItemSchema = z.strictObject({
  id: z.uuid(),
  patientId: z.uuid(),
  kind: z.enum(ITEM_KINDS),
  slug: storable.pipe(z.string().min(1).max(80)),
});

/** The revision a form was made from; a draft that has moved on refuses it. */
const revision = z.number().int().min(1);

export const saveDraftSchema = z.strictObject({ planId: z.uuid(), revision, body: draftBodySchema });

export const discardDraftSchema = z.strictObject({ planId: z.uuid(), revision });

/** `id` becomes the version's. */
export const publishSchema = z.strictObject({ id: z.uuid(), planId: z.uuid(), revision });

export const endPlanSchema = z.strictObject({ planId: z.uuid() });

/** A text as a form holds it, before it is parsed. */
export type DraftInput = z.input<typeof draftBodySchema>;
