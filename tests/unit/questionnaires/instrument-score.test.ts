import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answers, Instrument } from "@/lib/questionnaires/instrument-schema";
import { scoreInstrument, shownOf } from "@/lib/questionnaires/instrument-score";
import { boundsOf, itemsOf } from "@/lib/questionnaires/scales";
import { scoredParts } from "@/lib/questionnaires/scored-parts";
import {
  anyAnswersTo,
  evenAnswers,
  everyLicensed,
  licensed,
  shipped,
  shippedInstruments,
} from "@/tests/support/instruments";

const CLOSE = 1e-9;
const scored = [...shippedInstruments.map((one) => [one.slug, one] as const), ...everyLicensed].filter(
  ([, instrument]) => scoredParts(instrument).length > 0,
);

const partIn = <Part extends { id: string }>(parts: readonly Part[], id: string): Part => {
  const part = parts.find((one) => one.id === id);
  if (!part) throw new Error(`no part ${id}`);
  return part;
};

const partOf = (instrument: Instrument, answers: Answers, id: string) =>
  partIn(scoreInstrument(instrument, answers).parts, id);

/** One step towards worse; null at the end of the scale. */
function oneWorse(instrument: Instrument, id: string, value: number): number | null {
  const found = itemsOf(instrument).find(({ item }) => item.id === id);
  if (!found) throw new Error(id);
  const { least, most } = boundsOf(found.scale);
  const next = instrument.itemDirection === "higher-is-better" ? value - 1 : value + 1;
  return next < least || next > most ? null : next;
}

test("what is tried has every scale", () => {
  const kinds = scored.flatMap(([, instrument]) => itemsOf(instrument).map(({ scale }) => scale.kind));
  expect([...new Set(kinds)].sort()).toEqual(["likert", "named", "nrs", "tick", "vas"]);
  expect(everyLicensed.length).toBeGreaterThan(20);
});

