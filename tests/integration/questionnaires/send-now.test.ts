import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { openDraft } from "@/lib/questionnaires/commands/open-draft";
import { sendNow } from "@/lib/questionnaires/commands/send-now";
import { submit } from "@/lib/questionnaires/commands/submit";
import { withdrawRequest } from "@/lib/questionnaires/commands/withdraw-request";
import { getDraft } from "@/lib/questionnaires/queries/draft";
import { getInstrument, listInstruments } from "@/lib/questionnaires/queries/instruments";
import { getPatientResponses } from "@/lib/questionnaires/queries/patient-responses";
import { getQuestions } from "@/lib/questionnaires/queries/questions";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";
import { makePlan } from "@/tests/support/plan";
import { all, answer, askQuestions, audited, begin, later, NOW, PAIN, STARTS_ON, send } from "./asking";

const database = testDatabase();
let clinic: TestClinic;
let stranger: TestClinic;
beforeAll(async () => {
  stranger = await makeClinic(database.admin());
});
beforeEach(async () => {
  clinic = await makeClinic(database.admin());
});

const INDEX = "knee-and-hip-index";
const patientId = () => clinic.patient.patientId ?? "";
const request = (changes: Record<string, unknown> = {}) => ({
  id: newId(),
  patientId: patientId(),
  slug: INDEX,
  note: "Before we meet on Friday.",
  windowDays: 7,
  ...changes,
});
const ask = (input: unknown, now = NOW) => sendNow.execute(clinic.clinician, input, { now });
const due = async (now = NOW) => (await getQuestions(clinic.patient, {}, { now })).due;
const requests = () => database.admin()`select * from questionnaire_requests where clinic_id = ${clinic.id}`;

