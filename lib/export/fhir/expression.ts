import type { Instrument, Scale } from "@/lib/questionnaires/instrument-schema";
import { boundsOf, scaleOf } from "@/lib/questionnaires/scales";
import { publishedKey, type ScoredPart, scoredParts } from "@/lib/questionnaires/scored-parts";
import type { Formula, Structure, Variant } from "@/lib/questionnaires/scoring/structure";
import type { Direction } from "@/lib/questionnaires/vocabulary";
import { ORDINAL_VALUE } from "./addresses";

/**
 * How a part is scored, in FHIRPath: `expression` gives the score people see, from `least` to `most` and not rounded, or nothing where too
 * few items are answered. It reads the answers of a QuestionnaireResponse, %resource, however deep they stand; those of a choice by the
 * ordinal value they carry.
 */
export type ScoreRule = Pick<ScoredPart, "id" | "title" | "meaning" | "isWhole"> & {
  expression: string;
  least: number;
  most: number;
};

/** A score before it is shown: on its own range, which runs from good to bad unless `runs` says otherwise. */
type Raw = { expression: string; range: readonly [min: number, max: number]; runs: Direction };

type Counted = { count: string; sum: string };

/** The rule of every score an instrument gives, in the order of scoredParts. */
export function scoreRules(instrument: Instrument): ScoreRule[] {
  const key = publishedKey(instrument);
  const raws = key ? publishedRaws(instrument, key) : ownRaws(instrument);
  return scoredParts(instrument).map(({ id, title, meaning, isWhole }) => {
    const raw = raws.get(id);
    if (!raw) throw new Error(`no rule for the score ${id} of ${instrument.slug}`);
    return { id, title, meaning, isWhole, ...shownAs(raw, instrument) };
  });
}

/** The same as shownOf of instrument-score.ts. */
function shownAs({ expression, range, runs }: Raw, { shown, direction }: Instrument) {
  const [min, max] = range;
  if (shown === "raw") return { expression, least: min, most: max };
  const share = min === 0 && max === 100 ? expression : `(${less(expression, min)}) * 100 / ${max - min}`;
  return { expression: runs === direction ? share : `100 - (${share})`, least: 0, most: 100 };
}

const less = (expression: string, by: number) => (by === 0 ? expression : `${expression} - (${by})`);

function counted(itemIds: readonly string[], scale: Scale): Counted {
  const links = itemIds.map((id) => `'${id}'`).join(" | ");
  const answers = `%resource.repeat(item).where(linkId in (${links})).answer.value`;
  const count = `${answers}.count()`;
  if (scale.kind === "tick") return { count, sum: `${answers}.where($this = true).count()` };
  const isChoice = scale.kind === "likert" || scale.kind === "yes-no";
  const values = isChoice ? `${answers}.extension('${ORDINAL_VALUE}').value` : answers;
  return { count, sum: `${values}.aggregate($this + $total, 0)` };
}

type Counting = { itemIds: readonly string[]; needed: number; scale: Scale; least: number; most: number };

function rawExpression(formula: Formula, { itemIds, needed, scale, least, most }: Counting): string {
  const { count, sum } = counted(itemIds, scale);
  const items = itemIds.length;
  const imputed = needed >= items ? sum : `${sum} * ${items} / ${count}`;
  const percent = `(${sum} - (${least}) * ${count}) * 100 / (${most - least} * ${count})`;
  const score: Record<Formula, string> = {
    sum: imputed,
    range: imputed,
    nomogram: imputed,
    mean: `${sum} / ${count}`,
    count: sum,
    percent,
    "percent-reversed": `100 - ${percent}`,
  };
  return `iif(${count} >= ${Math.max(needed, 1)}, ${score[formula]})`;
}

function rangeOf(formula: Formula, { itemIds, least, most }: Counting): Raw["range"] {
  if (formula === "percent" || formula === "percent-reversed") return [0, 100];
  return formula === "mean" ? [least, most] : [least * itemIds.length, most * itemIds.length];
}

/** A score made of others; nothing as soon as one of them is nothing. */
function wholeOf(raws: readonly Raw[], of: "sum" | "mean", runs: Direction): Raw {
  const divisor = of === "mean" ? raws.length : 1;
  const sum = raws.map(({ expression }) => `(${expression})`).join(" + ");
  const end = (at: 0 | 1) => raws.reduce((all, { range }) => all + range[at], 0) / divisor;
  return { expression: divisor === 1 ? sum : `(${sum}) / ${divisor}`, range: [end(0), end(1)], runs };
}

