import type { Scale } from "../instrument-schema";

/** Something to put right in a file, or to know of: where it stands, and one sentence. */
export type Remark = { where: string; message: string };

/** Words of a file and the place they stand at. */
export type FoundText = { text: string; where: string };
export type FoundAnswer = FoundText & { value: number };
export type FoundItem = FoundText & { answers: FoundAnswer[] };

/** What a file says of one list, not yet held against the structure: answers of the list stand for all its items. */
export type FoundList = { stem: FoundText | null; items: FoundItem[]; answers: FoundAnswer[] };

/** All a file says, by list, with what reading it showed. */
export type Found = { lists: Map<string, FoundList>; problems: Remark[]; warnings: Remark[] };

/** The words of one list, held against the structure and found whole. */
export type WordedList = {
  id: string;
  stem: string;
  scale: Scale;
  items: { text: string; options?: { value: number; label: string }[] }[];
};

/** The words a clinic brings in, by the lists of the structure, in its order. */
export type LicensedWords = { lists: WordedList[] };

/** A few words of a file in quotes, for a message. */
export function quoted(text: string): string {
  return text.length > 40 ? `"${text.slice(0, 40)}…"` : `"${text}"`;
}

/** "1 item", "4 items". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** "0, 1 and 2". */
export function listed(values: readonly (string | number)[]): string {
  return values.length < 2 ? values.join("") : `${values.slice(0, -1).join(", ")} and ${values.at(-1)}`;
}

/** "5", or "3 to 5". */
export function between({ fewest, most }: { fewest: number; most: number }): string {
  return fewest === most ? `${most}` : `${fewest} to ${most}`;
}
