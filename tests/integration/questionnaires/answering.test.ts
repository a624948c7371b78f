import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { openDraft } from "@/lib/questionnaires/commands/open-draft";
import { saveAnswer } from "@/lib/questionnaires/commands/save-answer";
import { submit } from "@/lib/questionnaires/commands/submit";
import { getDraft, type OpenQuestions } from "@/lib/questionnaires/queries/draft";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";
import { addVersion, makePlan } from "@/tests/support/plan";
import { answer, askQuestions, audited, begin, ITEMS, later, NOW, PAIN, STARTS_ON, send } from "./asking";

const database = testDatabase();
let clinic: TestClinic;
let stranger: TestClinic;
let asked: { itemKey: string; dueOn: string };
beforeAll(async () => {
  stranger = await makeClinic(database.admin());
});
beforeEach(async () => {
  clinic = await makeClinic(database.admin());
  asked = await askQuestions(database.admin(), clinic, clinic.patient);
});

async function open(now = NOW): Promise<OpenQuestions> {
  const view = await getDraft(clinic.patient, asked, { now });
  if (view.state !== "open") throw new Error("it is sent already");
  return view;
}

const save = (draftId: string, input: { itemId?: string; value: number | null; answeredAt?: Date }, now = NOW) =>
  saveAnswer.execute(
    clinic.patient,
    {
      draftId,
      itemId: input.itemId ?? "pain-kerb",
      value: input.value,
      answeredAt: (input.answeredAt ?? now).toISOString(),
    },
    { now },
  );

