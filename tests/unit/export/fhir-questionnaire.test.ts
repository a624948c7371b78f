import { describe, expect, test } from "vitest";
import { scoreRules } from "@/lib/export/fhir/expression";
import { questionnaireOf } from "@/lib/export/fhir/questionnaire";
import type { QuestionnaireItem } from "@/lib/export/fhir/resources";
import type { Instrument } from "@/lib/questionnaires/instrument-schema";
import { scoreInstrument, shownOf } from "@/lib/questionnaires/instrument-score";
import { itemsOf } from "@/lib/questionnaires/scales";
import { BASE, everyLicensed, licensedBy, ownBy, ownInstruments } from "@/tests/support/fhir";

const instruments = [...ownInstruments(), ...everyLicensed()];

const flat = <Node extends { item?: Node[] }>(items: readonly Node[]): Node[] =>
  items.flatMap((item) => [item, ...flat(item.item ?? [])]);

const itemsIn = (instrument: Instrument): QuestionnaireItem[] => flat(questionnaireOf(instrument, 1, BASE).item);
const linksOf = (items: readonly { linkId: string }[]) => items.map(({ linkId }) => linkId);

describe("a questionnaire", () => {
  test("has each link once, and every item under its own id", () => {
    for (const instrument of instruments) {
      const links = linksOf(itemsIn(instrument));
      expect(links, instrument.slug).toEqual([...new Set(links)]);
      for (const { item } of itemsOf(instrument)) expect(links, instrument.slug).toContain(item.id);
    }
  });

  test("keeps links apart when a part and an item share an id", () => {
    const index = ownBy("pain-now-best-worst");
    const [part, ...rest] = index.subscales;
    if (!part) throw new Error("no part");
    const items = part.items.map((item) => ({ ...item, id: part.id }));
    const links = linksOf(itemsIn({ ...index, subscales: [{ ...part, items }, ...rest] }));
    expect(links).toEqual([...new Set(links)]);
  });

  test("has each code of a choice once, with its words and its value", () => {
    for (const instrument of instruments) {
      for (const { answerOption } of itemsIn(instrument)) {
        if (!answerOption) continue;
        const codes = answerOption.map(({ valueCoding }) => valueCoding.code);
        expect(codes).toEqual([...new Set(codes)]);
        for (const { valueCoding } of answerOption) {
          expect(valueCoding.display).toBeTruthy();
          expect(valueCoding.extension).toEqual([
            { url: "http://hl7.org/fhir/StructureDefinition/ordinalValue", valueDecimal: Number(valueCoding.code) },
          ]);
        }
      }
    }
  });

  test("asks each kind of scale with its own type", () => {
    const typeIn = (instrument: Instrument, linkId: string) =>
      itemsIn(instrument).find((item) => item.linkId === linkId)?.type;
    const firstOf = (instrument: Instrument) => itemsOf(instrument)[0]?.item.id ?? "";
    const typeOf = (slug: string) => typeIn(ownBy(slug), firstOf(ownBy(slug)));
    expect(typeOf("knee-and-hip-index")).toBe("choice");
    expect(typeOf("knee-and-hip-index-nrs")).toBe("integer");
    expect(typeOf("knee-and-hip-index-vas")).toBe("decimal");
    expect(typeOf("safety-screen-knee-and-back")).toBe("choice");
    expect(typeOf("three-activities")).toBe("integer");
    expect(typeIn(licensedBy("rmdq", "raw"), "items-1")).toBe("boolean");
  });

  test("says the ends of a row of numbers, in words and in numbers", () => {
    const row = itemsIn(ownBy("knee-and-hip-index-nrs")).find(({ type }) => type === "integer");
    const scale = ownBy("knee-and-hip-index-nrs").scale;
    if (scale.kind !== "nrs") throw new Error(scale.kind);
    const ends = row?.item?.map(({ text, type, extension }) => {
      const control = extension?.find(({ url }) => url.endsWith("/questionnaire-itemControl"));
      return [type, control?.valueCodeableConcept?.coding?.[0]?.code, text];
    });
    expect(ends).toEqual([
      ["display", "lower", scale.lowLabel],
      ["display", "upper", scale.highLabel],
    ]);
    expect(row?.extension).toEqual([
      { url: "http://hl7.org/fhir/StructureDefinition/minValue", valueInteger: 0 },
      { url: "http://hl7.org/fhir/StructureDefinition/maxValue", valueInteger: 10 },
    ]);
  });

  test("asks for the name of an activity beside its rating", () => {
    const [item] = itemsOf(ownBy("three-activities"));
    const group = itemsIn(ownBy("three-activities")).find(({ linkId }) => linkId === `${item?.item.id}.activity`);
    expect(group?.type).toBe("group");
    expect(group?.item?.map(({ type }) => type)).toEqual(["string", "integer"]);
  });

  test("names its version, its licence and, where the clinic has one, the licence's reference", () => {
    const index = questionnaireOf(ownBy("knee-and-hip-index"), 3, { url: "https://portal.example/" });
    expect(index).toMatchObject({
      url: "https://portal.example/fhir/Questionnaire/knee-and-hip-index",
      version: "3",
      name: "KneeAndHipIndex",
      status: "active",
      copyright: expect.stringContaining("Apache-2.0"),
      description: expect.stringContaining("the last 48 hours"),
    });
    expect(questionnaireOf(licensedBy("koos", "percent"), 1, BASE)).toMatchObject({
      copyright: expect.stringContaining("Agreement 12 of 2025"),
    });
  });

  test("has names that programs can use", () => {
    for (const instrument of instruments) {
      expect(questionnaireOf(instrument, 1, BASE).name).toMatch(/^[A-Z][A-Za-z0-9_]{0,254}$/);
      expect(questionnaireOf({ ...instrument, slug: "long-".repeat(20) }, 1, BASE).id).toMatch(/^[A-Za-z0-9.-]{1,64}$/);
    }
  });

  test("calculates each score out of sight, and lets nobody fill it in", () => {
    for (const instrument of instruments) {
      const scores = itemsIn(instrument).filter(({ linkId }) => linkId.startsWith("score."));
      expect(linksOf(scores)).toEqual(scoreRules(instrument).map(({ id }) => `score.${id}`));
      for (const { type, readOnly, extension } of scores) {
        expect({ type, readOnly }).toEqual({ type: "decimal", readOnly: true });
        expect(extension?.map(({ url }) => url.split("/").at(-1))).toEqual([
          "questionnaire-hidden",
          "questionnaire-unit",
          "sdc-questionnaire-calculatedExpression",
        ]);
        expect(extension?.[2]?.valueExpression?.expression).toContain("%resource.repeat(item)");
      }
    }
  });

  test("knows the same scores on the same ranges as the engine", () => {
    for (const instrument of instruments) {
      const { parts } = scoreInstrument(instrument, {});
      const engine = parts.map((part) => {
        const { least, most } = shownOf(part, instrument);
        return { id: part.id, least, most };
      });
      expect(scoreRules(instrument).map(({ id, least, most }) => ({ id, least, most }))).toEqual(engine);
    }
  });
});
