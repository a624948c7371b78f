import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Person } from "@/lib/access/actor";
import { newId } from "@/lib/core/ids";
import { enterPaper } from "@/lib/questionnaires/commands/enter-paper";
import { getPaperResponse, getPatientResponses } from "@/lib/questionnaires/queries/patient-responses";
import { getQuestions } from "@/lib/questionnaires/queries/questions";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";
import { all, askQuestions, audited, FUNCTION, ITEMS, later, NOW, PAIN, STARTS_ON, STIFFNESS, send } from "./asking";

const database = testDatabase();
let clinic: TestClinic;
let stranger: TestClinic;
beforeAll(async () => {
  stranger = await makeClinic(database.admin());
});
beforeEach(async () => {
  clinic = await makeClinic(database.admin());
});

const BEFORE = "2026-02-20";
const patientId = () => clinic.patient.patientId ?? "";
const paper = (changes: Record<string, unknown> = {}) => ({
  id: newId(),
  patientId: patientId(),
  slug: "knee-and-hip-index",
  answeredOn: BEFORE,
  answers: { ...all(PAIN, 2), ...all(STIFFNESS, 1), ...all(FUNCTION, 0) } as Record<string, unknown>,
  ...changes,
});
const enter = (input: unknown, now = NOW, actor: Person = clinic.clinician) =>
  enterPaper.execute(actor, input, { now });
const kept = (id: string) =>
  database.admin()`select *, answered_on::text as answered, submitted_on::text as submitted, due_on::text as due
  from responses where id = ${id}`.then(([row]) => row);
const responseCount = async () =>
  (await database.admin()`select id from responses where clinic_id = ${clinic.id}`).length;

