/** Published words that say more of a person than a total can, and what stands for them. */
const NEUTRAL: Readonly<Record<string, string>> = {
  crippled: "very severe",
  "bed-bound-or-exaggerated": "the highest",
};

/** The published word for a total as the person themselves reads it. */
export function bandForPerson(band: string): string {
  return NEUTRAL[band] ?? band.replaceAll("-", " ");
}

/** The published word for a total, as published. */
export function bandForClinician(band: string): string {
  return band.replaceAll("-", " ");
}
