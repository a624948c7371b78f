import { describe, expect, test } from "vitest";
import { observationsOf } from "@/lib/export/fhir/observation";
import { questionnaireOf } from "@/lib/export/fhir/questionnaire";
import type { ResponseItem } from "@/lib/export/fhir/resources";
import { questionnaireResponseOf } from "@/lib/export/fhir/response";
import type { Instrument } from "@/lib/questionnaires/instrument-schema";
import { itemsOf } from "@/lib/questionnaires/scales";
import { BASE, everyLicensed, exported, licensedBy, mixedAnswers, ownBy, ownInstruments } from "@/tests/support/fhir";

const instruments = [...ownInstruments(), ...everyLicensed()];

const flat = <Node extends { item?: Node[] }>(items: readonly Node[]): Node[] =>
  items.flatMap((item) => [item, ...flat(item.item ?? [])]);

const linksOf = (items: readonly { linkId: string }[]) => items.map(({ linkId }) => linkId);

describe("a response", () => {
  const answered = (items: readonly ResponseItem[]) => flat(items).filter(({ answer }) => answer);

  test("has the items of its questionnaire, in order", () => {
    for (const instrument of instruments) {
      const { item } = questionnaireResponseOf(exported(instrument, mixedAnswers(instrument)), BASE);
      const asked = flat(questionnaireOf(instrument, 1, BASE).item).filter(({ type }) => type !== "display");
      expect(linksOf(flat(item)), instrument.slug).toEqual(linksOf(asked));
    }
  });

  test("has no answer, and no zero, where none was given", () => {
    for (const instrument of instruments) {
      expect(answered(questionnaireResponseOf(exported(instrument, {}), BASE).item), instrument.slug).toEqual([]);
    }
  });

  test("says which items the person chose not to answer, at the item and without an answer", () => {
    for (const instrument of instruments) {
      const ids = itemsOf(instrument).map(({ item }) => item.id);
      const declined = ids.filter((_, at) => at % 2);
      const answers = Object.fromEntries(declined.map((id) => [id, null]));
      const items = flat(questionnaireResponseOf(exported(instrument, answers), BASE).item);
      const marked = items.filter(({ extension }) => extension);
      expect(linksOf(marked), instrument.slug).toEqual(declined);
      for (const { extension, answer } of marked) {
        expect(extension).toEqual([
          { url: "http://hl7.org/fhir/StructureDefinition/data-absent-reason", valueCode: "asked-declined" },
        ]);
        expect(answer).toBeUndefined();
      }
    }
  });

  test("gives each answer in the type of its item", () => {
    const index = ownBy("knee-and-hip-index");
    const given = (instrument: Instrument, answers: Record<string, number>, linkId: string) =>
      flat(questionnaireResponseOf(exported(instrument, answers), BASE).item).find((item) => item.linkId === linkId)
        ?.answer;
    expect(given(index, { "pain-kerb": 3 }, "pain-kerb")).toEqual([
      {
        valueCoding: {
          code: "3",
          display: "A lot",
          extension: [{ url: "http://hl7.org/fhir/StructureDefinition/ordinalValue", valueDecimal: 3 }],
        },
      },
    ]);
    expect(given(licensedBy("rmdq", "raw"), { "items-1": 0 }, "items-1")).toEqual([{ valueBoolean: false }]);
    expect(given(ownBy("knee-and-hip-index-nrs"), { "pain-kerb": 0 }, "pain-kerb")).toEqual([{ valueInteger: 0 }]);
    expect(given(ownBy("knee-and-hip-index-vas"), { "pain-kerb": 62.5 }, "pain-kerb")).toEqual([
      { valueDecimal: 62.5 },
    ]);
  });

  test("refuses an answer that is no choice of the item", () => {
    const response = exported(ownBy("knee-and-hip-index"), {});
    expect(() => questionnaireResponseOf({ ...response, answers: { "pain-kerb": 7 } }, BASE)).toThrow("pain-kerb");
  });

  test("names the activities the person named", () => {
    const three = ownBy("three-activities");
    const [first, second] = itemsOf(three).map(({ item }) => item.id);
    if (!first || !second) throw new Error("no items");
    const response = exported(three, { [first]: 4 }, { names: { [first]: " dig the garden " } });
    const items = flat(questionnaireResponseOf(response, BASE).item);
    expect(items.find(({ linkId }) => linkId === `${first}.name`)?.answer).toEqual([{ valueString: "dig the garden" }]);
    expect(items.find(({ linkId }) => linkId === first)?.answer).toEqual([{ valueInteger: 4 }]);
    expect(items.find(({ linkId }) => linkId === `${second}.name`)).not.toHaveProperty("answer");
  });

  const index = ownBy("knee-and-hip-index");
  const sent = exported(index, mixedAnswers(index), { versionNumber: 2 });

  test("says who, what and when, people by id alone", () => {
    expect(questionnaireResponseOf(sent, BASE)).toMatchObject({
      id: sent.id,
      questionnaire: "https://portal.example/fhir/Questionnaire/knee-and-hip-index|2",
      status: "completed",
      subject: { reference: `Patient/${sent.patientId}` },
      author: { reference: `Patient/${sent.patientId}` },
      source: { reference: `Patient/${sent.patientId}` },
      authored: "2025-03-30T08:15:00.000Z",
    });
  });

  test("from paper is the patient's, of the day it was filled in, written by who entered it", () => {
    const paper = { ...sent, source: "paper" as const, answeredOn: "2025-03-27", enteredById: "7d7c" };
    expect(questionnaireResponseOf(paper, BASE)).toMatchObject({
      authored: "2025-03-27",
      author: { reference: "Practitioner/7d7c" },
      source: { reference: `Patient/${sent.patientId}` },
    });
    expect(observationsOf(paper, BASE)[0]?.effectiveDateTime).toBe("2025-03-27");
  });

  test("that corrects another names it, and the other no longer counts", () => {
    const corrected = { ...sent, isCorrected: true };
    const correction = { ...sent, id: "new", correctsId: sent.id };
    expect(questionnaireResponseOf(corrected, BASE).status).toBe("entered-in-error");
    expect(observationsOf(corrected, BASE).map(({ status }) => status)).not.toContain("final");
    expect(questionnaireResponseOf(correction, BASE)).toMatchObject({
      status: "amended",
      extension: [
        {
          url: "https://portal.example/fhir/StructureDefinition/corrects",
          valueReference: { reference: `QuestionnaireResponse/${sent.id}` },
        },
      ],
    });
    expect(observationsOf(correction, BASE)[0]?.status).toBe("final");
  });
});
