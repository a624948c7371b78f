import { z } from "zod";
import { DIRECTIONS, FLAG_LEVELS, FORMULAS, MISSING_RULES } from "./vocabulary";

const id = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
const words = (max: number) => z.string().trim().min(1).max(max);
const option = z.strictObject({ value: z.number().int(), label: words(300) });

/** Words at the two ends of a row of numbers or a line, and the numbers there. */
const ends = {
  least: z.number().int(),
  most: z.number().int(),
  lowLabel: words(120),
  highLabel: words(120),
};

/**
 * What an item can be answered with.
 * - `likert`: one of a few steps, each with its words; also seven steps of change, and the sections of a form with words of their own.
 * - `nrs`: a whole number of a row, such as 0-10. `vas`: a place on a line, such as 0-100; asked in steps of 1.
 * - `yes-no`: 1 and 0. `tick`: the items of the part are one list to tick, 1 and 0, with words for "none of these".
 * - `named`: the person names an activity and rates it with a whole number.
 */
export const scaleSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("likert"), options: z.array(option).min(2).max(12) }),
  z.strictObject({ kind: z.literal("nrs"), ...ends }),
  z.strictObject({ kind: z.literal("vas"), ...ends }),
  z.strictObject({ kind: z.literal("yes-no") }),
  z.strictObject({ kind: z.literal("tick"), none: words(120) }),
  z.strictObject({ kind: z.literal("named"), ...ends, prompt: words(300) }),
]);
export type Scale = z.infer<typeof scaleSchema>;

const itemSchema = z.strictObject({
  id,
  text: z.string().min(1).max(500),
  /** Words of this item's own for the values of a likert scale. */
  options: z.array(option).optional(),
});
export type Item = z.infer<typeof itemSchema>;

const subscaleSchema = z.strictObject({
  id,
  title: words(120),
  /** The question the items of this part share; may be empty where each item is a whole question. */
  stem: z.string().max(1000),
  /** What a high score of this part means, in a short phrase. */
  meaning: z.string().max(200),
  items: z.array(itemSchema).min(1).max(60),
  /** How many answers at least make a score, by the `guide` rule. */
  minimumAnswered: z.number().int().min(1),
  /** When it is not the instrument's own. */
  scale: scaleSchema.optional(),
  /** `range` when left out. */
  formula: z.enum(FORMULAS).optional(),
});
export type Subscale = z.infer<typeof subscaleSchema>;

/** An answer that must be acted on, whatever the score. */
const flagSchema = z.strictObject({
  id,
  itemId: id,
  /** The least answer that raises it. */
  from: z.number(),
  level: z.enum(FLAG_LEVELS),
  /** What the person is told at once. */
  advice: words(600),
  /** What the clinic is told. */
  reason: words(200),
  source: words(300),
});
export type Flag = z.infer<typeof flagSchema>;

const referenceSchema = z.strictObject({
  kind: z.enum(["mic", "pass", "mdc"]),
  /** A scored part. */
  subscale: z.string(),
  value: z.number(),
  scale: z.string(),
  population: z.string(),
  source: z.string(),
  /** Name of the instrument the figure was measured with. */
  instrument: z.string(),
});
export type Reference = z.infer<typeof referenceSchema>;

/**
 * An instrument as data: items with stable ids, response scales, subscales, and how they are scored. A version is never changed; keys that
 * may be left out have the meaning that versions without them always had.
 */
export const instrumentSchema = z
  .strictObject({
    slug: id,
    title: z.string().min(5).max(120),
    shortTitle: z.string().min(3).max(40),
    /** What it is and is not; always shown to the person answering. */
    notice: z.string().min(40).max(2000),
    recall: z.string().min(3).max(120),
    minutes: z.number().int().min(1).max(60),
    scale: scaleSchema,
    subscales: z.array(subscaleSchema).min(1).max(12),
    missingRule: z.enum(MISSING_RULES),
    direction: z.enum(DIRECTIONS),
    licence: z.string(),
    references: z.array(referenceSchema),
    /** Which way answers run: `lower-is-better` when left out. */
    itemDirection: z.enum(DIRECTIONS).optional(),
    /** A score of all parts together: `sum` when left out. */
    total: z.enum(["sum", "mean", "none"]).optional(),
    /** What people see: 0-100, or the number on its own range. `percent` when left out. */
    shown: z.enum(["percent", "raw"]).optional(),
    /** `nothing` where the answers themselves say what changed. `first` when left out. */
    comparedWith: z.enum(["first", "nothing"]).optional(),
    flags: z.array(flagSchema).max(60).optional(),
    /** A published instrument whose words a clinic has brought in: how it is scored is known, by these names. */
    published: z.strictObject({ id, scale: z.string().nullable(), rule: z.string().nullable() }).optional(),
    /** The clinic's own note of the licence under which it uses the words. */
    licenceReference: words(300).optional(),
  })
  .superRefine((instrument, context) => {
    const refuse = (path: PropertyKey[], message: string) => context.addIssue({ code: "custom", path, message });
    const items = instrument.subscales.flatMap((subscale) => subscale.items);
    const ids = new Set(items.map((item) => item.id));
    if (ids.size !== items.length) refuse(["subscales"], "Two items share one id.");
    const parts = instrument.subscales.map((subscale) => subscale.id);
    if (new Set(parts).size !== parts.length) refuse(["subscales"], "Two parts share one id.");
    instrument.flags?.forEach(({ itemId }, index) => {
      if (!ids.has(itemId)) refuse(["flags", index, "itemId"], "There is no such item.");
    });
    for (const [index, { scale }] of [instrument, ...instrument.subscales].entries()) {
      const path = index === 0 ? ["scale"] : ["subscales", index - 1, "scale"];
      if (scale && "least" in scale && scale.least >= scale.most) refuse(path, "The most must be more than the least.");
      if (scale?.kind === "likert" && new Set(scale.options.map(({ value }) => value)).size !== scale.options.length) {
        refuse(path, "Two answers share one value.");
      }
    }
  });
export type Instrument = z.infer<typeof instrumentSchema>;

/** Answers by item id. Null means not answered and is never zero. */
export type Answers = Readonly<Record<string, number | null>>;

/** The names a person gave to activities, by item id. */
export type Names = Readonly<Record<string, string>>;

/** What the person answering, and scoring, need of an instrument: not its licence, its published figures or the clinic's words for a flag. */
export type AskedInstrument = Omit<Instrument, "references" | "licence" | "licenceReference" | "flags"> & {
  flags?: Pick<Flag, "id" | "itemId" | "from" | "level" | "advice">[];
};

/** The instrument as it may leave for the person answering. */
export function askedOf(instrument: Instrument): AskedInstrument {
  const { references: _references, licence: _licence, licenceReference: _reference, flags, ...asked } = instrument;
  if (!flags) return asked;
  return { ...asked, flags: flags.map(({ id, itemId, from, level, advice }) => ({ id, itemId, from, level, advice })) };
}
