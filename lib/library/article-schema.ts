import { z } from "zod";
import { CHAINS } from "@/lib/movement/vocabulary";
import { anySlug, isOpenHttps, lines, names, once, sentence, shippedSlug, storable, words } from "./text-fields";

/** A file of content/articles: front matter, with the Markdown body under it. */
export const articleSchema = z.strictObject({
  slug: shippedSlug,
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
  relatedExercises: z.array(shippedSlug),
  /** A moving picture of the chain from foot to back, shown under the heading of the same name. */
  explorer: z.enum(CHAINS).nullable(),
  tags: z.array(z.string()).min(1),
  readingMinutes: z.number().int().min(1).max(30),
  body: z.string().min(400),
});
export type Article = z.infer<typeof articleSchema>;

/** Titles of articles are longer than the names of exercises. */
export const TITLE_LENGTH = 100;

const address = storable.pipe(
  z
    .string()
    .trim()
    .max(500, "At most 500 characters.")
    .refine((text) => text === "" || isOpenHttps(text), "Give the whole address, beginning with https://, or none."),
);

const reference = z
  .strictObject({ text: words(3, 400, "Say what it is, or take it away."), url: address.optional() })
  .transform(({ text, url }): { text: string; url?: string } => (url ? { text, url } : { text }));

const same = (line: string) => line;

/**
 * An article a clinic writes itself. A leaflet may be short: what ships has more to say. What it must not lack is when to get
 * help. How long it takes to read is worked out from its words.
 */
export const ownArticleSchema = z.strictObject({
  title: words(3, TITLE_LENGTH, "Give it a title of at least three letters."),
  summary: words(8, 400, "Say in a sentence or two what it is about."),
  whyItMatters: words(8, 800, "Say in a sentence why it is worth reading."),
  keyPoints: once(lines(8, "Write at least one point to remember."), same),
  whenToGetHelp: z.strictObject({
    emergency: once(lines(12, "Say at least once when to get help right away."), same),
    soon: once(lines(12, "Say at least once when to ask for help soon."), same),
  }),
  questions: once(
    z
      .array(
        z.strictObject({
          question: words(3, 400, "Write the question, or take it away."),
          answer: words(3, 1200, "Write the answer."),
        }),
      )
      .max(12, "At most 12 questions."),
    ({ question }) => question,
    "question",
  ).default([]),
  references: once(z.array(reference).max(20, "At most 20."), ({ text }) => text, "text").default([]),
  relatedExercises: z
    .array(anySlug)
    .max(20, "At most 20.")
    .transform((slugs) => [...new Set(slugs)])
    .default([]),
  explorer: z.enum(CHAINS, "Choose one of these, or none.").nullable(),
  tags: once(names(12), same).default([]),
  body: words(40, 20_000, "Write the text: a few sentences at least."),
});
export type OwnArticle = z.output<typeof ownArticleSchema>;
/** An article as a form holds it, before it is parsed. */
export type OwnArticleInput = z.input<typeof ownArticleSchema>;

/** Any article as it is stored, by whichever door it came in: those of an earlier release have no picture to move. */
export const libraryArticleSchema = z.object({
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  whyItMatters: z.string(),
  keyPoints: z.array(z.string()),
  whenToGetHelp: z.object({ emergency: z.array(z.string()), soon: z.array(z.string()) }),
  questions: z.array(z.object({ question: z.string(), answer: z.string() })),
  references: z.array(z.object({ text: z.string(), url: z.url().optional() })),
  relatedExercises: z.array(z.string()),
  explorer: articleSchema.shape.explorer.default(null),
  tags: z.array(z.string()),
  readingMinutes: z.number().int(),
  body: z.string(),
});
