import { z } from "zod";

/** The longest a message may be, in characters. */
export const LONGEST_MESSAGE = 2000;

/** Control characters, halves of a character, and marks that turn the direction of the text around them: nobody says them. */
const UNSAID = /(?![\n\t])\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/gu;

const bodyOf = (empty: string) =>
  z
    .string({ error: empty })
    .transform((text) => text.replace(/\r\n?/g, "\n").replace(UNSAID, ""))
    .pipe(z.string().trim().min(1, empty).max(LONGEST_MESSAGE, "At most 2,000 characters."));

/** A patient's question about what a line of their plan gives them to read or to do. `id` makes sending it again harmless. */
export const askSchema = z.strictObject({
  id: z.uuid(),
  planItemId: z.uuid(),
  body: bodyOf("Write your question first."),
});

/** A clinician's answer to a question. */
export const answerSchema = z.strictObject({
  id: z.uuid(),
  questionId: z.uuid(),
  body: bodyOf("Write your answer first."),
});
