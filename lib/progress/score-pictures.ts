import type { Instrument } from "@/lib/questionnaires/instrument-schema";
import type { ChangeBand } from "@/lib/questionnaires/result";
import { boundsOf, itemsOf, optionsOf } from "@/lib/questionnaires/scales";
import type { ScoredPart } from "@/lib/questionnaires/scored-parts";

/** What is drawn on one pair of axes: the parts of a questionnaire that share a range. */
export type ScorePicture = {
  least: number;
  most: number;
  /** What the two ends mean, in a sentence: "0 is best, 100 is worst." */
  ends: string;
  parts: { id: string; title: string }[];
  /** Sizes of change that mean something, where the picture has one part. */
  bands: ChangeBand[];
};

type Ranged = { id: string; least: number; most: number; bands: readonly ChangeBand[] };

/** The pictures of a questionnaire, one for each range its parts have, in the order of the parts. */
export function scorePictures(
  instrument: Instrument,
  parts: readonly ScoredPart[],
  ranges: readonly Ranged[],
): ScorePicture[] {
  const byRange = new Map<string, { range: Ranged; parts: ScoredPart[] }>();
  for (const part of parts) {
    const range = ranges.find(({ id }) => id === part.id);
    if (!range) continue;
    const key = `${range.least} ${range.most}`;
    const found = byRange.get(key) ?? { range, parts: [] };
    found.parts.push(part);
    byRange.set(key, found);
  }
  return [...byRange.values()].map(({ range, parts: drawn }) => ({
    least: range.least,
    most: range.most,
    ends: endsInWords(instrument, drawn, range),
    parts: drawn.map(({ id, title }) => ({ id, title })),
    bands: drawn.length === 1 ? [...range.bands] : [],
  }));
}

function endsInWords(instrument: Instrument, parts: readonly ScoredPart[], { least, most }: Ranged): string {
  const words = parts.map((part) => JSON.stringify(endLabels(instrument, part, { least, most })));
  const [labels] = parts.map((part) => endLabels(instrument, part, { least, most }));
  if (labels && new Set(words).size === 1) return `${least} means “${labels[0]}”, ${most} means “${labels[1]}”.`;
  const [low, high] = instrument.direction === "lower-is-better" ? ["best", "worst"] : ["worst", "best"];
  return `${least} is ${low}, ${most} is ${high}.`;
}

type Ends = { least: number; most: number };

/** The words the person saw at the ends, where the score runs on the very scale of the answers. */
function endLabels(instrument: Instrument, { itemIds }: ScoredPart, ends: Ends): [string, string] | null {
  const asked = itemsOf(instrument).filter(({ item }) => itemIds.includes(item.id));
  const [first] = asked;
  if (!first || instrument.shown !== "raw" || asked.some(({ scale }) => scale !== first.scale)) return null;
  const { scale, item } = first;
  const { least, most } = boundsOf(scale);
  if (least !== ends.least || most !== ends.most) return null;
  if ("lowLabel" in scale) return [scale.lowLabel, scale.highLabel];
  const labelOf = (end: number) => optionsOf(scale, item)?.find(({ value }) => value === end)?.label;
  const [low, high] = [labelOf(least), labelOf(most)];
  return low === undefined || high === undefined ? null : [low, high];
}
