import { describe, expect, test } from "vitest";
import { bundleOf } from "@/lib/export/fhir/bundle";
import { scoreCodeSystem } from "@/lib/export/fhir/codes";
import { scoreRules } from "@/lib/export/fhir/expression";
import { observationsOf } from "@/lib/export/fhir/observation";
import type { Instrument } from "@/lib/questionnaires/instrument-schema";
import { itemsOf } from "@/lib/questionnaires/scales";
import { BASE, exported, licensedBy, mixedAnswers, ownBy, ownInstruments } from "@/tests/support/fhir";

describe("scores as observations", () => {
  const index = ownBy("knee-and-hip-index");

  test("are one a part, not rounded, on the range of the scale", () => {
    const answers = { ...mixedAnswers(index), "pain-kerb": null, "pain-evening": 1, "pain-first-steps": 1 };
    const response = exported(index, answers);
    const observations = observationsOf(response, BASE);
    expect(observations).toHaveLength(4);
    observations.forEach((observation, at) => {
      expect(observation.valueQuantity?.value).toBe(response.scores[at]?.value);
      expect(observation.referenceRange[0]).toMatchObject({ low: { value: 0 }, high: { value: 100 } });
      expect(observation.derivedFrom).toEqual([{ reference: `QuestionnaireResponse/${response.id}` }]);
    });
    expect(observations[0]?.note).toEqual([{ text: "1 item not answered; each took the mean of the answered ones." }]);
    expect(new Set(observations.map(({ id }) => id)).size).toBe(4);
  });

  test("say why there is none instead of a number", () => {
    for (const observation of observationsOf(exported(index, {}), BASE)) {
      expect(observation).not.toHaveProperty("valueQuantity");
      expect(observation.dataAbsentReason?.text).toMatch(/needed|no score/);
      expect(observation.note).toHaveLength(1);
    }
  });

  test("have the published word where there is one", () => {
    const phq = licensedBy("phq-9", "raw");
    const [total] = observationsOf(
      exported(phq, Object.fromEntries(itemsOf(phq).map(({ item }) => [item.id, 1]))),
      BASE,
    );
    expect(total).toMatchObject({ valueQuantity: { value: 9 }, interpretation: [{ text: "mild" }] });
  });

  test("refuse a score of a part the instrument has not", () => {
    const response = exported(index, {});
    const scores = response.scores.map((score) => ({ ...score, id: "elsewhere" }));
    expect(() => observationsOf({ ...response, scores }, BASE)).toThrow("elsewhere");
  });
});

describe("codes", () => {
  const loincOf = (instrument: Instrument) =>
    Object.fromEntries(
      observationsOf(exported(instrument, mixedAnswers(instrument)), BASE).flatMap(({ code }, at) =>
        (code.coding ?? [])
          .filter(({ system }) => system === "http://loinc.org")
          .map(({ code: loinc }) => [scoreRules(instrument)[at]?.id, loinc]),
      ),
    );

  test("of LOINC stand at the published scores they are for", () => {
    expect(loincOf(licensedBy("koos", "percent"))).toEqual({
      pain: "72102-7",
      symptoms: "72101-9",
      adl: "72100-1",
      sport: "72099-5",
      qol: "72098-7",
    });
    expect(loincOf(licensedBy("hoos", "percent"))).toEqual({
      pain: "72097-9",
      symptoms: "72096-1",
      adl: "72095-3",
      sport: "72094-6",
      qol: "72093-8",
    });
    expect(loincOf(licensedBy("odi", "percent"))).toEqual({ total: "97909-6" });
    expect(loincOf(licensedBy("phq-9", "raw"))).toEqual({ total: "44261-6" });
    expect(loincOf(licensedBy("gad-7", "raw"))).toEqual({ total: "70274-6" });
  });

  test("of LOINC stand nowhere else: not at our own words, not at a number on another range or the other way round", () => {
    for (const instrument of ownInstruments()) expect(loincOf(instrument), instrument.slug).toEqual({});
    for (const id of ["womac", "rmdq", "lefs", "psfs", "nprs", "koos-12", "koos-to-womac"]) {
      expect(loincOf(licensedBy(id, "percent")), id).toEqual({});
    }
    expect(loincOf(licensedBy("phq-9", "percent"))).toEqual({});
    expect(loincOf({ ...licensedBy("koos", "percent"), direction: "lower-is-better" })).toEqual({});
  });

  test("of our own are listed, each once, for every score that leaves", () => {
    const { url, concept = [] } = scoreCodeSystem(ownInstruments(), BASE);
    const listed = concept.map(({ code }) => code);
    expect(listed).toEqual([...new Set(listed)]);
    for (const instrument of ownInstruments()) {
      for (const { code } of observationsOf(exported(instrument, {}), BASE)) {
        const coding = code.coding?.find(({ system }) => system === url);
        expect(listed).toContain(coding?.code);
      }
    }
  });
});

describe("a collection", () => {
  const index = ownBy("knee-and-hip-index");
  const three = ownBy("three-activities");
  const at = new Date("2025-04-01T12:00:00Z");
  const responses = [
    exported(index, mixedAnswers(index), { id: "r1" }),
    exported(index, mixedAnswers(index, 1), { id: "r2" }),
    exported(index, {}, { id: "r3", versionNumber: 2 }),
    exported(three, mixedAnswers(three), { id: "r4" }),
  ];
  const { entry = [], timestamp } = bundleOf(responses, BASE, at);

  test("has each version asked once, and the codes", () => {
    expect(timestamp).toBe("2025-04-01T12:00:00.000Z");
    const ofKind = (kind: string) => entry.filter(({ resource }) => resource.resourceType === kind);
    expect(ofKind("Questionnaire").map(({ resource }) => resource.id)).toEqual([
      "knee-and-hip-index-v1",
      "three-activities-v1",
      "knee-and-hip-index-v2",
    ]);
    expect(ofKind("CodeSystem")).toHaveLength(1);
    expect(ofKind("QuestionnaireResponse").map(({ resource }) => resource.id)).toEqual(["r1", "r2", "r3", "r4"]);
    expect(ofKind("Observation")).toHaveLength(4 * 3 + 1);
  });

  test("has each address once, and the ones its resources speak of", () => {
    const addresses = entry.map(({ fullUrl }) => fullUrl);
    expect(addresses).toEqual([...new Set(addresses)]);
    const canonical = new Set(
      entry.flatMap(({ resource }) =>
        resource.resourceType === "Questionnaire" ? [`${resource.url}|${resource.version}`] : [],
      ),
    );
    for (const { resource } of entry) {
      if (resource.resourceType === "QuestionnaireResponse") expect(canonical).toContain(resource.questionnaire);
      if (resource.resourceType === "Observation") {
        expect(addresses).toContain(`https://portal.example/fhir/${resource.derivedFrom[0]?.reference}`);
      }
    }
  });

  test("of nothing has no entries", () => {
    expect(bundleOf([], BASE, at)).toEqual({ resourceType: "Bundle", type: "collection", timestamp: at.toISOString() });
  });
});
