import { countedQuestions } from "./answered-questions";
import { activityKey, isSamePart } from "./comparable";
import { type Gap, gapOf } from "./gaps";
import type { Item, Subscale } from "./instrument-schema";
import { ratingOf } from "./named-activities";
import type { ResponseRecord } from "./response-record";
import { nameOf } from "./result";
import { answerInWords, scaleOf } from "./scales";

/**
 * One answer as a clinician reads it. `text` is what the person called an activity, or the item's words. `value` is on the item's scale; null is
 * not answered, and `gap` says why. `change` is since the response before, in the direction answers run; null without both.
 */
export type DetailItem = {
  id: string;
  text: string;
  value: number | null;
  label: string | null;
  gap: Gap | null;
  previous: number | null;
  previousLabel: string | null;
  change: number | null;
  /** Why there is no change to tell of an activity: it was never named before, or not last time. Null for all others. */
  newness: "new" | "not-last-time" | null;
};

/** `isScored` is false for a part whose answers are neither better nor worse than others. */
export type DetailPart = { id: string; title: string; stem: string; isScored: boolean; items: DetailItem[] };

/** The answers of one part against the response before it, the last of `earlier`, which are oldest first. */
export function detailPart(record: ResponseRecord, subscale: Subscale, earlier: readonly ResponseRecord[]): DetailPart {
  const { id, title, stem, items } = subscale;
  const last = earlier.at(-1);
  const part = { itemIds: items.map((item) => item.id) };
  const previous = last && isSamePart(part, record.instrument, last.instrument) ? last : null;
  const counted = new Set(countedQuestions(record).flatMap((question) => question.items));
  return {
    id,
    title,
    stem,
    isScored: subscale.formula !== "none",
    items: items
      .filter((item) => counted.has(item))
      .map((item) => detailItem(item, subscale, record, { previous, earlier })),
  };
}

type Before = { previous: ResponseRecord | null; earlier: readonly ResponseRecord[] };

function detailItem(item: Item, subscale: Subscale, record: ResponseRecord, { previous, earlier }: Before): DetailItem {
  const scale = scaleOf(record.instrument, subscale);
  const value = record.answers[item.id] ?? null;
  const before = previous && answerBefore(item.id, subscale, record, previous);
  const words = (answer: number | null) => (answer === null ? null : answerInWords(scale, answer, item));
  return {
    id: item.id,
    text: nameOf(item, record),
    value,
    label: words(value),
    gap: value === null ? gapOf([item.id], record) : null,
    previous: before,
    previousLabel: words(before),
    change: value === null || before === null ? null : value - before,
    newness: newnessOf(record.names[item.id], before, earlier),
  };
}

function newnessOf(
  name: string | undefined,
  before: number | null,
  earlier: readonly ResponseRecord[],
): DetailItem["newness"] {
  if (name === undefined || before !== null || earlier.length === 0) return null;
  return earlier.some((one) => ratingOf(name, one) !== null) ? "not-last-time" : "new";
}

/** The answer to the item that asked the same before: for an activity the person named, wherever it stood then. */
function answerBefore(id: string, { items }: Subscale, now: ResponseRecord, before: ResponseRecord): number | null {
  const name = now.names[id];
  const isSame = (one: string) =>
    name === undefined
      ? one === id && before.names[one] === undefined
      : activityKey(before.names[one] ?? "") === activityKey(name);
  const found = items.find((item) => isSame(item.id));
  return found === undefined ? null : (before.answers[found.id] ?? null);
}
