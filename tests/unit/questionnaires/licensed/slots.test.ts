import { describe, expect, it } from "vitest";
import { answersInWords } from "@/lib/questionnaires/licensed/slot";
import { LICENSED_SLOTS, licensedSlot } from "@/lib/questionnaires/licensed/slots";
import { PUBLISHED } from "@/lib/questionnaires/scoring/published";
import { slotNamed } from "./made-up";

describe("the slots", () => {
  it("are every published instrument asked by items, and each way to answer it", () => {
    expect(LICENSED_SLOTS.map(({ slug }) => slug)).toEqual([
      "womac-likert",
      "womac-nrs",
      "womac-vas",
      "koos",
      "hoos",
      "koos-12",
      "hoos-12",
      "koos-ps",
      "hoos-ps",
      "oks",
      "rmdq",
      "odi",
      "start-back",
      "lefs",
      "phq-9",
      "phq-2",
      "gad-7",
      "tsk-11",
      "pcs",
      "psfs",
    ]);
    const covered = new Set([...LICENSED_SLOTS.map(({ structureId }) => structureId), "koos-to-womac", "nprs"]);
    expect(covered).toEqual(new Set(PUBLISHED.keys()));
    expect(licensedSlot("koos-to-womac")).toBeUndefined();
  });

  it("have the items of the published instruments", () => {
    const items = Object.fromEntries(LICENSED_SLOTS.map(({ slug, items: { fewest, most } }) => [slug, [fewest, most]]));
    expect(items).toMatchObject({
      "womac-vas": [24, 24],
      koos: [42, 42],
      hoos: [40, 40],
      "koos-12": [12, 12],
      "koos-ps": [7, 7],
      "hoos-ps": [5, 5],
      oks: [12, 12],
      rmdq: [24, 24],
      odi: [10, 10],
      "start-back": [9, 9],
      lefs: [20, 20],
      "phq-9": [9, 9],
      "phq-2": [2, 2],
      "gad-7": [7, 7],
      "tsk-11": [11, 11],
      pcs: [13, 13],
      psfs: [3, 5],
    });
  });

  it.each([
    ["womac-likert", "5 answers in words, worth 0 to 4"],
    ["womac-nrs", "a row of numbers from 0 to 10"],
    ["womac-vas", "a line from 0 to 100"],
    ["odi", "6 answers in words, worth 0 to 5"],
    ["tsk-11", "4 answers in words, worth 1 to 4"],
    ["start-back", "2 answers in words, worth 0 to 1"],
    ["rmdq", "a list to tick"],
    ["psfs", "activities the person names, each rated from 0 to 10"],
  ])("%s is answered on %s", (slug, words) => {
    expect(answersInWords(slotNamed(slug).lists[0]?.answers ?? { kind: "tick" })).toBe(words);
  });

  it("offer the rules of the structure, the first by default", () => {
    expect(slotNamed("womac-nrs")).toMatchObject({
      defaultRule: "guide",
      rules: [{ id: "guide" }, { id: "half" }, { id: "complete" }],
    });
    expect(slotNamed("pcs")).toMatchObject({ defaultRule: null, rules: [] });
    for (const { rules } of LICENSED_SLOTS) for (const { id, words } of rules) expect(words).not.toBe(id);
  });

  it("say whose the words are and where to ask", () => {
    for (const { licence, shortTitle, title } of LICENSED_SLOTS) {
      expect(licence.holder).not.toBe("");
      expect(licence.note).toMatch(/read|background|second hand|not known/);
      expect(licence.ask).not.toBe("");
      expect(shortTitle.length).toBeLessThanOrEqual(40);
      expect(title.length).toBeLessThanOrEqual(120);
    }
  });
});

/** What people see of each slot's scores: the range, and its good end. */
const SHOWN: Record<string, string> = {
  womac: "0-100, 0 best",
  koos: "0-100, 100 best",
  "koos-ps": "0-100, 0 best",
  oks: "0-48, 48 best",
  rmdq: "0-24, 0 best",
  odi: "0-100, 0 best",
  lefs: "0-80, 80 best",
  "tsk-11": "11-44, 11 best",
};

describe("the published figures", () => {
  it("are of the score the slot shows, of a part it scores, with people and a source", () => {
    const withFigures = LICENSED_SLOTS.filter(({ references }) => references.length > 0);
    expect(new Set(withFigures.map(({ structureId }) => structureId))).toEqual(new Set(Object.keys(SHOWN)));
    for (const { structureId, references } of withFigures) {
      const parts = PUBLISHED.get(structureId)?.variants[0]?.parts.map(({ id }) => id) ?? [];
      for (const { scale, subscale, value, population, source } of references) {
        expect(scale.startsWith(SHOWN[structureId] ?? "?")).toBe(true);
        expect(parts).toContain(subscale);
        expect(value).toBeGreaterThan(0);
        expect(population).not.toBe("");
        expect(source).not.toBe("");
      }
    }
  });

  it("keep to the way to answer they were measured on", () => {
    const values = (slug: string) => slotNamed(slug).references.map(({ value }) => value);
    // Ehrich 2000, on lines.
    expect(values("womac-vas")).toEqual(expect.arrayContaining([9.7, 10.0, 9.3]));
    expect(values("womac-likert")).not.toContain(9.3);
    // 9.1 of 0-68, answers in words, is 13.4 of 100.
    expect(values("womac-likert")).toContain(13.4);
    expect(values("womac-nrs")).not.toContain(13.4);
    // The 19.9 and 15.3 of Tubach 2005 are of one line for pain, which is no part of the WOMAC.
    for (const slug of ["womac-likert", "womac-nrs", "womac-vas"]) expect(values(slug)).not.toContain(19.9);
  });

  it("are those of the sources", () => {
    const figures = (slug: string) =>
      slotNamed(slug).references.map(({ kind, subscale, value }) => `${kind} ${subscale} ${value}`);
    expect(figures("koos")).toEqual([
      "mic symptoms 12.5",
      "mic pain 15",
      "mic adl 15.5",
      "mic sport 17.5",
      "mic qol 12.5",
    ]);
    expect(figures("oks")).toEqual([
      "mic total 6.1",
      "mdc total 4.4",
      "mic total 4.7",
      "mic total 7.1",
      "mic total 5.4",
    ]);
    expect(figures("lefs")).toEqual(["mic total 9", "mdc total 9"]);
    expect(figures("rmdq")).toEqual(["mic total 5"]);
    expect(figures("odi")).toEqual(["mic total 10"]);
    expect(figures("koos-ps")).toEqual(["mic total 2.2"]);
    expect(figures("tsk-11")).toEqual(["mic total 4"]);
  });
});