describe("entering answers from paper", () => {
  test("keeps every item, the day on the paper and who entered it, with the scores and an audit row", async () => {
    const input = paper({ answers: { ...all(PAIN, 2), ...all(STIFFNESS, 1), ...all(FUNCTION, 0), "pain-kerb": null } });
    expect(await enter(input)).toEqual({ responseId: input.id });
    const row = await kept(input.id);
    expect(row).toMatchObject({
      patient_id: patientId(),
      source: "paper",
      answered: BEFORE,
      submitted: STARTS_ON,
      due: BEFORE,
      item_key: input.id,
      submitted_by: clinic.clinician.memberId,
      corrects_id: null,
      correction_reason: null,
    });
    expect(Object.keys(row?.answers).sort()).toEqual([...ITEMS].sort());
    expect(row?.answers["pain-kerb"]).toBeNull();
    expect(row?.answers["function-hill"]).toBe(0);
    const [pain] = await database.admin()`
      select raw, worst100, answered, imputed from scores where response_id = ${input.id} and subscale = 'pain'`;
    expect(pain).toEqual({ raw: 10, worst100: 50, answered: 4, imputed: 1 });
    expect(await audited(database.admin(), "questionnaires.enter-paper", input.id)).toBe(1);
    const { responses } = await getPatientResponses(clinic.clinician, { patientId: patientId() }, { now: NOW });
    expect(responses).toMatchObject([
      { responseId: input.id, source: "paper", enteredBy: "Casey Clinician", answeredOn: BEFORE, minutesTaken: null },
    ]);
  });

  test("what is left out is not answered", async () => {
    const { responseId } = await enter(paper({ answers: { "pain-kerb": 0 } }));
    const row = await kept(responseId);
    expect(row?.answers["pain-kerb"]).toBe(0);
    expect(Object.values(row?.answers).filter((value) => value === null)).toHaveLength(23);
  });

  test("sent twice it is kept once; the same id with other answers is a conflict", async () => {
    const input = paper();
    const receipts = await Promise.all(Array.from({ length: 10 }, () => enter(input)));
    expect(new Set(receipts.map(({ responseId }) => responseId))).toEqual(new Set([input.id]));
    await expect(enter({ ...input, answeredOn: "2026-02-21" })).rejects.toMatchObject({ code: "conflict" });
    expect(await responseCount()).toBe(1);
  });

  test("of today it settles what waits; of an earlier day it does not", async () => {
    await askQuestions(database.admin(), clinic, clinic.patient);
    const due = async () => (await getQuestions(clinic.patient, {}, { now: later(5) })).due;
    await enter(paper());
    expect(await due()).toHaveLength(1);
    await enter(paper({ answeredOn: STARTS_ON }));
    expect(await due()).toEqual([]);
  });

  test("activities keep the names on the paper, also without a number", async () => {
    const slug = "three-activities";
    const [first = "", second = "", third = ""] = await itemsOf(slug);
    const answers = { [first]: 7, [second]: null, [third]: null };
    const input = paper({ slug, answers, names: { [first]: "Kneeling in church", [second]: "Getting the bus" } });
    const { responseId } = await enter(input);
    expect((await kept(responseId))?.named).toEqual({ [first]: "Kneeling in church", [second]: "Getting the bus" });
    await expect(enter(paper({ slug, answers }))).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { [`names.${first}`]: "Name the activity." },
    });
    await expect(enter(paper({ names: { "pain-kerb": "Mine" } }))).rejects.toMatchObject({
      fieldErrors: { "names.pain-kerb": expect.any(String) },
    });
  });

  test("every answer that cannot be is named, and nothing is written", async () => {
    const wrong = { "pain-kerb": 5, "pain-evening": -1, "function-hill": 1.5, "pain-none": 1, constructor: 1 };
    const refusal = enter(paper({ answers: { ...all(PAIN, 2), ...wrong } }));
    await expect(refusal).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: {
        "answers.pain-kerb": "Enter a whole number from 0 to 4.",
        "answers.pain-evening": "Enter a whole number from 0 to 4.",
        "answers.function-hill": "Enter a whole number from 0 to 4.",
        "answers.pain-none": "The questionnaire has no such question.",
        "answers.constructor": "The questionnaire has no such question.",
      },
    });
    expect(await responseCount()).toBe(0);
  });

  test("a place on a line may be measured between two steps, and lies on the line", async () => {
    const slug = "knee-and-hip-index-vas";
    const [first = ""] = await itemsOf(slug);
    const { responseId } = await enter(paper({ slug, answers: { [first]: 43.5 } }));
    expect((await kept(responseId))?.answers[first]).toBe(43.5);
    await expect(enter(paper({ slug, answers: { [first]: 100.5 } }))).rejects.toMatchObject({
      fieldErrors: { [`answers.${first}`]: "Enter a number from 0 to 100." },
    });
  });

  test.each([
    ["a word for an answer", { answers: { "pain-kerb": "2" } }, "answers.pain-kerb"],
    ["no number", { answers: { "pain-kerb": Number.NaN } }, "answers.pain-kerb"],
    ["tomorrow", { answeredOn: "2026-03-03" }, "answeredOn"],
    ["a day before the patient was born", { answeredOn: "1960-02-28" }, "answeredOn"],
    ["a day that is none", { answeredOn: "2026-02-31" }, "answeredOn"],
    ["no day", { answeredOn: "" }, "answeredOn"],
    ["no questionnaire", { slug: "" }, "slug"],
    ["one the clinic does not have", { slug: "no-such-thing" }, "slug"],
    ["a correction without a reason", { correctsId: newId() }, "reason"],
    ["a field we do not know", { itemKey: newId() }, ""],
  ])("refuses %s at its field", async (_what, wrong, field) => {
    await expect(enter(paper(wrong))).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { [field]: expect.any(String) },
    });
    expect(await responseCount()).toBe(0);
  });

  test("a blank form is refused, and so is a retired questionnaire", async () => {
    const blank = { code: "invalid", message: "Enter at least one answer before you save." };
    await expect(enter(paper({ answers: {} }))).rejects.toMatchObject(blank);
    await expect(enter(paper({ answers: all(ITEMS, null) }))).rejects.toMatchObject(blank);
    await database.admin()`update instruments set retired_at = now() where clinic_id = ${clinic.id}`;
    await expect(enter(paper())).rejects.toMatchObject({ fieldErrors: { slug: expect.any(String) } });
    expect(await responseCount()).toBe(0);
  });

  test("wrong role is forbidden; another clinic and an invented patient are not-found", async () => {
    for (const actor of [clinic.patient, clinic.admin]) {
      await expect(enter(paper(), NOW, actor)).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(enter(paper(), NOW, stranger.clinician)).rejects.toMatchObject({ code: "not-found" });
    await expect(enter(paper({ patientId: newId() }))).rejects.toMatchObject({ code: "not-found" });
    expect(await responseCount()).toBe(0);
  });
});

