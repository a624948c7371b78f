import { z } from "zod";
import { DOSE_SIDES, ITEM_KINDS } from "./vocabulary";

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

/**
 * One schedule rule serves exercises, reading and questionnaires.
 * - `once`: on day N of the item's phase (1 = its first day); stays due until done.
 * - `weekly`: on the given ISO weekdays, `timesPerDay` occasions each.
 * - `every-weeks`: on day 1 and then every N weeks; each occurrence stays due until the next one replaces it.
 */
export const scheduleSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("once"), day: z.number().int().min(1, "Day 1 or later.").max(730) }),
  z.strictObject({ kind: z.literal("weekly"), weekdays, timesPerDay: z.number().int().min(1).max(12) }),
  z.strictObject({ kind: z.literal("every-weeks"), weeks: z.number().int().min(1).max(52) }),
]);
export type Schedule = z.infer<typeof scheduleSchema>;

const whole = (min: number, max: number, unit: string) =>
  z
    .number({ error: `Enter a number of ${unit}.` })
    .int(`Whole ${unit} only.`)
    .min(min, `At least ${min}.`)
    .max(max, `At most ${max} ${unit}.`);

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

/** One line of a plan while it is being written: what, how much, when, and why. `slug` names a library item or instrument. */
export const draftItemSchema = z
  .strictObject({
    key: z.uuid(),
    kind: z.enum(ITEM_KINDS),
    slug: storable.pipe(z.string().min(1).max(80)),
    dose: doseSchema.nullable(),
    schedule: scheduleSchema,
    note: note.default(""),
    painCeiling: z.number().int().min(0).max(10).default(5),
  })
  .refine((item) => (item.kind === "exercise") === (item.dose !== null), {
    path: ["dose"],
    error: "An exercise needs a dose; reading and questionnaires have none.",
  });
export type DraftItem = z.infer<typeof draftItemSchema>;

const draftPhaseSchema = z.strictObject({
  key: z.uuid(),
  title,
  aim: note.default(""),
  /** Length in weeks; null for a last phase without an end. */
  weeks: z.number().int().min(1, "At least one week.").max(104, "At most 104 weeks.").nullable(),
  items: z.array(draftItemSchema).max(60, "At most 60 items in a phase."),
});
export type DraftPhase = z.infer<typeof draftPhaseSchema>;

/** The whole text of a plan under construction; also the body of a protocol once its slugs are known. */
export const draftBodySchema = z
  .strictObject({
    title,
    phases: z.array(draftPhaseSchema).min(1, "A plan needs at least one phase.").max(12, "At most 12 phases."),
  })
  .superRefine((body, context) => {
    body.phases.forEach((phase, index) => {
      if (phase.weeks === null && index < body.phases.length - 1) {
        context.addIssue({
          code: "custom",
          path: ["phases", index, "weeks"],
          message: "Only the last phase may be without an end.",
        });
      }
    });
    const keys = body.phases.flatMap((phase) => [phase.key, ...phase.items.map((item) => item.key)]);
    if (new Set(keys).size !== keys.length) {
      context.addIssue({ code: "custom", path: ["phases"], message: "Two phases or items share one key." });
    }
  });
export type DraftBody = z.infer<typeof draftBodySchema>;

/** `id` becomes the plan's. */
export const applyProtocolSchema = z.strictObject({
  id: z.uuid(),
  patientId: z.uuid(),
  protocolSlug: storable.pipe(z.string().min(1, "Choose a protocol.").max(80)),
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
