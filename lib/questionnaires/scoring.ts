import type { Answers, Instrument } from "./schemas";
import { imputedSum, onRange, type RangeScore, stands, tally, totalOf } from "./scoring/tally";
import type { Direction, MissingRule } from "./vocabulary";

/** What scoring needs of an instrument. */
export type ScoringKey = Pick<Instrument, "scale" | "subscales" | "missingRule">;

/** `imputed` counts unanswered items that took the mean of the answered ones; 0 when there is no score. */
type SubscaleScore = RangeScore & { id: string; answered: number; imputed: number };

export type InstrumentScore = { subscales: SubscaleScore[]; total: RangeScore };

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
 * Scores the answers to an instrument whose item values run from best to worst. An item not answered (null, or absent) is
 * never 0: with enough answers it takes the mean of the answered ones of its subscale, so that raw = mean × number of items;
 * with too few there is no score. The total is the sum of the subscales, and none when any of them has none.
 * @throws InvalidAnswerError on an unknown item, or an answer off the scale or not whole; nothing is scored then.
 */
export function score(
  instrument: ScoringKey,
  answers: Answers,
  rule: MissingRule = instrument.missingRule,
): InstrumentScore {
  const given = readAnswers(instrument, answers);
  const values = instrument.scale.options.map((option) => option.value);
  const least = Math.min(...values);
  const most = Math.max(...values);
  const subscales = instrument.subscales.map((subscale): SubscaleScore => {
    const count = subscale.items.length;
    const counted = tally(subscale.items.map((item) => given.get(item.id) ?? null));
    const { answered } = counted;
    const needed = answersNeeded(subscale, rule);
    const isScored = stands(counted, needed);
    const raw = isScored ? imputedSum(counted) : null;
    const reason = `${answered} of ${count} answered, at least ${needed} needed`;
    const imputed = isScored ? count - answered : 0;
    return { id: subscale.id, ...onRange(raw, [least * count, most * count], reason), answered, imputed };
  });
  return { subscales, total: totalOf(subscales.map((part) => ({ ...part, title: titleOf(instrument, part.id) }))) };
}

function titleOf(instrument: ScoringKey, id: string): string {
  return instrument.subscales.find((subscale) => subscale.id === id)?.title ?? id;
}

/** The answers given, by item id; those not given are left out. */
function readAnswers(instrument: ScoringKey, answers: Answers): Map<string, number> {
  const allowed = new Set(instrument.scale.options.map((option) => option.value));
  const given = new Map<string, number>();
  const known = new Set<string>();
  for (const subscale of instrument.subscales) {
    subscale.items.forEach(({ id }, index) => {
      known.add(id);
      const value = Object.hasOwn(answers, id) ? answers[id] : null;
      if (value === null || value === undefined) return;
      if (!Number.isInteger(value)) throw new InvalidAnswerError(subscale.id, index + 1, id, "not a whole number");
      if (!allowed.has(value)) throw new InvalidAnswerError(subscale.id, index + 1, id, "not on the scale");
      given.set(id, value);
    });
  }
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
