import { beforeAll, describe, expect, test } from "vitest";
import { bundleOf } from "@/lib/export/fhir/bundle";
import { observationsOf } from "@/lib/export/fhir/observation";
import { questionnaireOf } from "@/lib/export/fhir/questionnaire";
import { questionnaireResponseOf } from "@/lib/export/fhir/response";
import type { Answers, Instrument } from "@/lib/questionnaires/instrument-schema";
import { BASE, everyLicensed, exported, licensedBy, mixedAnswers, ownInstruments } from "@/tests/support/fhir";
import { validators } from "@/tests/support/fhir-validators";

const own = ownInstruments();
const instruments = [...own, ...everyLicensed()];

let validate: ReturnType<typeof validators>;
beforeAll(() => {
  validate = validators();
});

const asRead = <Resource>(resource: Resource): Resource => JSON.parse(JSON.stringify(resource));

/** Faults of a resource as a stranger would read it. */
function faults(resource: object): string[] {
  const read = asRead(resource);
  return [...validate.byProfile(read), ...validate.bySchema(read)];
}

/** Every second item answered. */
const half = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).map(([id, value], at) => [id, at % 2 ? null : value]));

describe("valid by FHIR R4", () => {
  test.each(instruments.map((instrument) => [instrument.slug, instrument.published?.rule, instrument] as const))(
    "%s, rule %s",
    (_, _rule, instrument: Instrument) => {
      expect(faults(questionnaireOf(instrument, 1, BASE))).toEqual([]);
      const all = mixedAnswers(instrument);
      for (const answers of [all, half(all), {}]) {
        const response = exported(instrument, answers);
        expect(faults(questionnaireResponseOf(response, BASE))).toEqual([]);
        for (const observation of observationsOf(response, BASE)) expect(faults(observation)).toEqual([]);
      }
    },
  );

  test("corrections, answers from paper and those brought in", () => {
    const koos = licensedBy("koos", "percent");
    const answers = mixedAnswers(koos);
    const first = exported(koos, answers, { isCorrected: true });
    const second = exported(koos, answers, { id: "01890a5d-ac96-774b-bcce-b302099a8058", correctsId: first.id });
    const paper = exported(koos, answers, { source: "paper", enteredById: "01890a5d-ac96-774b-bcce-b302099a8002" });
    const brought = exported(koos, answers, { source: "import" });
    for (const response of [first, second, paper, brought]) {
      expect(faults(questionnaireResponseOf(response, BASE))).toEqual([]);
      for (const observation of observationsOf(response, BASE)) expect(faults(observation)).toEqual([]);
    }
  });

  test("all of a patient's as one collection, and a patient's without any", () => {
    const at = new Date("2025-04-01T12:00:00Z");
    const responses = own.map((instrument, index) =>
      exported(instrument, mixedAnswers(instrument), { id: `01890a5d-ac96-774b-bcce-b302099a81${10 + index}` }),
    );
    expect(faults(bundleOf(responses, BASE, at))).toEqual([]);
    expect(faults(bundleOf([], BASE, at))).toEqual([]);
  });
});

describe("the validators find", () => {
  const index = () => licensedBy("womac", "percent");
  const response = () => asRead(questionnaireResponseOf(exported(index(), mixedAnswers(index())), BASE));

  test("a questionnaire without a status", () => {
    const { status: _status, ...rest } = questionnaireOf(index(), 1, BASE);
    expect(validate.byProfile(rest)).not.toEqual([]);
  });

  test("a status that is none", () => {
    expect(validate.bySchema({ ...response(), status: "sent" })).not.toEqual([]);
  });

  test("a time without a zone", () => {
    expect(validate.bySchema({ ...response(), authored: "2025-03-30T08:15:00" })).not.toEqual([]);
  });

  test("a field that FHIR has not", () => {
    expect(validate.byProfile({ ...response(), patient: "somebody" })).not.toEqual([]);
  });

  test("a score and the reason for none of it in one", () => {
    const [observation] = observationsOf(exported(index(), mixedAnswers(index())), BASE);
    expect(faults({ ...observation, dataAbsentReason: { text: "none" } })).not.toEqual([]);
  });

  test("any of these inside a collection", () => {
    const resource = { ...response(), patient: "somebody", status: "sent" };
    const bundle = {
      resourceType: "Bundle",
      type: "collection",
      entry: [{ fullUrl: "https://portal.example/1", resource }],
    };
    expect(validate.byProfile(bundle)).not.toEqual([]);
    expect(validate.bySchema(bundle)).not.toEqual([]);
  });
});
