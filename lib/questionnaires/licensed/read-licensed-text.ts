import { decodeText } from "@/lib/core/decode-text";
import { checkWords } from "./check-words";
import type { LicensedWords, Remark } from "./found-words";
import { readCsvWords } from "./read-csv-words";
import { readFhirWords } from "./read-fhir-words";
import type { LicensedSlot } from "./slot";

/** Most bytes of a file of words. */
export const MOST_BYTES = 1_000_000;
/** More remarks than this help nobody. */
const MOST_REMARKS = 50;

export type LicensedText = { ok: true; words: LicensedWords; warnings: Remark[] } | { ok: false; problems: Remark[] };

/**
 * Reads the words a clinic brings in for a published instrument, from a FHIR R4 Questionnaire (JSON) or CSV (see readCsvWords), and holds
 * them against its structure: lists, items, order, scale. Either everything fits, or `problems` names each thing that does not by its line or
 * linkId and nothing is given. Words are kept as plain text. Files over 1 MB are not opened.
 */
export function readLicensedText(slot: LicensedSlot, file: { name: string; bytes: Uint8Array }): LicensedText {
  const refuse = (message: string): LicensedText => ({ ok: false, problems: [{ where: "file", message }] });
  if (file.bytes.length > MOST_BYTES) {
    return refuse(`The file is ${(file.bytes.length / 1_000_000).toFixed(1)} MB; 1 MB is the most.`);
  }
  const decoded = decodeText(file.bytes);
  if ("problem" in decoded) return refuse(decoded.problem);
  if (decoded.text.trim() === "") return refuse("The file is empty.");
  const isJson = /\.json$/i.test(file.name) || /^\s*[{[]/.test(decoded.text);
  const found = isJson ? readFhirWords(decoded.text, slot) : readCsvWords(decoded.text, slot);
  // What could not be read as a whole is not held against the structure too.
  const words = found.lists.size > 0 ? checkWords(slot, found) : null;
  const { problems, warnings } = found;
  if (words) return { ok: true, words, warnings: warnings.slice(0, MOST_REMARKS) };
  return { ok: false, problems: problems.slice(0, MOST_REMARKS) };
}
