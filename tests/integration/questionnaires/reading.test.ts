import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { submit } from "@/lib/questionnaires/commands/submit";
import { getPatientResponses } from "@/lib/questionnaires/queries/patient-responses";
import { getQuestions } from "@/lib/questionnaires/queries/questions";
import { getResult } from "@/lib/questionnaires/queries/result";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";
import { ownBy } from "@/tests/support/fhir";
import {
  all,
  answer,
  askQuestions,
  audited,
  begin,
  FUNCTION,
  ITEMS,
  later,
  NOW,
  PAIN,
  STIFFNESS,
  send,
} from "./asking";

const database = testDatabase();
let clinic: TestClinic;
let asked: { itemKey: string; dueOn: string };
beforeEach(async () => {
  clinic = await makeClinic(database.admin());
  asked = await askQuestions(database.admin(), clinic, clinic.patient);
});

const SECOND = new Date("2026-03-31T09:00:00Z");
const THIRD = new Date("2026-04-27T09:00:00Z");
const secondAsked = () => ({ ...asked, dueOn: "2026-03-30" });

describe("the list", () => {
  const list = (now = NOW) => getQuestions(clinic.patient, {}, { now });

  test("shows what is due, how far it is, and when it comes next", async () => {
    const due = { ...asked, minutes: 6, count: 24, overdueDays: 0, note: "To see where you start." };
    expect(await list()).toMatchObject({
      due: [{ ...due, reached: null }],
      coming: [{ itemKey: asked.itemKey, dueOn: "2026-03-30" }],
      past: [],
    });
    const draftId = await begin(clinic.patient, asked);
    await answer(clinic.patient, draftId, { "pain-kerb": 1, "pain-evening": null });
    expect((await list(later(3 * 24 * 60))).due).toMatchObject([{ ...due, overdueDays: 3, reached: 2 }]);
  });

  test("what is sent moves to the past, newest first", async () => {
    const first = await send(clinic.patient, asked, all(ITEMS, 2));
    expect((await list(later(10))).due).toEqual([]);
    const second = await send(clinic.patient, secondAsked(), all(PAIN, 1), SECOND);
    expect(await list(SECOND)).toMatchObject({
      due: [],
      coming: [{ dueOn: "2026-04-27" }],
      past: [
        { responseId: second, answeredOn: "2026-03-31", source: "portal", answered: 5, count: 24 },
        { responseId: first, answeredOn: "2026-03-02", answered: 24, count: 24 },
      ],
    });
  });

  test("a list to tick counts as one question, while it waits and when it is sent", async () => {
    const diary = await askQuestions(database.admin(), clinic, clinic.otherPatient, { slug: "giving-way-diary" });
    const seen = () => getQuestions(clinic.otherPatient, {}, { now: later(30) });
    expect((await seen()).due).toMatchObject([{ count: 3, reached: null }]);
    const draftId = await begin(clinic.otherPatient, diary);
    const list = ownBy("giving-way-diary").subscales.flatMap(({ id, items }) => (id === "doing" ? items : []));
    const ids = list.map(({ id }) => id);
    await answer(clinic.otherPatient, draftId, all(ids.slice(1), 0));
    expect((await seen()).due).toMatchObject([{ count: 3, reached: 0 }]);
    await answer(clinic.otherPatient, draftId, all(ids, 0), later(1));
    expect((await seen()).due).toMatchObject([{ count: 3, reached: 1 }]);
    await submit.execute(clinic.otherPatient, { id: newId(), draftId }, { now: later(6) });
    expect((await seen()).past).toMatchObject([{ answered: 1, count: 3 }]);
  });

  test("a new one replaces an unanswered one, and nothing is due before the plan or with none", async () => {
    expect((await list(SECOND)).due).toMatchObject([{ dueOn: "2026-03-30", overdueDays: 1 }]);
    expect(await list(new Date("2026-02-27T09:00:00Z"))).toMatchObject({ due: [], coming: [{ dueOn: "2026-03-02" }] });
    expect(await getQuestions(clinic.otherPatient, {}, { now: NOW })).toEqual({ due: [], coming: [], past: [] });
  });

  test("questions asked once stay due until they are sent", async () => {
    const once = await askQuestions(database.admin(), clinic, clinic.otherPatient, {
      schedule: { kind: "once", day: 8 },
    });
    const seen = (now: Date) => getQuestions(clinic.otherPatient, {}, { now });
    expect(await seen(NOW)).toMatchObject({ due: [], coming: [{ ...once, dueOn: "2026-03-09" }] });
    expect(await seen(THIRD)).toMatchObject({ due: [{ dueOn: "2026-03-09", overdueDays: 49 }], coming: [] });
  });

  test("is a patient's own", async () => {
    for (const actor of [clinic.clinician, clinic.admin]) {
      await expect(getQuestions(actor, {}, { now: NOW })).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});

describe("the result", () => {
  test("stands against the first answers, in words", async () => {
    const first = await send(clinic.patient, asked, { ...all(PAIN, 3), ...all(STIFFNESS, 2), ...all(FUNCTION, 2) });
    const second = await send(clinic.patient, secondAsked(), { ...all(PAIN, 4), ...all(STIFFNESS, 2) }, SECOND);
    const third = await send(
      clinic.patient,
      { ...asked, dueOn: "2026-04-27" },
      { ...all(PAIN.slice(0, 4), 1), ...all(STIFFNESS, 3), ...all(FUNCTION, 2) },
      THIRD,
    );
    const view = await getResult(clinic.patient, { responseId: third });
    expect(view).toMatchObject({ firstOn: "2026-03-02", submittedOn: "2026-04-27", direction: "lower-is-better" });
    expect(view.parts.map(({ sentence }) => sentence)).toEqual([
      "Pain: 25 of 100, was 75. Lower is better, so this is 50 better.",
      "Stiffness: 75 of 100, was 50. Lower is better, so this is 25 worse.",
      "Daily life: 50 of 100, was 50. Lower is better, so this is no change.",
    ]);
    expect(view.parts[0]).toMatchObject({ answered: 4, count: 5, imputed: 1, improvement: 50 });
    const text = "The small hours, when you should have been asleep";
    expect(view.parts[0]?.notAnswered).toEqual([{ text, gap: "not-reached" }]);
    for (const line of view.parts.flatMap(({ references }) => references)) {
      expect(line).toContain("Reference from the licensed instrument");
    }

    const unscored = await getResult(clinic.patient, { responseId: second });
    expect(unscored.parts[2]?.now).toMatchObject({ value: null, reason: "0 of 17 answered, at least 14 needed" });
    const start = await getResult(clinic.patient, { responseId: first });
    expect(start.firstOn).toBeNull();
    expect(start.parts[0]?.sentence).toBe("Pain: 75 of 100. Lower is better.");
  });

  test("scores of a version that asks other things are not compared", async () => {
    const firstId = await send(clinic.patient, asked, all(ITEMS, 4));
    await database.admin()`update instrument_versions set body = jsonb_set(body, '{subscales,0,items,0,id}', '"pain-other"')
      where clinic_id = ${clinic.id} and id = (select instrument_version_id from responses where id = ${firstId})`;
    const id = await send(clinic.patient, secondAsked(), all([...STIFFNESS, ...FUNCTION], 1), SECOND);
    const { parts } = await getResult(clinic.patient, { responseId: id });
    expect(parts.find((part) => part.id === "stiffness")?.first?.value).toBe(100);
    await database.admin()`insert into instrument_versions (clinic_id, id, instrument_id, number, title, body, body_hash, created_at)
      select clinic_id, ${newId()}, instrument_id, 2, title, jsonb_set(body, '{subscales,1,items,0,id}', '"stiffness-other"'), 'x', now()
      from instrument_versions where clinic_id = ${clinic.id}
        and instrument_id = (select id from instruments where clinic_id = ${clinic.id} and slug = 'knee-and-hip-index')`;
    await database.admin()`update responses set instrument_version_id =
      (select v.id from instrument_versions v where v.clinic_id = ${clinic.id} and v.number = 2) where id = ${id}`;
    const other = await getResult(clinic.patient, { responseId: id });
    expect(other.parts.find((part) => part.id === "stiffness")?.first).toBeNull();
    expect(other.parts.find((part) => part.id === "function")?.first?.value).toBe(100);
  });

  test("is the patient's own; a stranger cannot tell it from an invented one", async () => {
    const responseId = await send(clinic.patient, asked, all(PAIN, 1));
    const elsewhere = await makeClinic(database.admin());
    await expect(getResult(clinic.clinician, { responseId })).rejects.toMatchObject({ code: "forbidden" });
    for (const actor of [clinic.otherPatient, elsewhere.patient]) {
      for (const id of [responseId, newId(), "not-an-id"]) {
        await expect(getResult(actor, { responseId: id })).rejects.toMatchObject({
          code: "not-found",
          message: "We could not find that.",
        });
      }
    }
  });
});

describe("a clinician's view", () => {
  const read = (actor = clinic.clinician) => getPatientResponses(actor, { patientId: clinic.patient.patientId ?? "" });

  test("has every answer, its change, the scores and how long it took, and leaves an access row", async () => {
    await send(clinic.patient, asked, { ...all(ITEMS, 2), "pain-kerb": null });
    await send(clinic.patient, secondAsked(), { ...all(ITEMS, 1), "pain-evening": null }, SECOND);
    const { responses } = await read();
    expect(responses).toHaveLength(2);
    const [latest, first] = responses;
    expect(latest).toMatchObject({
      previousOn: "2026-03-02",
      missing: 1,
      count: 24,
      versionNumber: 1,
      minutesTaken: 6,
    });
    expect(first).toMatchObject({ previousOn: null, missing: 1 });
    const items = Object.fromEntries(latest?.parts[0]?.items.map((item) => [item.id, item]) ?? []);
    expect(items["pain-first-steps"]).toMatchObject({ value: 1, label: "A little", previous: 2, change: -1 });
    expect(items["pain-kerb"]).toMatchObject({ value: 1, previous: null, change: null });
    expect(items["pain-evening"]).toMatchObject({ value: null, label: null, previous: 2, change: null });
    const scores = Object.fromEntries(latest?.scores.map((score) => [score.id, score]) ?? []);
    expect(scores.pain).toMatchObject({ shown: 25, previous: 50, raw: 5, rawMin: 0, rawMax: 20, imputed: 1 });
    expect(scores.total).toMatchObject({ raw: 24, rawMax: 96, isTotal: true });
    expect(await audited(database.admin(), "questionnaires.read-patient", clinic.patient.patientId ?? "")).toBe(1);
  });

  test("is for clinicians of the clinic; others get nothing", async () => {
    const elsewhere = await makeClinic(database.admin());
    for (const actor of [clinic.patient, clinic.admin]) {
      await expect(read(actor)).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(read(elsewhere.clinician)).rejects.toMatchObject({ code: "not-found" });
    await expect(getPatientResponses(clinic.clinician, { patientId: newId() })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await read()).toMatchObject({ responses: [] });
  });
});
