import { z } from "zod";

/** Longest name looked for; what is longer is cut. */
const SEARCH_LENGTH = 120;

/** What was typed into the search of the list of patients. Control characters, which no name has, are left out. */
export const patientSearchSchema = z.strictObject({
  search: z
    .string()
    .default("")
    .transform((text) =>
      text
        .replaceAll(/\p{Cc}/gu, "")
        .trim()
        .slice(0, SEARCH_LENGTH),
    ),
});