describe("correcting what was entered", () => {
  const correction = (correctsId: string, changes: Record<string, unknown> = {}) =>
    paper({ correctsId, reason: "I mistyped the kerb", answers: { ...all(PAIN, 2), "pain-kerb": 4 }, ...changes });

  test("is a new row that names the old one, in its version, with the reason; the old one stays", async () => {
    const { responseId: first } = await enter(paper({ answers: all(PAIN, 2) }));
    const version = (await kept(first))?.instrument_version_id;
    await database.admin()`insert into instrument_versions (clinic_id, id, instrument_id, number, title, body, body_hash, created_at)
      select clinic_id, ${newId()}, instrument_id, number + 1, title, body, 'x', now()
      from instrument_versions where id = ${version}`;
    await database.admin()`update instruments set retired_at = now() where clinic_id = ${clinic.id}`;
    const { responseId } = await enter(correction(first), later(60));
    expect(await kept(responseId)).toMatchObject({
      corrects_id: first,
      correction_reason: "I mistyped the kerb",
      instrument_version_id: version,
      answered: BEFORE,
      source: "paper",
    });
    expect((await kept(first))?.answers["pain-kerb"]).toBe(2);
    expect(await audited(database.admin(), "questionnaires.enter-paper", responseId)).toBe(1);
    const { responses } = await getPatientResponses(clinic.clinician, { patientId: patientId() }, { now: later(60) });
    expect(responses).toMatchObject([
      { responseId, isCorrected: false, correctionReason: "I mistyped the kerb" },
      { responseId: first, isCorrected: true },
    ]);
  });

  test("a second correction of the same is a conflict, also of ten at once; the newer may be corrected", async () => {
    const { responseId: first } = await enter(paper());
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => enter(correction(first), later(5))));
    const done = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value.responseId] : []));
    expect(done).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "conflict" });
    }
    await expect(enter(correction(first))).rejects.toMatchObject({ code: "conflict" });
    await enter(correction(done[0] ?? "", { answeredOn: "2026-02-21" }), later(10));
    expect(await responseCount()).toBe(3);
  });

  test("that changes neither an answer, a name nor the day is refused in words", async () => {
    const same = { slug: "three-activities", answers: { "activity-first": 4 }, names: { "activity-first": "Swim" } };
    const { responseId } = await enter(paper(same));
    const again = (changes: Record<string, unknown>) =>
      enter(correction(responseId, { ...same, ...changes }), later(5));
    await expect(again({})).rejects.toMatchObject({
      code: "invalid",
      message: "Nothing differs from what was entered before.",
    });
    expect(await responseCount()).toBe(1);
    await again({ names: { "activity-first": "Dive" } });
    expect(await responseCount()).toBe(2);
  });

  test("what the patient sent in the portal is not the clinic's to correct", async () => {
    const asked = await askQuestions(database.admin(), clinic, clinic.patient);
    const sent = await send(clinic.patient, asked, all(PAIN, 2));
    await expect(enter(correction(sent), later(10))).rejects.toMatchObject({ code: "conflict" });
    const read = { patientId: patientId(), responseId: sent };
    await expect(getPaperResponse(clinic.clinician, read)).rejects.toMatchObject({ code: "not-found" });
  });

  test("another patient's, another clinic's and an invented one are not-found", async () => {
    const { responseId } = await enter(paper());
    const other = { patientId: clinic.otherPatient.patientId };
    for (const wrong of [correction(responseId, other), correction(newId())]) {
      await expect(enter(wrong)).rejects.toMatchObject({ code: "not-found" });
    }
    const theirs = correction(responseId, { patientId: stranger.patient.patientId });
    await expect(enter(theirs, NOW, stranger.clinician)).rejects.toMatchObject({ code: "not-found" });
  });

  test("opens with what was entered; wrong role is forbidden, others get not-found", async () => {
    const { responseId } = await enter(paper({ answers: { "pain-kerb": 3 } }));
    const input = { patientId: patientId(), responseId };
    const before = await getPaperResponse(clinic.clinician, input);
    expect(before).toMatchObject({
      responseId,
      answeredOn: BEFORE,
      names: {},
      instrument: { slug: "knee-and-hip-index" },
    });
    expect(before.answers["pain-kerb"]).toBe(3);
    await expect(getPaperResponse(clinic.patient, input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(getPaperResponse(stranger.clinician, input)).rejects.toMatchObject({ code: "not-found" });
    const other = { patientId: clinic.otherPatient.patientId ?? "", responseId };
    await expect(getPaperResponse(clinic.clinician, other)).rejects.toMatchObject({ code: "not-found" });
  });
});

/** The ids of a questionnaire's items, in order. */
async function itemsOf(slug: string): Promise<string[]> {
  const rows = await database.admin()<{ id: string }[]>`
    select item ->> 'id' as id from instruments i
    join instrument_versions v on v.clinic_id = i.clinic_id and v.instrument_id = i.id,
      jsonb_array_elements(v.body -> 'subscales') with ordinality parts(part, place),
      jsonb_array_elements(part -> 'items') with ordinality items(item, position)
    where i.clinic_id = ${clinic.id} and i.slug = ${slug} order by place, position`;
  return rows.map(({ id }) => id);
}
