import { z } from "zod";

/**
 * Text as it is stored: composed (NFC), without control characters and without the marks that turn the direction of the text
 * around them. Every script and every emoji stays as it was typed.
 */
function clean(text: string, keepLines: boolean): string {
  const plain = text.replace(/\r\n?/g, "\n").replace(/[\u202a-\u202e\u2066-\u2069]/g, "");
  const lines = keepLines ? plain : plain.replace(/[\n\t]/g, " ");
  return lines
    .replace(/(?![\n\t])\p{Cc}/gu, "")
    .replace(/[^\S\n]+/g, " ")
    .trim()
    .normalize("NFC");
}

/** Counts characters as people do (an emoji is one), and stops counting when it is clear. */
const isAtMost = (text: string, most: number) =>
  text.length <= most || (text.length <= 2 * most && [...text].length <= most);

/** A text field of 1 to `most` characters: one line, or several with `keepLines`. */
export function textField(most: number, empty: string, options: { keepLines?: boolean } = {}) {
  return z
    .string({ error: empty })
    .refine((text) => text.length <= 20 * most, { error: `At most ${most} characters.`, abort: true })
    .transform((text) => clean(text, options.keepLines ?? false))
    .pipe(
      z
        .string()
        .min(1, empty)
        .refine((text) => isAtMost(text, most), `At most ${most} characters.`),
    );
}