describe("sending a questionnaire now", () => {
  test("is due today in the version in force, with the note and the window, once, and leaves an audit row", async () => {
    const input = request();
    expect(await ask(input)).toEqual({ requestId: input.id });
    expect(await ask(input)).toEqual({ requestId: input.id });
    expect(await requests()).toHaveLength(1);
    expect(await due()).toMatchObject([{ itemKey: input.id, dueOn: STARTS_ON, closesOn: "2026-03-08" }]);
    const view = await getDraft(clinic.patient, { itemKey: input.id, dueOn: STARTS_ON }, { now: NOW });
    expect(view).toMatchObject({ state: "open", note: "Before we meet on Friday.", instrument: { slug: INDEX } });
    const { waiting } = await getPatientResponses(clinic.clinician, { patientId: patientId() }, { now: NOW });
    expect(waiting).toMatchObject([{ itemKey: input.id, requestId: input.id, overdueDays: 0 }]);
    expect(await audited(database.admin(), "questionnaires.send-now", input.id)).toBe(1);
  });

  test("the day is the patient's own", async () => {
    const away = await makeClinic(database.admin(), { timeZone: "Pacific/Auckland" });
    const input = request({ patientId: away.patient.patientId, windowDays: null });
    const now = new Date("2026-03-01T12:00:00Z");
    await sendNow.execute(away.clinician, input, { now });
    const questions = await getQuestions(away.patient, {}, { now });
    expect(questions.due).toMatchObject([{ itemKey: input.id, dueOn: STARTS_ON, closesOn: null }]);
  });

  test("can be answered until its window closes, and finished on the day after", async () => {
    const input = request({ windowDays: 2 });
    await ask(input);
    const occasion = { itemKey: input.id, dueOn: STARTS_ON };
    const second = new Date("2026-03-03T22:00:00Z");
    expect(await due(second)).toHaveLength(1);
    const third = new Date("2026-03-04T09:00:00Z");
    expect(await due(third)).toEqual([]);
    await expect(openDraft.execute(clinic.patient, { id: newId(), ...occasion }, { now: third })).rejects.toMatchObject(
      {
        code: "not-found",
      },
    );
    const draftId = await begin(clinic.patient, occasion, second);
    await answer(clinic.patient, draftId, all(PAIN, 2), second);
    const finish = { id: newId(), draftId };
    const fourth = new Date("2026-03-05T00:10:00Z");
    await expect(submit.execute(clinic.patient, finish, { now: fourth })).rejects.toMatchObject({ code: "conflict" });
    await submit.execute(clinic.patient, finish, { now: third });
  });

  test("is a conflict at the field while it waits already, by request or by plan, or was answered today", async () => {
    const refusal = { code: "conflict", fieldErrors: { slug: expect.any(String) } };
    await ask(request());
    await expect(ask(request())).rejects.toMatchObject(refusal);
    expect(await requests()).toHaveLength(1);
    await ask(request({ slug: "overall-change" }));

    const planned = clinic.otherPatient;
    const asked = await askQuestions(database.admin(), clinic, planned);
    const again = { patientId: planned.patientId };
    await expect(ask(request(again))).rejects.toMatchObject(refusal);
    await send(planned, asked, all(PAIN, 2));
    await expect(ask(request(again), later(60))).rejects.toMatchObject(refusal);
    expect(await ask(request(again), later(24 * 60))).toMatchObject({ requestId: expect.any(String) });
  });

  test("20 at once ask once", async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => ask(request())));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "conflict" });
    }
    expect(await requests()).toHaveLength(1);
  });

  test.each([
    ["no questionnaire", { slug: "" }, "slug"],
    ["one the clinic does not have", { slug: "no-such-thing" }, "slug"],
    ["a window of no day", { windowDays: 0 }, "windowDays"],
    ["half a day", { windowDays: 1.5 }, "windowDays"],
    ["more than a year", { windowDays: 366 }, "windowDays"],
    ["days that are no number", { windowDays: Number.NaN }, "windowDays"],
    ["a note too long", { note: "x".repeat(1001) }, "note"],
    ["a field we do not know", { dueOn: "2026-01-01" }, ""],
  ])("refuses %s at its field and writes nothing", async (_what, wrong, field) => {
    await expect(ask(request(wrong))).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { [field]: expect.any(String) },
    });
    expect(await requests()).toHaveLength(0);
  });

  test("a questionnaire that was retired is refused, and stands in the list no longer", async () => {
    await database.admin()`update instruments set retired_at = now() where clinic_id = ${clinic.id} and slug = ${INDEX}`;
    await expect(ask(request())).rejects.toMatchObject({ code: "invalid", fieldErrors: { slug: expect.any(String) } });
    const listed = await listInstruments(clinic.clinician, {});
    expect(listed.map(({ slug }) => slug)).not.toContain(INDEX);
    expect((await getInstrument(clinic.clinician, { slug: INDEX })).retiredAt).not.toBeNull();
  });

  test("wrong role is forbidden; another clinic's patient and an invented one are not-found", async () => {
    for (const actor of [clinic.patient, clinic.admin]) {
      await expect(sendNow.execute(actor, request(), { now: NOW })).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(sendNow.execute(stranger.clinician, request(), { now: NOW })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(ask(request({ patientId: newId() }))).rejects.toMatchObject({ code: "not-found" });
    expect(await requests()).toHaveLength(0);
  });
});