describe.each(scored)("%s", (_name, instrument) => {
  const parts = scoredParts(instrument);
  const answers = anyAnswersTo(instrument);

  test("gives the parts it says, in their range, a reason just where there is no score, and directions that add to 100", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const found = scoreInstrument(instrument, given).parts;
        expect(found.map(({ id }) => id)).toEqual(parts.map(({ id }) => id));
        for (const part of found) {
          const { raw, range, worst100, answered, count, reason } = part;
          expect(answered).toBeLessThanOrEqual(count);
          expect([raw === null, worst100 === null]).toEqual([reason !== null, reason !== null]);
          if (raw === null) continue;
          expect(raw).toBeGreaterThanOrEqual(range[0] - CLOSE);
          expect(raw).toBeLessThanOrEqual(range[1] + CLOSE);
          const onPercent = (direction: Instrument["direction"]) =>
            shownOf(part, { shown: "percent", direction }).value;
          const [worst, best] = [onPercent("lower-is-better") ?? -1, onPercent("higher-is-better") ?? -1];
          expect(Math.min(worst, best)).toBeGreaterThanOrEqual(-CLOSE);
          expect(Math.abs(worst + best - 100)).toBeLessThan(CLOSE);
        }
      }),
      { numRuns: 15 },
    );
  });

  test("is never better for a worse answer", () => {
    fc.assert(
      fc.property(answers, fc.nat(), (given, at) => {
        const items = itemsOf(instrument).filter(({ item }) => (given[item.id] ?? null) !== null);
        const id = items[at % Math.max(1, items.length)]?.item.id;
        const value = id === undefined ? null : (given[id] ?? null);
        const worse = id === undefined || value === null ? null : oneWorse(instrument, id, value);
        fc.pre(id !== undefined && worse !== null);
        const before = scoreInstrument(instrument, given).parts;
        const after = scoreInstrument(instrument, { ...given, [String(id)]: worse }).parts;
        after.forEach(({ worst100 }, index) => {
          const was = before[index]?.worst100 ?? null;
          expect(worst100 === null).toBe(was === null);
          expect(worst100 ?? 0).toBeGreaterThanOrEqual((was ?? 0) - CLOSE);
        });
      }),
      { numRuns: 20 },
    );
  });

  test("gives a part the same score however its answers are permuted", () => {
    const scales = new Map(itemsOf(instrument).map(({ item, scale }) => [item.id, scale]));
    fc.assert(
      fc.property(answers, fc.nat(1000), (given, by) => {
        const before = scoreInstrument(instrument, given).parts;
        for (const { id, itemIds, isWhole } of parts) {
          // Answers change places with those on the same scale: no other could be given there.
          const alike = isWhole ? [] : itemIds.filter((one) => scales.get(one) === scales.get(itemIds[0] ?? ""));
          const turned = alike.map((one, index) => [one, given[alike[(index + by) % alike.length] ?? one] ?? null]);
          const permuted = { ...given, ...Object.fromEntries(turned) };
          const [was, is] = [partIn(before, id), partIn(scoreInstrument(instrument, permuted).parts, id)];
          expect({ ...is, raw: 0, worst100: 0 }).toEqual({ ...was, raw: 0, worst100: 0 });
          expect(Math.abs((is.raw ?? -1) - (was.raw ?? -1))).toBeLessThan(CLOSE);
          expect(Math.abs((is.worst100 ?? -1) - (was.worst100 ?? -1))).toBeLessThan(CLOSE);
        }
      }),
      { numRuns: 12 },
    );
  });

  test("takes the mean of the answers given for those that are not", () => {
    const scaleAt = new Map(itemsOf(instrument).map(({ item, scale }) => [item.id, boundsOf(scale)]));
    fc.assert(
      fc.property(answers, (given) => {
        const found = scoreInstrument(instrument, given).parts;
        for (const { id, itemIds } of parts.filter(({ isWhole }) => !isWhole)) {
          const { worst100, imputed, answered, count } = partIn(found, id);
          if (worst100 === null || imputed === 0) continue;
          expect(answered + imputed).toBe(count);
          const values = itemIds.flatMap((one) => given[one] ?? []);
          const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
          const { least, most } = scaleAt.get(itemIds[0] ?? "") ?? { least: 0, most: 0 };
          const share = ((mean - least) * 100) / (most - least);
          const expected = instrument.itemDirection === "higher-is-better" ? 100 - share : share;
          expect(Math.abs(worst100 - expected)).toBeLessThan(CLOSE);
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe("by hand", () => {
  test("a diary has its days and its trust, each on its own range, and no score for what was ticked", () => {
    const found = scoreInstrument(
      shipped("giving-way-diary"),
      evenAnswers(shipped("giving-way-diary"), { days: 2, doing: 1, unsure: 5 }),
    );
    expect(found.parts.map(({ id, raw, range }) => [id, raw, range])).toEqual([
      ["days", 2, [0, 7]],
      ["unsure", 5, [0, 10]],
    ]);
    expect(found.flags).toEqual(["gave-way-repeatedly"]);
  });

  test("an answer just below a flag raises none, and one not given raises none", () => {
    const diary = shipped("giving-way-diary");
    expect(scoreInstrument(diary, evenAnswers(diary, { days: 1 })).flags).toEqual([]);
    expect(scoreInstrument(diary, evenAnswers(diary, {})).flags).toEqual([]);
  });

  test("activities are their mean, and 10 is best", () => {
    const activities = shipped("three-activities");
    const part = partOf(activities, { "activity-first": 2, "activity-second": 3, "activity-third": 5 }, "activities");
    expect(part.raw).toBeCloseTo(10 / 3, 12);
    expect(part.worst100).toBeCloseTo(200 / 3, 12);
    const two = { "activity-first": 2, "activity-second": null, "activity-third": 5 };
    expect(partOf(activities, two, "activities").reason).toBe("2 of 3 answered, at least 3 needed");
  });

  test("activities that are not named are no gaps where three are enough", () => {
    const scale = licensed("psfs");
    const three = { "items-1": 2, "items-2": 4, "items-3": 6 };
    expect(partOf(scale, three, "total")).toMatchObject({ raw: 4, answered: 3, imputed: 0, worst100: 60 });
    expect(partOf(scale, { "items-1": 2, "items-2": 4 }, "total").raw).toBeNull();
  });

  test("overall change keeps its seven steps about nothing", () => {
    const change = shipped("overall-change");
    expect(partOf(change, { "change-since-start": -3 }, "change")).toMatchObject({
      raw: -3,
      range: [-3, 3],
      worst100: 100,
    });
    expect(partOf(change, { "change-since-start": 0 }, "change")).toMatchObject({ raw: 0, worst100: 50 });
  });

  test("a positive ninth item is told though there is no total, and the word stands for the total", () => {
    const phq = licensed("phq-9");
    const found = scoreInstrument(phq, { "items-9": 1 });
    expect([found.flags, found.band, found.parts[0]?.raw]).toEqual([["phq9-item9"], null, null]);
    const all = scoreInstrument(phq, evenAnswers(phq, { items: 1 }));
    expect([all.parts[0]?.raw, all.parts[0]?.range, all.band]).toEqual([9, [0, 27], "mild"]);
  });

  test("a nomogram is looked up, and its raw sum kept", () => {
    const short = licensed("koos-ps");
    const part = partOf(short, evenAnswers(short, { items: 2 }), "total");
    expect(part).toMatchObject({ raw: 14, range: [0, 28], worst100: 40.3 });
    expect(shownOf(part, short)).toEqual({ value: 40.3, least: 0, most: 100 });
  });

  test("a screen for risk has its total, its subscale and its word", () => {
    const screen = licensed("start-back");
    const found = scoreInstrument(screen, evenAnswers(screen, { items: 1, bother: 2 }));
    expect(found.parts.map(({ id, raw, range }) => [id, raw, range])).toEqual([
      ["total", 8, [0, 9]],
      ["subscale", 4, [0, 5]],
    ]);
    expect(found.band).toBe("high");
  });

  test("a short form's summary is the mean of its scales, and none without one of them", () => {
    const form = licensed("koos-12");
    const summary = partOf(form, evenAnswers(form, { pain: 0, function: 1, qol: 4 }), "summary");
    expect(summary.worst100).toBeCloseTo(125 / 3, 12);
    expect(summary.isTotal).toBe(true);
    expect(partOf(form, evenAnswers(form, { pain: 0, function: 1 }), "summary").worst100).toBeNull();
  });
});
