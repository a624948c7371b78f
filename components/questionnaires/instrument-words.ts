import { bandForClinician } from "@/lib/questionnaires/band-words";
import type { Instrument, Scale } from "@/lib/questionnaires/instrument-schema";
import { scoreInstrument, shownOf } from "@/lib/questionnaires/instrument-score";
import { licensedSlot } from "@/lib/questionnaires/licensed/slots";
import { publishedKey, scoredParts } from "@/lib/questionnaires/scored-parts";
import type { Formula } from "@/lib/questionnaires/scoring/structure";
import type { Direction } from "@/lib/questionnaires/vocabulary";

/** What an answer can be, in a sentence; null where the answers are a list of steps, which are shown as such. */
export function scaleInWords(scale: Scale): string | null {
  switch (scale.kind) {
    case "likert":
      return null;
    case "nrs":
      return `A whole number from ${scale.least} (${scale.lowLabel}) to ${scale.most} (${scale.highLabel}).`;
    case "vas":
      return `A place on a line from ${scale.least} (${scale.lowLabel}) to ${scale.most} (${scale.highLabel}).`;
    case "yes-no":
      return "Yes or no.";
    case "tick":
      return `A list to tick, with “${scale.none}” for none of them.`;
    case "named":
      return `“${scale.prompt}” The person names it and rates it from ${scale.least} (${scale.lowLabel}) to ${scale.most} (${scale.highLabel}).`;
  }
}

export const DIRECTION_WORDS: Readonly<Record<Direction, string>> = {
  "lower-is-better": "Lower is better.",
  "higher-is-better": "Higher is better.",
};

/** One score in words: what it is made of, the fewest answers it needs, and the numbers it runs between. */
export type ScoredLine = { id: string; title: string; meaning: string; made: string; needed: string; range: string };

const MADE: Readonly<Record<Formula, string>> = {
  sum: "answers added up",
  mean: "mean of the answers",
  count: "ticks counted",
  percent: "mean of the answers, as 0 to 100",
  "percent-reversed": "mean of the answers, as 0 to 100 and turned round",
  range: "answers added up",
  nomogram: "answers added up, and looked up in the published table",
};

/** The scores a questionnaire gives, each in words. */
export function scoredLines(instrument: Instrument): ScoredLine[] {
  const empty = new Map(scoreInstrument(instrument, {}).parts.map((part) => [part.id, shownOf(part, instrument)]));
  return scoredParts(instrument).map(({ id, title, meaning, itemIds, needed, isWhole }) => {
    const ends = empty.get(id);
    return {
      id,
      title,
      meaning,
      made:
        itemIds.length === 1
          ? "1 question: its answer"
          : `${itemIds.length} questions: ${isWhole ? wholeMade(instrument) : partMade(instrument, id)}`,
      needed: `${needed} of ${itemIds.length}`,
      range: ends ? `${ends.least} to ${ends.most}` : "",
    };
  });
}

function wholeMade(instrument: Instrument): string {
  const of = publishedKey(instrument)?.structure.whole?.of ?? instrument.total ?? "sum";
  return of === "mean" ? "mean of the parts" : "the parts added up";
}

function partMade(instrument: Instrument, id: string): string {
  const key = publishedKey(instrument);
  if (key?.structure.own === "start-back") return "one point for each that counts";
  const part = key?.variant.parts.find((one) => one.id === id);
  const { formula } = instrument.subscales.find((one) => one.id === id) ?? {};
  const made = MADE[part?.formula ?? (formula === "mean" ? "mean" : "sum")];
  const isTurned = instrument.shown !== "raw" && (!part || part.formula === "range");
  return isTurned ? `${made}, shown as 0 to 100` : made;
}

/** What is done about answers that are missing, and what else there is to know of the scores. */
export function scoringNotes(instrument: Instrument): string[] {
  const key = publishedKey(instrument);
  const parts = scoredParts(instrument);
  const unscored = instrument.subscales.filter(({ formula }) => formula === "none").map(({ title }) => title);
  const rule = licensedSlot(instrument.slug)?.rules.find(({ id }) => id === key?.variant.rule);
  return [
    ...(parts.length === 0 ? [] : [DIRECTION_WORDS[instrument.direction]]),
    "A question that is not answered is never counted as 0.",
    ...(rule ? [`The rule for missing answers: ${rule.words}.`] : []),
    ...missingNotes(instrument),
    ...bandNotes(instrument),
    ...(unscored.length === 0 ? [] : [`Not scored, and shown as answered: ${unscored.join(", ")}.`]),
  ];
}

/** Missing answers take the mean of the others where a sum or a mean is made of fewer than all; ticks are only counted. */
function missingNotes(instrument: Instrument): string[] {
  const parts = scoredParts(instrument);
  if (parts.length === 0) return [];
  if (parts.every(({ itemIds, needed }) => needed === itemIds.length)) {
    return ["A score needs every answer of its part."];
  }
  const isCounted = publishedKey(instrument)?.variant.parts.some(({ formula }) => formula === "count");
  if (isCounted) return [];
  return [
    "With enough answers, those that are missing take the mean of the others of their part; with fewer there is no score.",
  ];
}

/** See lib/questionnaires/scoring/start-back.ts. */
const START_BACK_NOTES = [
  "How much it bothers the person is one point from 3 on.",
  "Published groups: low up to a total of 3; above that high where the distress is 4 or 5, and medium where it is less.",
];

function bandNotes(instrument: Instrument): string[] {
  const { bands, own } = publishedKey(instrument)?.structure ?? {};
  if (own === "start-back") return START_BACK_NOTES;
  if (!bands) return [];
  const { edge, words } = bands;
  const said = words.map(([at, word]) => `${bandForClinician(word)} ${edge === "from" ? "from" : "up to"} ${at}`);
  return [`Published words for the total: ${said.join(", ")}.`];
}
