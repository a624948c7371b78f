import { BACK } from "./back";
import { GENERAL } from "./general";
import { KNEE_AND_HIP } from "./knee-and-hip";
import { bandOf, type PartScore, type PlainScore, scorePart } from "./parts";
import { type ReadAnswers, readAnswers } from "./read-answers";
import { scoreStartBack } from "./start-back";
import type { Structure, Variant } from "./structure";
import { noScoreFor, type RangeScore, totalOf } from "./tally";

/** Scores by part, what must be told whatever the score, and the word for the total. */
export type PublishedScore = {
  scores: Record<string, PartScore | RangeScore>;
  flags: string[];
  band: string | null;
};

/** The published instruments whose structure is known, by id. */
export const PUBLISHED: ReadonlyMap<string, Structure> = new Map(
  [...KNEE_AND_HIP, ...BACK, ...GENERAL].map((structure) => [structure.id, structure]),
);

/**
 * Scores answers to a published instrument, by list and in item order, null being not answered and never 0. What cannot be scored is
 * null with the reason; nothing is rounded.
 * @throws InvalidAnswerError on answers nobody could have given; nothing is scored then.
 */
export function scorePublished(
  structure: Structure,
  variant: Variant,
  answers: Readonly<Record<string, unknown>>,
): PublishedScore {
  const given = readAnswers(variant.lists, answers);
  const flags = flagsOf(structure, given);
  if (structure.own === "start-back") return { ...scoreStartBack(given), flags };
  const scores: PublishedScore["scores"] = {};
  for (const part of variant.parts) scores[part.id] = scorePart(part, variant, given, structure.nomogram);
  if (structure.whole) scores[structure.whole.id] = wholeOf(structure.whole.of, scores);
  const total = scores.total;
  const band = structure.bands && total && "score" in total ? bandOf(structure.bands, total.score) : null;
  return { scores, flags, band };
}

function flagsOf({ flags = [] }: Structure, given: ReadAnswers): string[] {
  return flags.filter(({ list, item }) => (given.get(list)?.[item - 1] ?? 0) > 0).map(({ id }) => id);
}

function wholeOf(of: "sum" | "mean", scores: PublishedScore["scores"]): RangeScore | PlainScore {
  const parts = Object.entries(scores);
  if (of === "sum") return totalOf(parts.flatMap(([title, part]) => ("range" in part ? [{ ...part, title }] : [])));
  const plain = parts.flatMap(([title, part]) => ("score" in part ? [{ ...part, title }] : []));
  const missing = plain.filter(({ score }) => score === null).map(({ title }) => title);
  const mean = plain.reduce((sum, { score }) => sum + (score ?? 0), 0) / plain.length;
  return {
    score: missing.length > 0 ? null : mean,
    answered: plain.reduce((sum, { answered }) => sum + answered, 0),
    reason: missing.length > 0 ? noScoreFor(missing) : null,
  };
}
