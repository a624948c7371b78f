import type { Answers, Instrument } from "./instrument-schema";
import { publishedKey, type Scored, scoredParts } from "./scored-parts";
import { givenAnswers, score, shownScore } from "./scoring";
import type { PartScore as PublishedPart } from "./scoring/parts";
import { scorePublished } from "./scoring/published";
import type { Formula, Part, Structure, Variant } from "./scoring/structure";
import type { RangeScore } from "./scoring/tally";

/**
 * One score of a response. `raw` lies in `range`, in the instrument's own direction; `worst100` is 0 (best) to 100 (worst). Both are null,
 * with the reason, where there is no score. `imputed` counts unanswered items that took the mean. Nothing is rounded.
 */
export type PartScore = {
  id: string;
  isTotal: boolean;
  raw: number | null;
  range: [min: number, max: number];
  worst100: number | null;
  answered: number;
  count: number;
  imputed: number;
  reason: string | null;
};

/** `band` is the published word for the score, where there is one; `flags` are the ids of answers that must be acted on. */
export type InstrumentScore = { parts: PartScore[]; band: string | null; flags: string[] };

/**
 * Scores a response to any instrument of a clinic: the portal's own by its own rules, a licensed one by the published rule it names.
 * @throws InvalidAnswerError on an unknown item, or an answer off its scale; nothing is scored then.
 */
export function scoreInstrument(instrument: Scored & Pick<Instrument, "flags">, answers: Answers): InstrumentScore {
  const given = givenAnswers(instrument, answers);
  const raised = (instrument.flags ?? []).filter(
    ({ itemId, from }) => (given.get(itemId) ?? Number.NEGATIVE_INFINITY) >= from,
  );
  const flags = raised.map(({ id }) => id);
  const key = publishedKey(instrument);
  if (key) {
    const scored = publishedScore(instrument, key, given);
    return { ...scored, flags: [...new Set([...scored.flags, ...flags])] };
  }
  const { subscales, total } = score(instrument, answers);
  const sizes = new Map(instrument.subscales.map(({ id, items }) => [id, items.length]));
  const parts = subscales.map((part) => partOf(part, part.id, false, { ...part, count: sizes.get(part.id) ?? 0 }));
  if (total) parts.push(partOf(total, "total", true, summed(parts, total.raw !== null)));
  return { parts, band: null, flags };
}

type Counts = { answered: number; count: number; imputed: number };

function partOf({ raw, range, worst100, reason }: RangeScore, id: string, isTotal: boolean, counts: Counts): PartScore {
  const { answered, count, imputed } = counts;
  return { id, isTotal, raw, range, worst100, answered, count, imputed, reason };
}

function summed(parts: readonly Counts[], isScored: boolean): Counts {
  const sum = (pick: (part: Counts) => number) => parts.reduce((all, part) => all + pick(part), 0);
  return {
    answered: sum(({ answered }) => answered),
    count: sum(({ count }) => count),
    imputed: isScored ? sum(({ imputed }) => imputed) : 0,
  };
}

function publishedScore(
  instrument: Scored,
  key: { structure: Structure; variant: Variant },
  given: ReadonlyMap<string, number>,
): InstrumentScore {
  const { structure, variant } = key;
  const { scores, flags, band } = scorePublished(structure, variant, answerLists(instrument, variant, given));
  const known = new Map(variant.parts.map((part) => [part.id, part]));
  const counts = new Map(scoredParts(instrument).map(({ id, itemIds }) => [id, itemIds.length]));
  const parts = Object.entries(scores).map(([id, made]): PartScore => {
    const count = counts.get(id) ?? 0;
    const isTotal = structure.whole?.id === id;
    if ("range" in made) {
      const { raw, range, worst100, reason } = made;
      const [answered, imputed] = "answered" in made ? [made.answered, made.imputed] : [given.size, 0];
      return { id, isTotal, raw, range, worst100, answered, count, imputed, reason };
    }
    return { id, isTotal, count, ...plainPart(made, { structure, variant, part: known.get(id), count }) };
  });
  return { parts, band, flags };
}

/** The answers as the published rules take them: a list for each part, ticks as true and false, one number for a single item. */
function answerLists(
  instrument: Scored,
  { lists }: Variant,
  given: ReadonlyMap<string, number>,
): Record<string, unknown> {
  return Object.fromEntries(
    lists.map((list) => {
      const items = instrument.subscales.find(({ id }) => id === list.id)?.items ?? [];
      const values = items.map(({ id }) => given.get(id) ?? null);
      if (list.single) return [list.id, values[0] ?? null];
      return [
        list.id,
        list.scale.kind === "tick" ? values.map((value) => (value === null ? null : value === 1)) : values,
      ];
    }),
  );
}

/** What each formula's number runs on. Sums and means keep the scale of the answers; percents are 0-100. */
function rangeOf(
  formula: Formula | undefined,
  { least, most }: { least: number; most: number },
  count: number,
): [number, number] {
  if (formula === "sum" || formula === "count") return [least * count, most * count];
  return formula === "mean" ? [least, most] : [0, 100];
}

type Origin = { structure: Structure; variant: Variant; part: Part | undefined; count: number };

function plainPart(made: Exclude<PublishedPart, { range: unknown }>, { structure, variant, part, count }: Origin) {
  const { answered, reason } = made;
  if ("worst100" in made) {
    const most = (structure.nomogram?.length ?? 1) - 1;
    return {
      raw: made.raw,
      range: [0, most] as [number, number],
      worst100: made.worst100,
      answered,
      imputed: 0,
      reason,
    };
  }
  const scale = variant.lists.find(({ id }) => id === part?.from)?.scale ?? { least: 0, most: 1 };
  // Without a part it is a score of one point an item, or the mean of parts of 0-100.
  const range = part
    ? rangeOf(part.formula, scale, count)
    : structure.own
      ? rangeOf("sum", scale, count)
      : rangeOf(undefined, scale, count);
  const raw = made.score;
  const [min, max] = range;
  const share = raw === null ? null : ((raw - min) * 100) / (max - min);
  const worst100 = share === null || structure.direction === "lower-is-better" ? share : 100 - share;
  // A mean has no gaps to fill: activities that were not named are none.
  const hasGaps = part !== undefined && part.formula !== "count" && part.formula !== "mean";
  const imputed = raw !== null && hasGaps ? count - answered : 0;
  return { raw, range, worst100, answered, imputed, reason };
}

/** A score as people see it, not rounded: on 0-100 in the instrument's direction, or the number on its own range. */
export type ShownScore = { value: number | null; least: number; most: number };

/** What people see of a score that is kept. */
export function shownOf(
  { raw, range, worst100 }: Pick<PartScore, "raw" | "range" | "worst100">,
  instrument: Pick<Instrument, "shown" | "direction">,
): ShownScore {
  if (instrument.shown === "raw") return { value: raw, least: range[0], most: range[1] };
  return { value: shownScore(worst100, instrument.direction), least: 0, most: 100 };
}
