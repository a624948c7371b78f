import { z } from "zod";
import { isCalendarDay } from "@/lib/core/calendar";
import { DIRECTIONS, MISSING_RULES } from "./vocabulary";

const id = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);

/** An instrument as data: items with stable ids, one response scale, subscales, and how they are scored. */
export const instrumentSchema = z
  .strictObject({
    slug: id,
    title: z.string().min(5).max(120),
    shortTitle: z.string().min(3).max(40),
    /** What it is and is not; always shown to the person answering. */
    notice: z.string().min(40),
    recall: z.string().min(5),
    minutes: z.number().int().min(1).max(60),
    scale: z.strictObject({
      kind: z.literal("likert"),
      options: z.array(z.strictObject({ value: z.number().int(), label: z.string().min(1) })).min(2),
    }),
    subscales: z
      .array(
        z.strictObject({
          id,
          title: z.string(),
          /** The question stem the items of this subscale share. */
          stem: z.string(),
          /** What a high score of this subscale means, in a short phrase. */
          meaning: z.string(),
          items: z.array(z.strictObject({ id, text: z.string().min(5) })).min(1),
          /** How many answers at least make a score, by the `guide` rule. */
          minimumAnswered: z.number().int().min(1),
        }),
      )
      .min(1),
    missingRule: z.enum(MISSING_RULES),
    direction: z.enum(DIRECTIONS),
    licence: z.string(),
    references: z.array(
      z.strictObject({
        kind: z.enum(["mic", "pass", "mdc"]),
        subscale: z.string(),
        value: z.number(),
        scale: z.string(),
        population: z.string(),
        source: z.string(),
        /** Name of the instrument the figure was measured with, which is not ours. */
        instrument: z.string(),
      }),
    ),
  })
  .superRefine((instrument, context) => {
    const ids = instrument.subscales.flatMap((subscale) => subscale.items.map((item) => item.id));
    if (new Set(ids).size !== ids.length) {
      context.addIssue({ code: "custom", path: ["subscales"], message: "Two items share one id." });
    }
  });
export type Instrument = z.infer<typeof instrumentSchema>;

/** Answers by item id. Null means not answered and is never zero. */
export type Answers = Readonly<Record<string, number | null>>;

/** What the person answering, and scoring, need of an instrument: everything but its licence and its published figures. */
export type AskedInstrument = Omit<Instrument, "references" | "licence">;

/** The questionnaire of one line of a plan, on one of the days it falls due. */
export const occasionSchema = z.strictObject({
  itemKey: z.uuid(),
  dueOn: z.string().refine(isCalendarDay, "This is not a day of the calendar."),
});

export const openDraftSchema = occasionSchema.extend({ id: z.uuid() });

/** One answer. `value` is null when the person would rather not answer; `answeredAt` is when they chose, by the portal's clock. */
export const saveAnswerSchema = z.strictObject({
  draftId: z.uuid(),
  itemId: z.string().max(80, "There is no such question."),
  value: z.number("Choose one of the answers.").int("Choose one of the answers.").nullable(),
  answeredAt: z.iso.datetime({ error: "This is not a time." }).transform((text) => new Date(text)),
});

/** `id` is that of the response. */
export const submitSchema = z.strictObject({ id: z.uuid(), draftId: z.uuid() });
