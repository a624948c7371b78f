import { describe, expect, it } from "vitest";
import { type Instrument, instrumentSchema } from "@/lib/questionnaires/instrument-schema";
import { scoreInstrument, shownOf } from "@/lib/questionnaires/instrument-score";
import { licensedInstrument } from "@/lib/questionnaires/licensed/licensed-instrument";
import { LICENSED_SLOTS } from "@/lib/questionnaires/licensed/slots";
import { boundsOf, itemsOf } from "@/lib/questionnaires/scales";
import { scoredParts } from "@/lib/questionnaires/scored-parts";
import { csvOf, filledRows, groupsOf, questionnaire, read, slotNamed, wordsOf } from "./made-up";

const reference = "Licence 123, for this clinic";

const instrumentOf = (slug: string, rule?: string): Instrument => {
  const slot = slotNamed(slug);
  const words = wordsOf(read(slot, csvOf(filledRows(slot))));
  return licensedInstrument(slot, words, { reference, rule: rule ?? slot.defaultRule });
};

/** The scores of a form answered with the least or the most everywhere, as people see them. */
const shownAt = (instrument: Instrument, end: "least" | "most") => {
  const answers = Object.fromEntries(itemsOf(instrument).map(({ item, scale }) => [item.id, boundsOf(scale)[end]]));
  const { parts } = scoreInstrument(instrument, answers);
  return Object.fromEntries(parts.map((part) => [part.id, shownOf(part, instrument)]));
};

const everySlotAndRule = LICENSED_SLOTS.flatMap((slot) =>
  (slot.rules.length > 0 ? slot.rules.map(({ id }) => id) : [null]).map((rule) => [slot.slug, rule, slot] as const),
);

