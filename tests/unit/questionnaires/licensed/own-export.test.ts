import { describe, expect, it } from "vitest";
import { questionnaireOf } from "@/lib/export/fhir/questionnaire";
import { licensedInstrument } from "@/lib/questionnaires/licensed/licensed-instrument";
import type { LicensedSlot } from "@/lib/questionnaires/licensed/slot";
import { LICENSED_SLOTS } from "@/lib/questionnaires/licensed/slots";
import {
  csvOf,
  type FhirJson,
  filledRows,
  groupsOf,
  problemsOf,
  questionnaire,
  type Row,
  read,
  slotNamed,
  warningsOf,
  wordsOf,
} from "./made-up";

const BASE = { url: "https://clinic.example" };

/** What the portal exports of the words, brought in again. */
const roundTrip = (slot: LicensedSlot, rows: readonly Row[]) => {
  const words = wordsOf(read(slot, csvOf(rows)));
  const instrument = licensedInstrument(slot, words, { reference: "Licence 12", rule: slot.defaultRule });
  return { words, instrument, again: read(slot, questionnaireOf(instrument, 1, BASE)) };
};

describe("the portal's own export of a clinic's words", () => {
  it.each(LICENSED_SLOTS.map((slot) => [slot.slug, slot] as const))("gives back the same words: %s", (_, slot) => {
    const { words, instrument, again } = roundTrip(slot, filledRows(slot));
    expect(wordsOf(again)).toEqual(words);
    const second = licensedInstrument(slot, wordsOf(again), { reference: "Licence 12", rule: slot.defaultRule });
    expect(questionnaireOf(second, 1, BASE)).toEqual(questionnaireOf(instrument, 1, BASE));
  });

  it("says nothing of it but that scores are worked out here", () => {
    for (const slot of LICENSED_SLOTS) {
      const told = warningsOf(roundTrip(slot, filledRows(slot)).again);
      expect(new Set(told.map((remark) => remark.replace(/^[^:]*: /, "")))).toEqual(
        new Set(["Left out: it is worked out from the answers, which the portal does itself."]),
      );
    }
  });

  it("gives back a part without a question of its own, and one that begins with the title of the part", () => {
    const slot = slotNamed("womac-nrs");
    const title = slot.lists[0]?.title ?? "";
    const [first, ...more] = filledRows(slot);
    for (const stem of ["", title, `${title}. ${title}. Today`]) {
      const { words, again } = roundTrip(slot, first ? [[first[0], first[1], first[2], stem], ...more] : more);
      expect(wordsOf(again).lists[0]?.stem).toBe(stem);
      expect(wordsOf(again)).toEqual(words);
    }
  });

  it("an activity may be a group of its name and its rating, and of nothing else", () => {
    const slot = slotNamed("psfs");
    const [group] = groupsOf(slot);
    const named = (linkId: string): FhirJson => ({ linkId, type: "string", text: "Which one?" });
    const asGroups = (inside: (rating: FhirJson) => FhirJson[]) => {
      const item = group?.item?.map((rating, at) => {
        const { text, ...answered } = rating;
        return { linkId: `activity-${at + 1}`, type: "group", text, item: inside(answered) };
      });
      return read(
        slot,
        questionnaire([{ linkId: "items", type: "group", text: "Question of items", item: item ?? [] }]),
      );
    };
    const plain = wordsOf(read(slot, questionnaire(groupsOf(slot))));
    expect(wordsOf(asGroups((rating) => [rating, named(`${rating.linkId}-name`)]))).toEqual(plain);
    for (const inside of [
      (rating: FhirJson) => [rating],
      (rating: FhirJson) => [named(`${rating.linkId}-name`)],
      (rating: FhirJson) => [named(`${rating.linkId}-name`), rating, { ...rating, linkId: `${rating.linkId}-again` }],
      (rating: FhirJson) => [named(`${rating.linkId}-name`), named(`${rating.linkId}-other`)],
    ]) {
      expect(problemsOf(asGroups(inside))[0]).toContain("This group is inside a group.");
    }
  });

  it("gives back the words for ticking nothing", () => {
    const slot = slotNamed("rmdq");
    const rows = filledRows(slot).filter(([, , value]) => value === "");
    const { again } = roundTrip(slot, [...rows, ["", "", "0", "Nothing of this today"]]);
    expect(wordsOf(again).lists[0]?.scale).toEqual({ kind: "tick", none: "Nothing of this today" });
  });
});
