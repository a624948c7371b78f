import { z } from "zod";

/** A sentence or two of what ships. */
export const sentence = z.string().trim().min(8).max(400);
/** The slug of what ships: the name of its file. */
export const shippedSlug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Lower-case words joined by hyphens.");

/** Text without what the database cannot keep: U+0000, and halves of a character. */
export const storable = z.string().transform((text) => text.replaceAll("\u0000", "").replace(/\p{Cs}/gu, ""));

/** The slug of any item: of a shipped one, or of the clinic's own, which holds a tilde. */
export const anySlug = storable.pipe(
  z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*(~[a-z0-9]+)?$/, "This is not in the library."),
);

/** What a clinician types: characters at least and at most, and what to say of too few. */
export const words = (least: number, most: number, empty: string) =>
  storable.pipe(
    z
      .string()
      .trim()
      .min(least, empty)
      .max(most, `At most ${most.toLocaleString("en-GB")} characters.`),
  );

/** Up to `most` short sentences, and what to say when there is none. */
export const lines = (most: number, empty: string) =>
  z
    .array(words(3, 400, "Write it out, or take the line away."))
    .min(1, empty)
    .max(most, `At most ${most} lines.`);

/** Up to `most` names of a word or a few. */
export const names = (most: number) =>
  z.array(words(2, 60, "At least two letters, or take it away.")).max(most, `At most ${most}.`);

/** A list in which nothing stands twice, whatever the capitals: the second of two is told at its `field`. */
export const once = <S extends z.ZodType>(list: z.ZodArray<S>, nameOf: (one: z.output<S>) => string, field?: string) =>
  list.superRefine((all, context) => {
    const seen = new Set<string>();
    for (const [at, one] of all.entries()) {
      const name = nameOf(one).toLowerCase();
      const path = field === undefined ? [at] : [at, field];
      if (seen.has(name)) context.addIssue({ code: "custom", path, message: "This is here twice. Take one away." });
      seen.add(name);
    }
  });

/** Whether a text is a whole address of the open web, by https and without a password in it. */
export function isOpenHttps(text: string): boolean {
  if (!/^https:\/\//i.test(text) || !URL.canParse(text)) return false;
  const { hostname, username, password } = new URL(text);
  return hostname.includes(".") && username === "" && password === "";
}
