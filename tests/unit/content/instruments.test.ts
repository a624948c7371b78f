import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { fleschKincaidGrade } from "@/lib/library/readability";
import { type Instrument, instrumentSchema } from "@/lib/questionnaires/instrument-schema";
import { boundsOf, itemsOf } from "@/lib/questionnaires/scales";
import { shippedContent } from "@/tests/support/content";

const { instruments } = shippedContent;

/** School year 6 is the year a child turns eleven. */
const GRADE_CEILING = 6;
const FORMS = ["knee-and-hip-index-nrs", "knee-and-hip-index-vas"];
/** Published instruments by the names and short names people know them by. */
const LICENSED = /womac|koos|hoos|roland|rmdq|oswestry|odi\b|lefs|patient.specific|psfs|single assessment|sane\b/i;

function shipped(slug: string): Instrument {
  const found = instruments.find((instrument) => instrument.slug === slug);
  if (!found) throw new Error(`${slug} is not shipped`);
  return found;
}

test("ten are shipped", () => {
  expect(instruments.map(({ slug }) => slug)).toEqual([
    "giving-way-diary",
    "knee-and-hip-index",
    "knee-and-hip-index-nrs",
    "knee-and-hip-index-vas",
    "lower-back-activity-index",
    "overall-change",
    "pain-now-best-worst",
    "safety-screen-knee-and-back",
    "single-number-function",
    "three-activities",
  ]);
});

test("no two instruments ask the same in the same words, but for the forms of one", () => {
  const texts = instruments
    .filter(({ slug }) => !FORMS.includes(slug))
    .flatMap((instrument) => itemsOf(instrument).map(({ item }) => item.text.toLowerCase()));
  expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
});

