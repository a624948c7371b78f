import type { z } from "zod";
import { describeIssue } from "./content-issue";
import type { Loaded } from "./content-problems";

/** What a file says before it is judged; `name` is its name without folder and ending. */
export type ContentFile = { file: string; name: string; fields: unknown };

/** The files that say what a schema asks for. What is wrong with the others is added to `problems`. */
export function parseFiles<Schema extends z.ZodType<{ slug: string }>>(
  files: readonly ContentFile[],
  schema: Schema,
  problems: string[],
): Loaded<z.output<Schema>>[] {
  return files.flatMap(({ file, name, fields }) => {
    const parsed = schema.safeParse(fields);
    if (!parsed.success) {
      problems.push(...parsed.error.issues.flatMap(describeIssue).map((problem) => `${file}: ${problem}`));
      return [];
    }
    if (parsed.data.slug !== name) problems.push(`${file}: slug: "${parsed.data.slug}" is not the file's name`);
    return [{ file, value: parsed.data }];
  });
}
