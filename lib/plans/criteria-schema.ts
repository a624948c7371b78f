import { z } from "zod";
import { storable } from "@/lib/library/text-fields";

const painSchema = z.strictObject({
  /** NPRS 0-10. */
  value: z
    .number({ error: "Enter a number from 0 to 10." })
    .int("Whole numbers only.")
    .min(0, "At least 0.")
    .max(10, "At most 10."),
  /** Days of practice running. */
  sessions: z
    .number({ error: "Enter a number of sessions." })
    .int("Whole numbers only.")
    .min(1, "At least 1.")
    .max(30, "At most 30 sessions."),
});

const scoreSchema = z.strictObject({
  /** The questionnaire, and the part of it. */
  slug: storable.pipe(z.string().min(1).max(80)),
  part: storable.pipe(z.string().min(1).max(60)),
  is: z.enum(["at-most", "at-least"]),
  /** On the scale people are shown. */
  value: z.number({ error: "Enter a score." }).min(-1000, "At least -1000.").max(1000, "At most 1000."),
});

/** When to think of moving on from a phase. All that is asked must hold; it decides nothing by itself. */
export const phaseCriteriaSchema = z
  .strictObject({
    painAtMost: painSchema.nullable(),
    /** Each exercise of the phase, the last time it was done, in full. */
    repetitionsReached: z.boolean(),
    score: scoreSchema.nullable(),
    /** Where the idea comes from. */
    source: storable.pipe(
      z.string().trim().min(10, "Say where the idea comes from.").max(500, "At most 500 characters."),
    ),
  })
  .refine((criteria) => criteria.painAtMost !== null || criteria.repetitionsReached || criteria.score !== null, {
    path: ["painAtMost"],
    error: "Ask for at least one thing: pain, repetitions or a score.",
  });
export type CriteriaInput = z.input<typeof phaseCriteriaSchema>;
export type PhaseCriteria = z.infer<typeof phaseCriteriaSchema>;