describe("the list to choose from", () => {
  test("has each questionnaire in use, with its size and where its words come from", async () => {
    const listed = await listInstruments(clinic.clinician, {});
    expect(listed.find(({ slug }) => slug === INDEX)).toMatchObject({ count: 24, origin: "shipped", versionNumber: 1 });
    expect(listed.map(({ title }) => title)).toEqual(
      listed.map(({ title }) => title).toSorted((a, b) => a.localeCompare(b, "en")),
    );
    for (const actor of [clinic.patient, clinic.admin]) {
      await expect(listInstruments(actor, {})).rejects.toMatchObject({ code: "forbidden" });
      await expect(getInstrument(actor, { slug: INDEX })).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(getInstrument(clinic.clinician, { slug: "no-such-thing" })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("taking a request back", () => {
  const takeBack = (requestId: string, actor = clinic.clinician) =>
    withdrawRequest.execute(actor, { requestId }, { now: later(10) });

  test("it is due no longer, cannot be opened, and may be sent anew; the audit row says so", async () => {
    const { requestId } = await ask(request());
    expect(await takeBack(requestId)).toEqual({ requestId });
    expect(await due()).toEqual([]);
    const occasion = { itemKey: requestId, dueOn: STARTS_ON };
    await expect(openDraft.execute(clinic.patient, { id: newId(), ...occasion }, { now: NOW })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await takeBack(requestId)).toEqual({ requestId });
    expect(await audited(database.admin(), "questionnaires.withdraw-request", requestId)).toBe(2);
    await ask(request(), later(20));
    expect(await due(later(20))).toHaveLength(1);
  });

  test("once answered it stays", async () => {
    const { requestId } = await ask(request());
    await send(clinic.patient, { itemKey: requestId, dueOn: STARTS_ON }, all(PAIN, 2));
    await expect(takeBack(requestId)).rejects.toMatchObject({ code: "conflict" });
    const [row] = await requests();
    expect(row?.withdrawn_at).toBeNull();
  });

  test("wrong role is forbidden; another clinic and an invented request are not-found", async () => {
    const { requestId } = await ask(request());
    for (const actor of [clinic.patient, clinic.admin]) {
      await expect(takeBack(requestId, actor)).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(takeBack(requestId, stranger.clinician)).rejects.toMatchObject({ code: "not-found" });
    await expect(takeBack(newId())).rejects.toMatchObject({ code: "not-found" });
    expect(await due()).toHaveLength(1);
  });
});

describe("never two open copies of one questionnaire", () => {
  const line = { kind: "questionnaire", slug: INDEX, schedule: { kind: "once", day: 1 } } as const;
  const occasion = (itemKey: string) => ({ itemKey, dueOn: STARTS_ON });

  async function twoLines(): Promise<[string, string]> {
    const plan = await makePlan(database.admin(), clinic, clinic.patient, { startsOn: STARTS_ON, items: [line, line] });
    return [plan.items[0]?.key ?? "", plan.items[1]?.key ?? ""];
  }

  const openDrafts = () =>
    database.admin()`select id from response_drafts where clinic_id = ${clinic.id} and submitted_at is null`;

  test("of two lines one is shown; the other is a conflict, and answering the one settles both", async () => {
    const [first, second] = await twoLines();
    expect(await due()).toMatchObject([{ itemKey: first }]);
    await begin(clinic.patient, occasion(first));
    await expect(begin(clinic.patient, occasion(second))).rejects.toMatchObject({ code: "conflict" });
    expect(await openDrafts()).toHaveLength(1);
    await send(clinic.patient, occasion(first), all(PAIN, 2));
    expect(await due(later(30))).toEqual([]);
    await expect(begin(clinic.patient, occasion(second), later(30))).rejects.toMatchObject({ code: "conflict" });
  });

  test("of a request and a line that falls due after it one is shown, the one begun", async () => {
    const early = new Date("2026-03-01T10:00:00Z");
    const { requestId } = await ask(request({ windowDays: null }), early);
    const plan = await makePlan(database.admin(), clinic, clinic.patient, { startsOn: STARTS_ON, items: [line] });
    const key = plan.items[0]?.key ?? "";
    const asked = { itemKey: requestId, dueOn: "2026-03-01" };
    expect(await due()).toMatchObject([asked]);
    await send(clinic.patient, asked, all(PAIN, 2));
    expect(await due(later(30))).toEqual([]);
    await expect(begin(clinic.patient, occasion(key), later(30))).rejects.toMatchObject({ code: "conflict" });
  });

  test("answers of the day before do not settle what falls due today", async () => {
    const early = new Date("2026-03-01T10:00:00Z");
    const { requestId } = await ask(request(), early);
    const [first] = await twoLines();
    await send(clinic.patient, { itemKey: requestId, dueOn: "2026-03-01" }, all(PAIN, 2), early);
    expect(await due()).toMatchObject([{ itemKey: first, dueOn: STARTS_ON }]);
  });

  test("20 opened at once, of two copies, are one open copy", async () => {
    const keys = await twoLines();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) => begin(clinic.patient, occasion(keys[index % 2] ?? ""))),
    );
    expect(await openDrafts()).toHaveLength(1);
    const drafts = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
    expect(new Set(drafts).size).toBe(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "conflict" });
    }
  });
});
