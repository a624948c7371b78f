import type { Answers, Instrument, Subscale } from "./instrument-schema";
import { boundsOf, faultOf, itemsOf, scaleOf } from "./scales";
import { imputedSum, noScoreFor, onRange, type RangeScore, stands, tally, totalOf } from "./scoring/tally";
import type { Direction, MissingRule } from "./vocabulary";

/** What scoring needs of an instrument. */
export type ScoringKey = Pick<Instrument, "scale" | "subscales" | "missingRule" | "itemDirection" | "total">;

/** `imputed` counts unanswered items that took the mean of the answered ones; 0 when there is no score. */
type SubscaleScore = RangeScore & { id: string; answered: number; imputed: number };

/** `total` is null for an instrument that has none. */
export type OwnScore = { subscales: SubscaleScore[]; total: RangeScore | null };

/**
 * An answer nobody could have given. `item` counts from 1 in its subscale, and is null when the fault is of the whole list;
 * both are null for an item the instrument has not. `itemId` is null where items have no ids.
 */
export class InvalidAnswerError extends Error {
  override readonly name = "InvalidAnswerError";
  constructor(
    readonly subscale: string | null,
    readonly item: number | null,
    readonly itemId: string | null,
    reason: string,
  ) {
    super(subscale === null ? reason : `${subscale}${item === null ? "" : `, item ${item}`}: ${reason}`);
  }
}

/** Number of items of a subscale, and the fewest answers the `guide` rule scores. */
type SubscaleSize = { items: { readonly length: number }; minimumAnswered: number };

/**
 * Fewest answers a subscale needs for a score.
 * - `guide`: the subscale's own minimum; for the structure of 5 pain, 2 stiffness and 17 function items it is 4, 1 and 14
 *   (Whitehouse 2004 for function; pain and stiffness from background knowledge of Bellamy's user guide).
 * - `half`: at least half of the items. `complete`: every item.
 */
export function answersNeeded({ items, minimumAnswered }: SubscaleSize, rule: MissingRule): number {
  switch (rule) {
    case "guide":
      return minimumAnswered;
    case "half":
      return Math.ceil(items.length / 2);
    case "complete":
      return items.length;
  }
}

/**
 * Scores the answers to an instrument of the portal's own. A part that is scored takes the sum of its answers on the range it can have, or
 * their mean. An item not answered (null, or absent) is never 0: with enough answers it takes the mean of the answered ones of its part, so
 * that raw = mean × number of items; with too few there is no score. The total is the sum or the mean of the parts, and none when any of
 * them has none. `worst100` runs from 0 (best) to 100 (worst) whichever way the answers run.
 * @throws InvalidAnswerError on an unknown item, or an answer off the scale or not whole; nothing is scored then.
 */
export function score(instrument: ScoringKey, answers: Answers, rule: MissingRule = instrument.missingRule): OwnScore {
  const given = givenAnswers(instrument, answers);
  const scored = instrument.subscales.filter(({ formula }) => formula !== "none");
  const subscales = scored.map((subscale) => scoreSubscale(instrument, subscale, given, rule));
  return { subscales, total: wholeScore(instrument, subscales) };
}

function scoreSubscale(
  instrument: ScoringKey,
  subscale: Subscale,
  given: ReadonlyMap<string, number>,
  rule: MissingRule,
): SubscaleScore {
  const count = subscale.items.length;
  const counted = tally(subscale.items.map((item) => given.get(item.id) ?? null));
  const { answered, sum } = counted;
  const needed = answersNeeded(subscale, rule);
  const isScored = stands(counted, needed);
  const { least, most } = boundsOf(scaleOf(instrument, subscale));
  const isMean = subscale.formula === "mean";
  const raw = isScored ? (isMean ? sum / answered : imputedSum(counted)) : null;
  const range: RangeScore["range"] = isMean ? [least, most] : [least * count, most * count];
  const reason = `${answered} of ${count} answered, at least ${needed} needed`;
  const onOwn = onRange(raw, range, reason);
  return { id: subscale.id, ...facing(instrument, onOwn), answered, imputed: isScored ? count - answered : 0 };
}

/** 0-100 turned round where a high answer is a good one. */
function facing({ itemDirection }: ScoringKey, given: RangeScore): RangeScore {
  if (itemDirection !== "higher-is-better" || given.raw === null) return given;
  return { ...given, worst100: given.best100, best100: given.worst100 };
}

function wholeScore(instrument: ScoringKey, subscales: readonly SubscaleScore[]): RangeScore | null {
  const titled = subscales.map((part) => ({ ...part, title: titleOf(instrument, part.id) }));
  const kind = instrument.total ?? "sum";
  if (kind === "none" || titled.length === 0) return null;
  if (kind === "sum") return facing(instrument, totalOf(titled));
  const missing = titled.filter(({ raw }) => raw === null).map(({ title }) => title);
  const sum = (pick: (part: SubscaleScore) => number) =>
    titled.reduce((all, part) => all + pick(part), 0) / titled.length;
  const range: RangeScore["range"] = [sum(({ range: [min] }) => min), sum(({ range: [, max] }) => max)];
  const raw = missing.length > 0 ? null : sum((part) => part.raw ?? 0);
  return facing(instrument, onRange(raw, range, noScoreFor(missing)));
}

function titleOf(instrument: ScoringKey, id: string): string {
  return instrument.subscales.find((subscale) => subscale.id === id)?.title ?? id;
}

/**
 * The answers given, by item id; those not given are left out.
 * @throws InvalidAnswerError on an answer nobody could have given.
 */
export function givenAnswers(
  instrument: Pick<Instrument, "scale" | "subscales">,
  answers: Answers,
): Map<string, number> {
  const given = new Map<string, number>();
  const items = itemsOf(instrument);
  for (const { item, subscale, scale } of items) {
    const value = Object.hasOwn(answers, item.id) ? answers[item.id] : null;
    if (value === null || value === undefined) continue;
    const fault = faultOf(scale, value);
    if (fault) throw new InvalidAnswerError(subscale.id, subscale.items.indexOf(item) + 1, item.id, fault);
    given.set(item.id, value);
  }
  const known = new Set(items.map(({ item }) => item.id));
  for (const id of Object.keys(answers)) {
    if (!known.has(id)) throw new InvalidAnswerError(null, null, id, "the instrument has no such item");
  }
  return given;
}

/** The 0-100 score in the direction an instrument shows people, from the one kept (100 = worst). Not rounded. */
export function shownScore(worst100: number | null, direction: Direction): number | null {
  if (worst100 === null) return null;
  return direction === "lower-is-better" ? worst100 : 100 - worst100;
}
