import fhirpath from "fhirpath";
import r4 from "fhirpath/fhir-context/r4";
import { describe, expect, test } from "vitest";
import { questionnaireOf } from "@/lib/export/fhir/questionnaire";
import { questionnaireResponseOf } from "@/lib/export/fhir/response";
import type { Answers, Instrument } from "@/lib/questionnaires/instrument-schema";
import { boundsOf, itemsOf } from "@/lib/questionnaires/scales";
import { scoredParts } from "@/lib/questionnaires/scored-parts";
import { BASE, everyLicensed, exported, licensedBy, mixedAnswers, ownBy, ownInstruments } from "@/tests/support/fhir";

const instruments = ownInstruments();

type Evaluate = (resource: object, environment: object) => unknown[];

/** The calculated expressions of a questionnaire, compiled, by the score they give. */
function calculations(instrument: Instrument): Map<string, Evaluate> {
  return new Map(
    questionnaireOf(instrument, 1, BASE).item.flatMap(({ linkId, extension = [] }) =>
      extension.flatMap(({ valueExpression }) =>
        valueExpression
          ? [[linkId.replace("score.", ""), fhirpath.compile(valueExpression.expression, r4) as Evaluate] as const]
          : [],
      ),
    ),
  );
}

/** Evaluates every expression over the response and holds it against the engine's own score. */
function check(instrument: Instrument, compiled: Map<string, Evaluate>, answers: Answers): void {
  const response = exported(instrument, answers);
  // Read back as a stranger would; and without the scores in it, so that none can be copied.
  const resource = JSON.parse(JSON.stringify(questionnaireResponseOf({ ...response, scores: [] }, BASE)));
  expect([...compiled.keys()].sort()).toEqual(response.scores.map(({ id }) => id).sort());
  for (const { id, value } of response.scores) {
    const found = compiled.get(id)?.(resource, { resource });
    const what = `${instrument.slug} ${instrument.published?.rule} ${id} of ${JSON.stringify(answers)}`;
    if (value === null) expect(found, what).toEqual([]);
    else {
      expect(found, what).toHaveLength(1);
      expect(Math.abs(Number(found?.[0]) - value), `${what}: ${found?.[0]}, not ${value}`).toBeLessThan(1e-9);
    }
  }
}

const without = (answers: Answers, itemIds: readonly string[]): Answers => ({
  ...answers,
  ...Object.fromEntries(itemIds.map((id) => [id, null])),
});

/** All answered, none answered, just as many of every part as it needs, from either end, and one too few of each part in turn. */
function around(instrument: Instrument): Answers[] {
  const [all, other] = [mixedAnswers(instrument), mixedAnswers(instrument, 1)];
  const end = (pick: "least" | "most") =>
    Object.fromEntries(itemsOf(instrument).map(({ item, scale }) => [item.id, boundsOf(scale)[pick]]));
  const parts = scoredParts(instrument).filter(({ isWhole }) => !isWhole);
  const spareAtEnd = parts.flatMap(({ itemIds, needed }) => itemIds.slice(needed));
  const spareAtStart = parts.flatMap(({ itemIds, needed }) => itemIds.slice(0, itemIds.length - needed));
  return [
    all,
    end("least"),
    end("most"),
    without(all, Object.keys(all)),
    {},
    without(all, spareAtEnd),
    without(other, spareAtStart),
    ...parts.map(({ itemIds, needed }) => without(other, itemIds.slice(Math.max(needed - 1, 0)))),
  ];
}

describe("what a questionnaire calculates is the engine's own score", () => {
  test.each(instruments.map((instrument) => [instrument.slug, instrument] as const))("%s", (_, instrument) => {
    const compiled = calculations(instrument);
    for (const answers of around(instrument)) check(instrument, compiled, answers);
  });

  test.each(
    everyLicensed().map(
      (instrument) => [instrument.slug, instrument.published?.rule, instrument.shown, instrument] as const,
    ),
  )("%s, rule %s, %s", (_, _rule, _shown, instrument) => {
    const compiled = calculations(instrument);
    for (const answers of around(instrument)) check(instrument, compiled, answers);
  });

  test.each(["koos-ps", "hoos-ps"])("every sum of %s has its place in the table", (id) => {
    const instrument = licensedBy(id, "percent");
    const compiled = calculations(instrument);
    const items = itemsOf(instrument).map(({ item }) => item.id);
    for (let sum = 0; sum <= items.length * 4; sum += 1) {
      const answers = Object.fromEntries(items.map((item, at) => [item, Math.min(4, Math.max(0, sum - at * 4))]));
      check(instrument, compiled, answers);
    }
  });

  test("start-back counts a bothersomeness of 3 or 4 as one point", () => {
    const instrument = licensedBy("start-back", "raw");
    const compiled = calculations(instrument);
    for (const bother of [0, 1, 2, 3, 4, null]) {
      check(instrument, compiled, { ...mixedAnswers(instrument), "bother-1": bother });
    }
  });

  test("an instrument shown the other way round is calculated the other way round", () => {
    const [womac, koos] = [licensedBy("womac", "percent"), licensedBy("koos", "percent")];
    for (const turned of [
      { ...womac, direction: "higher-is-better" as const },
      { ...koos, direction: "lower-is-better" as const },
    ]) {
      const compiled = calculations(turned);
      for (const answers of around(turned)) check(turned, compiled, answers);
    }
  });
});

test("a part that is a mean, in a total that is a mean, of parts on scales of their own", () => {
  const index = ownBy("knee-and-hip-index");
  const row = { kind: "nrs" as const, least: 1, most: 7, lowLabel: "Low", highLabel: "High" };
  for (const total of ["mean", "sum"] as const) {
    const made: Instrument = {
      ...index,
      total,
      missingRule: "half",
      itemDirection: "higher-is-better",
      subscales: index.subscales.map((part, at) => ({
        ...part,
        ...(at === 0 ? { formula: "mean" as const, scale: row } : {}),
        ...(at === 1 ? { scale: { kind: "yes-no" as const } } : {}),
      })),
    };
    const compiled = calculations(made);
    for (const answers of around(made)) check(made, compiled, answers);
  }
});