describe("an instrument with a clinic's words", () => {
  it.each(everySlotAndRule)("is whole for %s by the rule %s, from CSV and FHIR alike", (_, rule, slot) => {
    for (const file of [csvOf(filledRows(slot)), questionnaire(groupsOf(slot))]) {
      const instrument = licensedInstrument(slot, wordsOf(read(slot, file)), { reference, rule });
      expect(instrumentSchema.parse(instrument)).toEqual(instrument);
      expect(instrument).toMatchObject({
        slug: slot.slug,
        published: { id: slot.structureId, scale: slot.scale, rule },
        licenceReference: reference,
      });
      expect(itemsOf(instrument).map(({ item }) => item.id)).toEqual(
        slot.lists.flatMap(({ id, most }) => Array.from({ length: most }, (_, index) => `${id}-${index + 1}`)),
      );
      const parts = scoredParts(instrument).map(({ id }) => id);
      for (const { subscale } of instrument.references) expect(parts).toContain(subscale);
      expect(Object.keys(shownAt(instrument, "least"))).toEqual(parts);
      for (const { value, least, most } of Object.values(shownAt(instrument, "most"))) {
        expect(value).not.toBeNull();
        expect([least, most]).toContain(value);
      }
    }
  });

  it.each([
    ["womac-likert", "total", "percent", [0, 100], [0, 100]],
    ["womac-vas", "function", "percent", [0, 100], [0, 100]],
    ["koos", "qol", "percent", [100, 0], [0, 100]],
    ["koos-12", "summary", "percent", [100, 0], [0, 100]],
    ["koos-ps", "total", "percent", [0, 100], [0, 100]],
    ["oks", "total", "raw", [0, 48], [0, 48]],
    ["rmdq", "total", "raw", [0, 24], [0, 24]],
    ["odi", "total", "percent", [0, 100], [0, 100]],
    ["start-back", "total", "raw", [0, 9], [0, 9]],
    ["start-back", "subscale", "raw", [0, 5], [0, 5]],
    ["lefs", "total", "raw", [0, 80], [0, 80]],
    ["phq-9", "total", "raw", [0, 27], [0, 27]],
    ["tsk-11", "total", "raw", [11, 44], [11, 44]],
    ["pcs", "rumination", "raw", [0, 16], [0, 16]],
    ["psfs", "total", "raw", [0, 10], [0, 10]],
  ])("shows of %s the %s as the instrument reports it", (slug, part, shown, [atLeast, atMost], [least, most]) => {
    const instrument = instrumentOf(slug);
    expect(instrument.shown).toBe(shown);
    expect(shownAt(instrument, "least")[part]).toEqual({ value: atLeast, least, most });
    expect(shownAt(instrument, "most")[part]).toEqual({ value: atMost, least, most });
  });

  it("needs as many answers as the rule says", () => {
    const needed = (slug: string, rule?: string) =>
      instrumentOf(slug, rule).subscales.map(({ minimumAnswered }) => minimumAnswered);
    expect(needed("womac-likert")).toEqual([4, 1, 14]);
    expect(needed("womac-likert", "half")).toEqual([3, 1, 9]);
    expect(needed("koos", "1998")).toEqual([5, 7, 15, 3, 2]);
    expect(needed("odi", "min9")).toEqual([9]);
    expect(needed("psfs")).toEqual([3]);
    expect(needed("start-back")).toEqual([8, 1]);
  });

  it("says which way its answers run", () => {
    const directions = (slug: string) => [instrumentOf(slug).direction, instrumentOf(slug).itemDirection];
    expect(directions("koos")).toEqual(["higher-is-better", "lower-is-better"]);
    expect(directions("oks")).toEqual(["higher-is-better", "higher-is-better"]);
    expect(directions("womac-nrs")).toEqual(["lower-is-better", "lower-is-better"]);
  });

  it("keeps a scale of its own only where a part needs one", () => {
    const startBack = instrumentOf("start-back");
    expect(startBack.scale).toMatchObject({ kind: "likert", options: [{ value: 0 }, { value: 1 }] });
    expect(startBack.subscales.map(({ scale }) => scale?.kind)).toEqual([undefined, "likert"]);
    const slot = slotNamed("womac-likert");
    const shared = filledRows(slot).filter(([part, item]) => part === "pain" || item !== "");
    const rows = shared.map(([part, item, value, text]) =>
      value === "" ? [part, item, value, text] : ["", item, value, text],
    );
    const words = wordsOf(read(slot, csvOf(rows)));
    const instrument = licensedInstrument(slot, words, { reference, rule: "guide" });
    expect(instrument.subscales.every(({ scale }) => scale === undefined)).toBe(true);
  });

  it("tells whose the words are without the clinic's reference, and that they are not the portal's", () => {
    const { notice, licence } = instrumentOf("odi");
    expect(notice).toContain("Jeremy Fairbank");
    expect(notice).not.toContain(reference);
    expect(licence).toContain("brought in by the clinic");
  });

  it("raises the ninth answer of the PHQ-9, score or none, with words of what to do", () => {
    const instrument = instrumentOf("phq-9");
    expect(instrument.flags).toMatchObject([{ id: "phq9-item9", itemId: "items-9", from: 1, level: "same-day" }]);
    const { flags, parts } = scoreInstrument(instrument, { "items-9": 1 });
    expect(new Set(flags)).toEqual(new Set(["phq9-item9"]));
    expect(parts[0]?.raw).toBeNull();
    expect(scoreInstrument(instrument, { "items-9": 0 }).flags).toEqual([]);
  });

  it("leaves out published figures where the rule gives another score", () => {
    expect(instrumentOf("rmdq").references).toHaveLength(1);
    expect(instrumentOf("rmdq", "proportional")).toMatchObject({ shown: "percent", references: [] });
    expect(instrumentOf("koos", "1998").references).toHaveLength(5);
  });

  it("takes another title and recall, and refuses what cannot be", () => {
    const slot = slotNamed("phq-2");
    const words = wordsOf(read(slot, csvOf(filledRows(slot))));
    const choice = { reference, rule: null };
    const made = licensedInstrument(slot, words, { ...choice, title: "Two questions", recall: "this week" });
    expect(made).toMatchObject({ title: "Two questions", recall: "this week" });
    expect(() => licensedInstrument(slot, words, { ...choice, reference: "  " })).toThrow();
    expect(() => licensedInstrument(slot, words, { ...choice, rule: "guide" })).toThrow("no rule guide");
    expect(() => licensedInstrument(slot, { lists: [] }, choice)).toThrow("no words for items");
  });
});
