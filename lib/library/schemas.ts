import { z } from "zod";
import { REGIONS } from "@/lib/identity/vocabulary";
import { figureSchema } from "@/lib/movement/figure-schema";
import { ownArticleSchema } from "./article-schema";
import { SEARCH_LENGTH } from "./filters";
import { photoProblem } from "./photo-kind";
import { anySlug, isOpenHttps, lines, names, sentence, shippedSlug, storable, words } from "./text-fields";
import { EQUIPMENT, LEVELS, LIBRARY_KINDS, ORIGINS, POSITIONS } from "./vocabulary";

/** The dose an exercise has before a clinician changes it. Seconds; days are ISO weekdays, 1 = Monday. */
const defaultDoseSchema = z.strictObject({
  sets: z.number().int().min(1).max(10),
  repetitions: z.number().int().min(1).max(60).nullable(),
  holdSeconds: z.number().int().min(1).max(300).nullable(),
  restSeconds: z.number().int().min(0).max(300),
  tempo: z
    .string()
    .regex(/^\d{1,2}-\d{1,2}-\d{1,2}$/)
    .nullable(),
  timesPerDay: z.number().int().min(1).max(6),
  weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
});

/** A file of content/exercises: one exercise in full. Nothing may be missing and nothing unknown is allowed. */
export const exerciseSchema = z.strictObject({
  slug: shippedSlug,
  name: z.string().min(3).max(60),
  aliases: z.array(z.string().min(2).max(60)).max(8),
  purpose: sentence,
  regions: z.array(z.enum(REGIONS)).min(1),
  muscles: z.strictObject({ main: z.array(z.string()).min(1), helping: z.array(z.string()) }),
  equipment: z.array(z.enum(EQUIPMENT)),
  level: z.enum(LEVELS),
  position: z.enum(POSITIONS),
  /** True when left and right are done apart. */
  sided: z.boolean(),
  start: sentence,
  steps: z.array(sentence).min(2).max(8),
  cues: z.array(sentence).min(2).max(6),
  mistakes: z.array(sentence).min(2).max(6),
  stopIf: z.array(sentence).min(1).max(6),
  /** Other exercises that ask for less, or more, of the same. Links go both ways. */
  easier: z.array(shippedSlug).max(6),
  harder: z.array(shippedSlug).max(6),
  dose: defaultDoseSchema,
  /** The drawing: see lib/movement/figure-schema.ts. */
  figure: figureSchema,
});
export type Exercise = z.infer<typeof exerciseSchema>;

const whole = (least: number, most: number) =>
  z
    .number({ error: "Enter a number." })
    .int("Whole numbers only.")
    .min(least, `At least ${least}.`)
    .max(most, `At most ${most}.`);

const madeBy = {
  credit: words(2, 120, "Say who made it."),
  licence: words(2, 120, "Say under which licence, or that it is your own."),
};

/** A picture the clinic put in, or the address of a film it keeps somewhere else. */
export const exerciseMediaSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("photo"),
    mediaId: z.uuid("Choose a photo, or take this one out."),
    alt: words(3, 200, "Say what the picture shows, for those who do not see it."),
    ...madeBy,
  }),
  z.strictObject({
    kind: z.literal("video"),
    url: storable.pipe(
      z
        .string()
        .trim()
        .max(500, "At most 500 characters.")
        .refine(isOpenHttps, "Give the whole address, beginning with https://."),
    ),
    title: words(3, 100, "Give it a name."),
    ...madeBy,
  }),
]);
export type ExerciseMedia = z.output<typeof exerciseMediaSchema>;