function ownRaws(instrument: Instrument): Map<string, Raw> {
  const runs = instrument.itemDirection ?? "lower-is-better";
  const raws = new Map<string, Raw>();
  for (const { id, itemIds, needed, isWhole } of scoredParts(instrument)) {
    const subscale = instrument.subscales.find((candidate) => !isWhole && candidate.id === id);
    if (!subscale) continue;
    const scale = scaleOf(instrument, subscale);
    const counting = { itemIds, needed, scale, ...boundsOf(scale) };
    const formula = subscale.formula === "mean" ? "mean" : "range";
    raws.set(id, { expression: rawExpression(formula, counting), range: rangeOf(formula, counting), runs });
  }
  const of = instrument.total ?? "sum";
  if (of !== "none" && raws.size > 0) raws.set("total", wholeOf([...raws.values()], of, runs));
  return raws;
}

function publishedRaws(
  instrument: Instrument,
  { structure, variant }: { structure: Structure; variant: Variant },
): Map<string, Raw> {
  if (structure.own === "start-back") return startBackRaws(instrument);
  const made = new Map(scoredParts(instrument).map((part) => [part.id, part]));
  const raws = new Map(
    variant.parts.map((part): [string, Raw] => {
      const { formula, from, needed } = part;
      const answers = { ...boundsIn(variant, from), scale: scaleIn(instrument, from), needed };
      const counting = { ...answers, itemIds: made.get(part.id)?.itemIds ?? [] };
      const raw = { expression: rawExpression(formula, counting), range: rangeOf(formula, counting) };
      if (formula === "nomogram") return [part.id, nomogramOf(raw.expression, structure, instrument)];
      return [part.id, { ...raw, runs: formula === "range" ? "lower-is-better" : structure.direction }];
    }),
  );
  const { whole } = structure;
  if (whole) {
    const runs = whole.of === "sum" ? "lower-is-better" : structure.direction;
    raws.set(whole.id, wholeOf([...raws.values()], whole.of, runs));
  }
  return raws;
}

function boundsIn({ lists }: Variant, listId: string): { least: number; most: number } {
  const list = lists.find(({ id }) => id === listId);
  if (!list) throw new Error(`no list ${listId}`);
  return { least: list.scale.least, most: list.scale.most };
}

function scaleIn(instrument: Instrument, subscaleId: string): Scale {
  const subscale = instrument.subscales.find(({ id }) => id === subscaleId);
  if (!subscale) throw new Error(`no part ${subscaleId} in ${instrument.slug}`);
  return scaleOf(instrument, subscale);
}

/** The sum itself where sums are shown; else the 0-100 (100 = worst) that the table has for it, sum by sum. */
function nomogramOf(sum: string, { nomogram = [] }: Structure, { shown }: Instrument): Raw {
  if (shown === "raw") return { expression: sum, range: [0, nomogram.length - 1], runs: "lower-is-better" };
  const table = nomogram.reduceRight<string>(
    (rest, score, at) => `iif($this = ${at}, ${score}${rest && `, ${rest}`})`,
    "",
  );
  return { expression: `(${sum}).select(${table})`, range: [0, 100], runs: "lower-is-better" };
}

/** Items 0 or 1, and one point more for a bothersomeness of 3 or 4; all answers needed: start-back.ts in scoring/. */
function startBackRaws(instrument: Instrument): Map<string, Raw> {
  const bother = instrument.subscales.find(({ id }) => id === "bother")?.items.map(({ id }) => id) ?? [];
  const bothered = counted(bother, scaleIn(instrument, "bother"));
  return new Map(
    scoredParts(instrument).map(({ id, itemIds }): [string, Raw] => {
      const own = itemIds.filter((itemId) => !bother.includes(itemId));
      const { count, sum } = counted(own, scaleIn(instrument, "items"));
      const isAnswered = `${count} + ${bothered.count} >= ${itemIds.length}`;
      const expression = `iif(${isAnswered}, ${sum} + iif(${bothered.sum} >= 3, 1, 0))`;
      return [id, { expression, range: [0, itemIds.length], runs: "lower-is-better" }];
    }),
  );
}