describe("opening", () => {
  test("begins with the instrument in force, once an occasion, and leaves an audit row", async () => {
    expect(await open()).toMatchObject({ draftId: null, note: "To see where you start.", nextItemId: ITEMS[0] });
    const id = newId();
    const first = await openDraft.execute(clinic.patient, { id, ...asked }, { now: NOW });
    expect(first).toEqual({ draftId: id });
    expect(await openDraft.execute(clinic.patient, { id, ...asked }, { now: NOW })).toEqual(first);
    expect(await openDraft.execute(clinic.patient, { id: newId(), ...asked }, { now: NOW })).toEqual(first);
    expect(await audited(database.admin(), "questionnaires.open-draft", id)).toBe(2);
    expect(await database.admin()`select id from response_drafts where clinic_id = ${clinic.id}`).toHaveLength(1);
  });

  test("many at once from several devices open one copy", async () => {
    const opened = await Promise.all(Array.from({ length: 20 }, () => begin(clinic.patient, asked)));
    expect(new Set(opened).size).toBe(1);
  });

  test.each([
    ["the day before it is due", { dueOn: STARTS_ON }, "2026-03-01T12:00:00Z"],
    ["once a later one has replaced it", { dueOn: STARTS_ON }, "2026-03-30T09:00:00Z"],
    ["for a day it does not fall on", { dueOn: "2026-03-03" }, "2026-03-03T09:00:00Z"],
    ["for a day that is still to come", { dueOn: "2026-03-30" }, "2026-03-02T09:30:00Z"],
    ["for a line of no plan", { itemKey: newId() }, "2026-03-02T09:30:00Z"],
  ])("is not-found %s", async (_when, wrong, at) => {
    const occasion = { ...asked, ...wrong };
    const now = new Date(at);
    await expect(openDraft.execute(clinic.patient, { id: newId(), ...occasion }, { now })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(getDraft(clinic.patient, occasion, { now })).rejects.toMatchObject({ code: "not-found" });
  });

  test("the day begins and ends by the patient's clock", async () => {
    const away = await makeClinic(database.admin(), { timeZone: "Pacific/Auckland" });
    const there = await askQuestions(database.admin(), away, away.patient);
    const view = await getDraft(away.patient, there, { now: new Date("2026-03-01T12:00:00Z") });
    expect(view.state).toBe("open");
  });

  test("wrong role is forbidden; another patient and another clinic get not-found", async () => {
    for (const actor of [clinic.clinician, clinic.admin]) {
      await expect(openDraft.execute(actor, { id: newId(), ...asked }, { now: NOW })).rejects.toMatchObject({
        code: "forbidden",
      });
      await expect(getDraft(actor, asked, { now: NOW })).rejects.toMatchObject({ code: "forbidden" });
    }
    for (const actor of [clinic.otherPatient, stranger.patient]) {
      await expect(openDraft.execute(actor, { id: newId(), ...asked }, { now: NOW })).rejects.toMatchObject({
        code: "not-found",
      });
      await expect(getDraft(actor, asked, { now: NOW })).rejects.toMatchObject({ code: "not-found" });
    }
  });

  test("a day that is none, and fields we do not know, are refused", async () => {
    const id = newId();
    await expect(
      openDraft.execute(clinic.patient, { id, ...asked, dueOn: "2026-02-31" }, { now: NOW }),
    ).rejects.toMatchObject({ code: "invalid", fieldErrors: { dueOn: expect.any(String) } });
    await expect(openDraft.execute(clinic.patient, { id, ...asked, extra: 1 }, { now: NOW })).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(getDraft(clinic.patient, { ...asked, dueOn: "yesterday" }, { now: NOW })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("a copy keeps the version of its day though the plan moves to a newer one", async () => {
    const admin = database.admin();
    const patient = clinic.otherPatient;
    const line = { kind: "questionnaire", slug: "knee-and-hip-index" } as const;
    const plan = await makePlan(admin, clinic, patient, { startsOn: STARTS_ON, items: [line] });
    const key = plan.items[0]?.key ?? "";
    const [old] = await admin<{ id: string; body: { title: string } }[]>`
      select v.id, v.body from instrument_versions v
      join instruments i on i.clinic_id = v.clinic_id and i.id = v.instrument_id
      where i.clinic_id = ${clinic.id} and i.slug = ${line.slug} order by v.number desc limit 1`;
    await admin`insert into instrument_versions (clinic_id, id, instrument_id, number, title, body, body_hash, created_at)
      select clinic_id, ${newId()}, instrument_id, number + 1, 'Newer title', body || '{"title": "Newer title"}', 'x', now()
      from instrument_versions where clinic_id = ${clinic.id} and id = ${old?.id ?? ""}`;
    await addVersion(admin, clinic, plan, { effectiveOn: "2026-03-10", items: [{ ...line, key }] });
    const now = new Date("2026-03-11T09:00:00Z");
    const view = await getDraft(patient, { itemKey: key, dueOn: STARTS_ON }, { now });
    expect(view).toMatchObject({ state: "open", overdueDays: 9, instrument: { title: old?.body.title } });
    const draftId = await begin(patient, { itemKey: key, dueOn: STARTS_ON }, now);
    const [kept] = await admin`select instrument_version_id from response_drafts where id = ${draftId}`;
    expect(kept?.instrument_version_id).toBe(old?.id);
  });
});

describe("saving", () => {
  test("keeps each answer, resumes at the first one not reached, and leaves an audit row each", async () => {
    const draftId = await begin(clinic.patient, asked);
    await answer(clinic.patient, draftId, { "pain-first-steps": 3, "pain-ten-minutes-out": null });
    const view = await open(later(60));
    expect(view.draftId).toBe(draftId);
    expect(view.nextItemId).toBe("pain-kerb");
    expect(view.answers["pain-first-steps"]).toEqual({ value: 3, answeredAt: NOW.toISOString() });
    expect(view.answers["pain-ten-minutes-out"]?.value).toBeNull();
    expect(view.answers["pain-kerb"]).toBeUndefined();
    expect(await audited(database.admin(), "questionnaires.save-answer", draftId)).toBe(2);
  });

  test("of two devices the newer answer stands, whichever arrives first", async () => {
    const draftId = await begin(clinic.patient, asked);
    const [early, late] = [later(1), later(2)];
    const now = later(3);
    expect(await save(draftId, { value: 4, answeredAt: late }, now)).toMatchObject({ kept: true, value: 4 });
    expect(await save(draftId, { value: 1, answeredAt: early }, now)).toEqual({
      kept: false,
      value: 4,
      answeredAt: late.toISOString(),
      receivedAt: now.toISOString(),
    });
    const other = "pain-evening";
    expect(await save(draftId, { itemId: other, value: 1, answeredAt: early }, now)).toMatchObject({ kept: true });
    expect(await save(draftId, { itemId: other, value: null, answeredAt: late }, now)).toMatchObject({ kept: true });
    const view = await open(now);
    expect(view.answers["pain-kerb"]?.value).toBe(4);
    expect(view.answers[other]).toEqual({ value: null, answeredAt: late.toISOString() });
  });

  test("sent again after a lost answer it is kept, not overruled", async () => {
    const draftId = await begin(clinic.patient, asked);
    await save(draftId, { value: 2 });
    expect(await save(draftId, { value: 2 })).toMatchObject({ kept: true, value: 2 });
  });

  test("many answers to one question at once leave the newest", async () => {
    const draftId = await begin(clinic.patient, asked);
    const now = later(10);
    await Promise.all(
      [0, 1, 2, 3, 4].map((value) => save(draftId, { value, answeredAt: later(value === 2 ? 9 : value) }, now)),
    );
    expect((await open(now)).answers["pain-kerb"]?.value).toBe(2);
  });

  test.each([
    ["a value off the scale", { value: 5 }, "value"],
    ["a value below it", { value: -1 }, "value"],
    ["half an answer", { value: 1.5 }, "value"],
    ["a number too great for the column", { value: 1_000_000 }, "value"],
    ["no number", { value: "2" }, "value"],
    ["an unknown question", { itemId: "pain-none" }, "itemId"],
    ["a name every object has", { itemId: "constructor" }, "itemId"],
    ["a megabyte for a name", { itemId: "x".repeat(1_000_000) }, "itemId"],
    ["no time", { answeredAt: "noon" }, "answeredAt"],
    ["a time six minutes ahead", { answeredAt: later(6).toISOString() }, "answeredAt"],
  ])("refuses %s at its field and writes nothing", async (_what, wrong, field) => {
    const draftId = await begin(clinic.patient, asked);
    const input = { draftId, itemId: "pain-kerb", value: 2, answeredAt: NOW.toISOString(), ...wrong };
    await expect(saveAnswer.execute(clinic.patient, input, { now: NOW })).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { [field]: expect.any(String) },
    });
    expect((await open()).answers).toEqual({});
  });

  test("allows a device whose clock is five minutes ahead; refuses extra keys", async () => {
    const draftId = await begin(clinic.patient, asked);
    expect(await save(draftId, { value: 2, answeredAt: later(5) })).toMatchObject({ kept: true });
    const input = { draftId, itemId: "pain-kerb", value: 2, answeredAt: NOW.toISOString(), patientId: newId() };
    await expect(saveAnswer.execute(clinic.patient, input, { now: NOW })).rejects.toMatchObject({ code: "invalid" });
  });

  test("is a conflict after sending", async () => {
    await send(clinic.patient, asked, { "pain-kerb": 2 });
    const [draft] = await database.admin()<
      { id: string }[]
    >`select id from response_drafts where clinic_id = ${clinic.id}`;
    await expect(save(draft?.id ?? "", { value: 3 }, later(20))).rejects.toMatchObject({ code: "conflict" });
  });

  test("wrong role is forbidden; a stranger cannot tell another's draft from an invented one", async () => {
    const draftId = await begin(clinic.patient, asked);
    const input = { draftId, itemId: "pain-kerb", value: 2, answeredAt: NOW.toISOString() };
    await expect(saveAnswer.execute(clinic.clinician, input, { now: NOW })).rejects.toMatchObject({
      code: "forbidden",
    });
    for (const actor of [clinic.otherPatient, stranger.patient]) {
      for (const id of [draftId, newId()]) {
        await expect(saveAnswer.execute(actor, { ...input, draftId: id }, { now: NOW })).rejects.toMatchObject({
          code: "not-found",
          message: "We could not find that.",
        });
        await expect(submit.execute(actor, { id: newId(), draftId: id }, { now: NOW })).rejects.toMatchObject({
          code: "not-found",
          message: "We could not find that.",
        });
      }
    }
    expect((await open()).answers).toEqual({});
  });
});

test("the questions are the 24 of the shipped instrument, without what the person does not need", async () => {
  const { instrument } = await open();
  expect(instrument.subscales.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(ITEMS);
  expect(PAIN).toHaveLength(5);
  expect(instrument).not.toHaveProperty("references");
});
