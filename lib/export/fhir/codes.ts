import type { Instrument } from "@/lib/questionnaires/instrument-schema";
import type { Direction } from "@/lib/questionnaires/vocabulary";
import { addressOf, type FhirBase } from "./addresses";
import { type ScoreRule, scoreRules } from "./expression";
import type { CodeSystem, Coding } from "./resources";

const LOINC = "http://loinc.org";

type Scored = { codes: Readonly<Record<string, string>>; most: number; direction: Direction; panel?: string };

/**
 * LOINC codes of published instruments and their scores, all from 0; read on loinc.org and in published measures (KOOS, HOOS). They are
 * for the instrument itself, shown on the range and in the direction it was published with.
 */
const LOINC_SCORES: Readonly<Record<string, Scored>> = {
  koos: {
    panel: "72091-2",
    codes: { pain: "72102-7", symptoms: "72101-9", adl: "72100-1", sport: "72099-5", qol: "72098-7" },
    most: 100,
    direction: "higher-is-better",
  },
  hoos: {
    codes: { pain: "72097-9", symptoms: "72096-1", adl: "72095-3", sport: "72094-6", qol: "72093-8" },
    most: 100,
    direction: "higher-is-better",
  },
  odi: { panel: "97908-8", codes: { total: "97909-6" }, most: 100, direction: "lower-is-better" },
  "phq-9": { panel: "44249-1", codes: { total: "44261-6" }, most: 27, direction: "lower-is-better" },
  "gad-7": { codes: { total: "70274-6" }, most: 21, direction: "lower-is-better" },
};

const scoredBy = ({ published }: Instrument): Scored | undefined => published && LOINC_SCORES[published.id];

/** The id of the list of the portal's own codes. */
const SCORES = "scores";

/** The portal's own code of a score, the same in every version. */
const ownCode = (instrument: Instrument, { id }: Pick<ScoreRule, "id">) => `${instrument.slug}.${id}`;

const nameOf = (instrument: Instrument, { title }: Pick<ScoreRule, "title">) => `${instrument.title}: ${title}`;

/** Codes of a score: LOINC first, where it has one for exactly this number, then the portal's own. */
export function scoreCodes(instrument: Instrument, rule: ScoreRule, base: FhirBase): Coding[] {
  const system = addressOf(base, "CodeSystem", SCORES);
  const own = { system, code: ownCode(instrument, rule), display: nameOf(instrument, rule) };
  const scored = scoredBy(instrument);
  const loinc = scored?.codes[rule.id];
  const isAsPublished =
    rule.least === 0 && rule.most === scored?.most && scored.direction === instrument.direction && !rule.isWhole;
  return loinc && isAsPublished ? [{ system: LOINC, code: loinc }, own] : [own];
}

/** LOINC's code of a published instrument as a whole, where it has one. */
export function panelCodes(instrument: Instrument): Coding[] {
  const panel = scoredBy(instrument)?.panel;
  return panel ? [{ system: LOINC, code: panel }] : [];
}

/** The portal's own codes for the scores of these instruments; of two versions of one the last says the words. */
export function scoreCodeSystem(instruments: readonly Instrument[], base: FhirBase): CodeSystem {
  const concepts = new Map(
    instruments.flatMap((instrument) =>
      scoreRules(instrument).map((rule) => [ownCode(instrument, rule), conceptOf(instrument, rule)] as const),
    ),
  );
  return {
    resourceType: "CodeSystem",
    id: SCORES,
    url: addressOf(base, "CodeSystem", SCORES),
    name: "PlumblineScores",
    title: "Scores of questionnaires",
    status: "active",
    caseSensitive: true,
    content: "fragment",
    ...(concepts.size > 0 ? { concept: [...concepts.values()] } : {}),
  };
}

function conceptOf(instrument: Instrument, rule: ScoreRule) {
  const { least, most, meaning } = rule;
  const high = meaning || (instrument.direction === "lower-is-better" ? "worse" : "better");
  const definition = `From ${least} to ${most}; a high score means ${high}.`;
  return { code: ownCode(instrument, rule), display: nameOf(instrument, rule), definition };
}
