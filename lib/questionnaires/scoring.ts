import type { Answers, Instrument } from "./schemas";
import type { Direction, MissingRule } from "./vocabulary";

/** What scoring needs of an instrument. */
export type ScoringKey = Pick<Instrument, "scale" | "subscales" | "missingRule">;

/**
 * A score that stands, or the reason why it does not. `raw` lies in `range`; `worst100` is 0 (best) to 100 (worst) and
 * `best100` the reverse. None of them is rounded.
 */
type Score = { range: [min: number, max: number] } & (
  | { raw: number; worst100: number; best100: number; reason: null }
  | { raw: null; worst100: null; best100: null; reason: string }
);

/** `imputed` counts unanswered items that took the mean of the answered ones; 0 when there is no score. */
type SubscaleScore = Score & { id: string; answered: number; imputed: number };

export type InstrumentScore = { subscales: SubscaleScore[]; total: Score };

/** An answer nobody could have given. `item` counts from 1 in its subscale; both are null for an item the instrument has not. */
export class InvalidAnswerError extends Error {
  override readonly name = "InvalidAnswerError";
  constructor(
    readonly subscale: string | null,
    readonly item: number | null,
    readonly itemId: string,
    reason: string,
  ) {
    super(subscale === null ? reason : `${subscale}, item ${item}: ${reason}`);
  }
}

type Subscale = ScoringKey["subscales"][number];

/**
 * Fewest answers a subscale needs for a score.
 * - `guide`: the subscale's own minimum; for the structure of 5 pain, 2 stiffness and 17 function items it is 4, 1 and 14
 *   (Whitehouse 2004 for function; pain and stiffness from background knowledge of Bellamy's user guide).
 * - `half`: at least half of the items. `complete`: every item.
 */
export function answersNeeded({ items, minimumAnswered }: Subscale, rule: MissingRule): number {
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
    const found = subscale.items.map((item) => given.get(item.id)).filter((value) => value !== undefined);
    const needed = answersNeeded(subscale, rule);
    const sum = found.reduce((total, value) => total + value, 0);
    const stands = found.length > 0 && found.length >= needed;
    const raw = stands ? (sum * count) / found.length : null;
    const reason = `${found.length} of ${count} answered, at least ${needed} needed`;
    const imputed = stands ? count - found.length : 0;
    return { id: subscale.id, ...onRange(raw, [least * count, most * count], reason), answered: found.length, imputed };
  });
  return { subscales, total: totalOf(instrument, subscales) };
}

function totalOf(instrument: ScoringKey, subscales: readonly SubscaleScore[]): Score {
  const range: Score["range"] = [0, 0];
  let raw: number | null = 0;
  const missing: string[] = [];
  for (const subscale of subscales) {
    range[0] += subscale.range[0];
    range[1] += subscale.range[1];
    if (raw !== null) raw = subscale.raw === null ? null : raw + subscale.raw;
    if (subscale.raw === null) missing.push(titleOf(instrument, subscale.id));
  }
  return onRange(raw, range, `no score for ${missing.join(", ")}`);
}

function titleOf(instrument: ScoringKey, id: string): string {
  return instrument.subscales.find((subscale) => subscale.id === id)?.title ?? id;
}

function onRange(raw: number | null, range: Score["range"], reason: string): Score {
  if (raw === null) return { raw, range, worst100: null, best100: null, reason };
  const [min, max] = range;
  const worst100 = ((raw - min) * 100) / (max - min);
  return { raw, range, worst100, best100: 100 - worst100, reason: null };
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
