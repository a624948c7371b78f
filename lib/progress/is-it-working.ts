import type { ChangeBand } from "@/lib/questionnaires/result";
import { PAIN_RISE_POINTS } from "./trend";
import {
  clauses,
  countsInWords,
  namesInWords,
  type SortedNames,
  sentenceCase,
  sortedNames,
  wordCount,
} from "./verdict-words";

/**
 * Share of a score's range below which we say "about the same" of a change. A cautious round figure of ours, not a validated
 * threshold of our questions; published ones for the licensed instrument with the structure of our index lie near it (9.3 to 10.0
 * of 100, knee and hip osteoarthritis, Ehrich 2000).
 */
const NOTABLE_SHARE = 0.1;

/** The change from which a score is said to be better or worse: the least that mattered by a published figure of the very instrument, else a tenth of the range. */
export function notableChange({ least, most }: { least: number; most: number }, bands: readonly ChangeBand[]): number {
  return bands.find(({ kind }) => kind === "mic")?.points ?? (most - least) * NOTABLE_SHARE;
}

/** A score against the first one: `gain` in points of its scale, negative when worse; `notable` is the least said to be a change. */
export type ScoreGain = { id: string; title: string; gain: number; notable: number };

/** The scores of one questionnaire that can be held against the first ones. */
export type QuestionnaireGains = { shortTitle: string; parts: readonly ScoreGain[] };

export type IsItWorking = {
  questionnaires: readonly QuestionnaireGains[];
  /** What the person said when asked outright what changed, and on which day, in words; null when not asked. */
  said: { words: string; gain: number; on: string } | null;
  /** Mean pain (0-10) of the first and of the latest week with answers; null without two such weeks. */
  pain: { first: number; latest: number } | null;
  /** True when pain rose in the last week by the rule of painRose(). */
  painRose: boolean;
  /** Share of prescribed practice done, 0 to 1; null when nothing was prescribed. */
  adherence: number | null;
};

export type Verdict = "too-early" | "better" | "mixed" | "same" | "worse";

/** A sentence longer than this gives numbers of scores in place of their names. */
const MOST_WORDS = 45;
const PAIN = "pain during exercise";

/**
 * "Is it working?" in few words that claim no more than was measured: what is better, worse and about the same since the start, and
 * how much was practised. It does not say that one caused the other. What is worse is always said.
 */
export function answerIsItWorking(facts: IsItWorking): { verdict: Verdict; sentence: string } {
  const sorted = sortChanges(facts);
  const { better, worse, same } = sorted.counts;
  const practice = facts.adherence === null ? "" : `; ${Math.round(facts.adherence * 100)}% of the exercises were done`;
  const isPainWorse = sorted.names.worse.includes(PAIN);
  // What is better than at the start may have turned since: a rise in the last week is always said.
  const turned = facts.painRose && !isPainWorse ? " Pain has gone up in the last week." : "";
  const said = facts.said
    ? ` Asked on ${facts.said.on} what has changed, the answer was “${sentenceCase(facts.said.words)}”.`
    : "";
  if (better + worse + same === 0) {
    return {
      verdict: "too-early",
      sentence: `It is too early to say: there is nothing yet to compare with the start${practice}.${turned}${said}`,
    };
  }
  const verdict = verdictOf(better, worse);
  const hasTurned = turned !== "" || (facts.said !== null && facts.said.gain < 0);
  const after = `${practice}.${turned}${said}`;
  const shown = [namesInWords(sorted), countsInWords(sorted, true), countsInWords(sorted, false)].map(
    (parts) => `${OPENINGS[verdict]}${clauses(parts)}`,
  );
  const body = shown.find((sentence) => wordCount(sentence) <= MOST_WORDS) ?? shown.at(-1) ?? "";
  return { verdict: hasTurned ? TURNED[verdict] : verdict, sentence: `${body}${after}` };
}

const TURNED: Record<Verdict, Verdict> = {
  "too-early": "too-early",
  better: "mixed",
  mixed: "mixed",
  same: "worse",
  worse: "worse",
};

const OPENINGS: Record<Verdict, string> = {
  "too-early": "",
  better: "It looks better than at the start: ",
  mixed: "Some things are better and some are worse than at the start: ",
  same: "Not much has changed since the start: ",
  worse: "It looks worse than at the start, so it is worth talking about: ",
};

function verdictOf(better: number, worse: number): Verdict {
  if (better > 0 && worse > 0) return "mixed";
  if (better > 0) return "better";
  return worse > 0 ? "worse" : "same";
}

function sortChanges({ questionnaires, pain }: IsItWorking): SortedNames {
  const compared = questionnaires.filter(({ parts }) => parts.length > 0);
  const sorted = sortedNames(
    compared.map(({ shortTitle, parts }) => ({
      shortTitle,
      parts: parts.map(({ id, title, gain, notable }) => ({ id, title, change: changeOf(gain, notable) })),
    })),
  );
  if (pain) {
    const change = changeOf(pain.first - pain.latest, PAIN_RISE_POINTS);
    sorted.names[change].push(PAIN);
    sorted.counts[change] += 1;
  }
  return sorted;
}

/** To nine places, so that a gain of exactly the notable size counts whatever the arithmetic did to its last digit. */
function changeOf(gain: number, notable: number): "better" | "worse" | "same" {
  const scaled = Math.round(gain * 1e9);
  const threshold = Math.round(notable * 1e9);
  if (scaled >= threshold) return "better";
  return scaled <= -threshold ? "worse" : "same";
}
