import { z } from "zod";
import { REGIONS } from "@/lib/identity/vocabulary";
import { EQUIPMENT, LEVELS, POSITIONS } from "./vocabulary";

const sentence = z.string().trim().min(8).max(400);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Lower-case words joined by hyphens.");

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
  slug,
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
  dose: defaultDoseSchema,
});
export type Exercise = z.infer<typeof exerciseSchema>;

/** A file of content/articles: front matter, with the Markdown body under it. */
export const articleSchema = z.strictObject({
  slug,
  title: z.string().min(5).max(100),
  summary: sentence,
  whyItMatters: z.string().min(20).max(800),
  keyPoints: z.array(sentence).min(3).max(8),
  whenToGetHelp: z.strictObject({
    emergency: z.array(sentence).min(1),
    soon: z.array(sentence).min(1),
  }),
  questions: z.array(z.strictObject({ question: sentence, answer: z.string().min(20).max(1200) })).min(3),
  references: z.array(z.strictObject({ text: sentence, url: z.url().optional() })).min(1),
  relatedExercises: z.array(slug),
  tags: z.array(z.string()).min(1),
  readingMinutes: z.number().int().min(1).max(30),
  body: z.string().min(400),
});
export type Article = z.infer<typeof articleSchema>;