/** An exercise a clinic writes itself: the drawing may be missing, and photos or films may stand beside it. */
export const ownExerciseSchema = z.strictObject({
  name: words(3, 60, "Give it a name of at least three letters."),
  aliases: names(8),
  purpose: words(8, 400, "Say in a sentence what it is for."),
  regions: z.array(z.enum(REGIONS)).min(1, "Choose at least one part of the body."),
  muscles: z.strictObject({ main: names(8).min(1, "Name at least one muscle."), helping: names(8) }),
  equipment: z.array(z.enum(EQUIPMENT)),
  level: z.enum(LEVELS, "Choose how demanding it is."),
  position: z.enum(POSITIONS, "Choose the position it is done in."),
  sided: z.boolean(),
  start: words(8, 400, "Say how to begin."),
  steps: lines(8, "Write at least one step."),
  cues: lines(6, "Write at least one thing to keep in mind."),
  mistakes: lines(6, "Write at least one common mistake."),
  stopIf: lines(6, "Say at least once when to stop."),
  easier: z.array(anySlug).max(6, "At most 6.").default([]),
  harder: z.array(anySlug).max(6, "At most 6.").default([]),
  dose: z
    .strictObject({
      sets: whole(1, 10),
      repetitions: whole(1, 60).nullable(),
      holdSeconds: whole(1, 300).nullable(),
      restSeconds: whole(0, 300),
      tempo: z
        .string()
        .regex(/^\d{1,2}-\d{1,2}-\d{1,2}$/, "Write the tempo as three numbers, for example 3-1-2.")
        .nullable(),
      timesPerDay: whole(1, 6),
      weekdays: z
        .array(z.number().int().min(1).max(7))
        .min(1, "Choose at least one day of the week.")
        .max(7)
        .transform((days) => [...new Set(days)].sort((a, b) => a - b)),
    })
    .refine((dose) => dose.repetitions !== null || dose.holdSeconds !== null, {
      path: ["repetitions"],
      error: "Give repetitions, a hold, or both.",
    }),
  figure: figureSchema.nullable(),
  media: z.array(exerciseMediaSchema).max(6, "At most 6 photos and films.").default([]),
});
export type OwnExercise = z.output<typeof ownExerciseSchema>;
/** An exercise as a form holds it, before it is parsed. */
export type OwnExerciseInput = z.input<typeof ownExerciseSchema>;

/** Any exercise as it is stored: shipped by this release or one before it, or the clinic's own. */
export const libraryExerciseSchema = z.object({
  ...ownExerciseSchema.shape,
  slug: anySlug,
  muscles: exerciseSchema.shape.muscles,
  figure: figureSchema.nullable().default(null),
});
export type LibraryExercise = z.output<typeof libraryExerciseSchema>;

/** A search of the library: free text, cut when it is very long, and what the rows are narrowed to. */
export const searchLibrarySchema = z.strictObject({
  search: z
    .string()
    .transform((text) => text.slice(0, SEARCH_LENGTH))
    .default(""),
  kind: z.enum(LIBRARY_KINDS).optional(),
  region: z.enum(REGIONS).optional(),
  equipment: z.enum(EQUIPMENT).optional(),
  position: z.enum(POSITIONS).optional(),
  level: z.enum(LEVELS).optional(),
  origin: z.enum(ORIGINS).optional(),
  favourites: z.boolean().optional(),
  /** True for what was retired, and nothing else. */
  retired: z.boolean().optional(),
});

export const favouriteSchema = z.strictObject({ itemId: z.uuid(), on: z.boolean() });

/** `id` becomes the new item's. */
export const copyItemSchema = z.strictObject({ id: z.uuid(), fromItemId: z.uuid() });

const KINDS_APART = { error: "This is neither an exercise nor an article." };

/** `id` becomes the item's. */
export const writeItemSchema = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ id: z.uuid(), kind: z.literal("exercise"), body: ownExerciseSchema }),
    z.strictObject({ id: z.uuid(), kind: z.literal("article"), body: ownArticleSchema }),
  ],
  KINDS_APART,
);

/** `baseVersion` is the number of the version the form was made from; an item that has moved on refuses it. */
const revised = { itemId: z.uuid(), baseVersion: z.number().int().min(1) };
export const reviseItemSchema = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ ...revised, kind: z.literal("exercise"), body: ownExerciseSchema }),
    z.strictObject({ ...revised, kind: z.literal("article"), body: ownArticleSchema }),
  ],
  KINDS_APART,
);

export const retireItemSchema = z.strictObject({ itemId: z.uuid() });

/** `id` becomes the photo's; `bytes` is the file as it is. */
export const uploadPhotoSchema = z.strictObject({
  id: z.uuid(),
  bytes: z.instanceof(Uint8Array, { error: "Choose a photo." }).superRefine((bytes, context) => {
    const message = photoProblem(bytes);
    if (message) context.addIssue({ code: "custom", message });
  }),
});

export const photoSchema = z.strictObject({ id: z.uuid() });