describe.each(instruments)("$slug", (instrument) => {
  const items = itemsOf(instrument);
  const { notice, subscales, flags = [], references } = instrument;

  test("is as the schema has it, each item with an id of its own", () => {
    expect(instrumentSchema.parse(instrument)).toEqual(instrument);
    const ids = items.map(({ item }) => item.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("says whose it is, that it is not validated, and is not named as a licensed one", () => {
    expect(`${instrument.title} ${instrument.shortTitle}`).not.toMatch(LICENSED);
    expect(notice).toMatch(/Plumbline's own/);
    expect(notice).toMatch(/not been validated/);
    expect(instrument.licence).toMatch(/^Apache-2\.0\. .* written for Plumbline/);
  });

  test("reads at the age of eleven", () => {
    const asked = items.map(({ item, subscale, scale }) => {
      const labels = scale.kind === "likert" ? scale.options.map(({ label }) => label) : [];
      const prompt = scale.kind === "named" ? [scale.prompt] : [];
      return [subscale.stem, item.text, ...labels, ...prompt].join("\n");
    });
    expect(fleschKincaidGrade(asked.join("\n"))).toBeLessThanOrEqual(GRADE_CEILING);
    expect(fleschKincaidGrade(notice)).toBeLessThanOrEqual(GRADE_CEILING);
    for (const { advice } of flags) expect(fleschKincaidGrade(advice)).toBeLessThanOrEqual(GRADE_CEILING);
  });

  test("raises each flag at an answer that can be given, and says what to do, why and from where", () => {
    for (const flag of flags) {
      const asked = items.find(({ item }) => item.id === flag.itemId);
      if (!asked) throw new Error(`${flag.id} is of no item`);
      const { least, most } = boundsOf(asked.scale);
      expect(flag.from).toBeGreaterThan(least);
      expect(flag.from).toBeLessThanOrEqual(most);
      expect(flag.reason).not.toBe("");
      expect(flag.source).not.toBe("");
      if (flag.level === "emergency") expect(flag.advice).toMatch(/A&E|999/);
      if (flag.level === "same-day") expect(flag.advice).toMatch(/Ring your (clinic|GP)[^.]* today/);
      if (flag.level === "clinic") expect(flag.advice).toMatch(/Tell your physiotherapist/);
    }
  });

  test("gives with each published figure what and whom it was measured with, and never itself", () => {
    for (const reference of references) {
      expect(subscales.map(({ id }) => id)).toContain(reference.subscale);
      for (const words of [reference.scale, reference.population, reference.source, reference.instrument]) {
        expect(words).not.toBe("");
      }
      expect(reference.instrument).not.toMatch(/plumbline/i);
    }
  });

  test("takes one answer for a part without a score", () => {
    for (const part of subscales) if (part.formula === "none") expect(part.minimumAnswered).toBe(1);
  });
});

describe("the knee and hip index", () => {
  const index = shipped("knee-and-hip-index");

  test("has 24 items, 5, 2 and 17, each from 0 to 4, and says what it needs to be scored", () => {
    const parts = index.subscales.map((part) => [part.id, part.items.length, part.minimumAnswered]);
    expect(parts).toEqual([
      ["pain", 5, 4],
      ["stiffness", 2, 1],
      ["function", 17, 14],
    ]);
    const values = index.scale.kind === "likert" ? index.scale.options.map(({ value }) => value) : [];
    expect(values).toEqual([0, 1, 2, 3, 4]);
    expect(index.missingRule).toBe("guide");
    expect(index.direction).toBe("lower-is-better");
    expect(index.notice).toMatch(/not the WOMAC/);
  });

  test("is what its file says and no more, so that its version stays the same", () => {
    const file = join(process.cwd(), "content/instruments/knee-and-hip-index.yaml");
    expect(index).toEqual(parse(readFileSync(file, "utf8")));
  });

  test("gives the size of change in daily life that mattered in knee arthritis, as measured with the WOMAC", () => {
    const row = index.references.find(({ kind, subscale }) => kind === "mic" && subscale === "function");
    expect(row).toMatchObject({ value: 9.1, instrument: "WOMAC function" });
    expect(row?.population).toMatch(/^Knee osteoarthritis/);
  });

  test.each([
    ["knee-and-hip-index-nrs", { kind: "nrs", least: 0, most: 10 }, 6, /choose 10\.$/],
    ["knee-and-hip-index-vas", { kind: "vas", least: 0, most: 100 }, 8, /choose 100\b/],
  ] as const)("%s asks the same on another scale", (slug, scale, minutes, stem) => {
    const form = shipped(slug);
    expect(form.scale).toMatchObject(scale);
    expect(form.minutes).toBe(minutes);
    expect(form.subscales.map(({ items }) => items)).toEqual(index.subscales.map(({ items }) => items));
    expect(form.subscales[0]?.stem).toBe(index.subscales[0]?.stem);
    expect(form.subscales[2]?.stem).toMatch(stem);
    expect(form.references).toEqual(index.references);
    expect(form.notice).toMatch(/not the WOMAC/);
    expect(JSON.stringify(form)).not.toMatch(/formOf|stems|choose \\"The most/);
  });
});

test("the lower back index asks 12 activities, scored from 10 on", () => {
  const [part] = shipped("lower-back-activity-index").subscales;
  expect(part?.items).toHaveLength(12);
  expect(part?.minimumAnswered).toBe(10);
});

test("what rates how well things go runs upwards, and the rest downwards", () => {
  const upwards = instruments.filter(({ direction }) => direction === "higher-is-better");
  expect(upwards.map(({ slug }) => slug)).toEqual(["overall-change", "single-number-function", "three-activities"]);
  for (const { direction, itemDirection = "lower-is-better" } of instruments) expect(itemDirection).toBe(direction);
});

describe("the safety questions", () => {
  const screen = shipped("safety-screen-knee-and-back");
  const levelOf = new Map(screen.flags?.map(({ itemId, level }) => [itemId, level]));

  test("have one flag for each question and no score", () => {
    expect(screen.flags?.map(({ itemId }) => itemId)).toEqual(itemsOf(screen).map(({ item }) => item.id));
    expect(screen.subscales.map(({ formula }) => formula)).toEqual(["none", "none", "none"]);
  });

  test.each([
    ["emergency", ["back-numb-seat", "back-bladder", "back-bowels", "back-sex", "back-both-legs"]],
    ["emergency", ["knee-injury", "knee-snap", "knee-hot", "rest-breath"]],
    ["same-day", ["back-weak-leg", "knee-stuck", "knee-big-swelling", "knee-gives-way", "rest-calf", "rest-fever"]],
    ["clinic", ["back-one-leg", "rest-limp", "rest-worse"]],
  ] as const)("are %s for %j", (level, ids) => {
    for (const id of ids) expect([id, levelOf.get(id)]).toEqual([id, level]);
  });

  test("never call anybody cleared", () => {
    expect(JSON.stringify(screen)).not.toMatch(/cleared|safe to|all clear|nothing to worry/i);
    expect(screen.notice).toMatch(/cannot tell you that nothing is wrong/);
  });
});

test.each([
  [1, false],
  [2, true],
])("a knee that gave way on %i of 7 days is for the same day: %s", (days, isRaised) => {
  const raised = shipped("giving-way-diary").flags?.filter(({ from, level }) => days >= from && level === "same-day");
  expect(raised?.length).toBe(isRaised ? 1 : 0);
});
