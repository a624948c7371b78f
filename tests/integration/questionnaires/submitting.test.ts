import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { newId } from "@/lib/core/ids";
import { submit } from "@/lib/questionnaires/commands/submit";
import { getDraft } from "@/lib/questionnaires/queries/draft";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";
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
  STARTS_ON,
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

type ScoreRow = {
  subscale: string;
  raw: number | null;
  raw_max: number;
  worst100: number | null;
  answered: number;
  imputed: number;
  reason: string | null;
  is_total: boolean;
};

async function scoresOf(responseId: string): Promise<Record<string, ScoreRow>> {
  const rows = await database.admin()<
    ScoreRow[]
  >`select subscale, raw, raw_max, worst100, answered, imputed, reason, is_total
    from scores where response_id = ${responseId}`;
  return Object.fromEntries(rows.map((row) => [row.subscale, row]));
}

const responseCount = async () =>
  (await database.admin()`select id from responses where clinic_id = ${clinic.id}`).length;

describe("sending", () => {
  test("writes the response with every item, its scores and an audit row, and closes the draft", async () => {
    const draftId = await begin(clinic.patient, asked);
    await answer(clinic.patient, draftId, { ...all(PAIN, 2), ...all(STIFFNESS, 1), ...all(FUNCTION, 4) });
    const id = newId();
    expect(await submit.execute(clinic.patient, { id, draftId }, { now: later(7) })).toEqual({ responseId: id });
    const [response] = await database.admin()`select *, submitted_on::text as day from responses where id = ${id}`;
    expect(response).toMatchObject({
      patient_id: clinic.patient.patientId,
      item_key: asked.itemKey,
      day: STARTS_ON,
      submitted_by: clinic.patient.memberId,
      corrects_id: null,
      started_at: NOW,
      submitted_at: later(7),
    });
    expect(Object.keys(response?.answers).sort()).toEqual([...ITEMS].sort());
    const scores = await scoresOf(id);
    expect(scores.pain).toMatchObject({ raw: 10, raw_max: 20, worst100: 50, answered: 5, imputed: 0, reason: null });
    expect(scores.stiffness).toMatchObject({ raw: 2, raw_max: 8, worst100: 25 });
    expect(scores.function).toMatchObject({ raw: 68, raw_max: 68, worst100: 100 });
    expect(scores.total).toMatchObject({ raw: 80, raw_max: 96, answered: 24, is_total: true });
    expect(await audited(database.admin(), "questionnaires.submit", id)).toBe(1);
    expect(await getDraft(clinic.patient, asked, { now: later(8) })).toEqual({ state: "submitted", responseId: id });
  });

  test("what was not answered, or declined, is null and never 0; what was declined is kept apart", async () => {
    const responseId = await send(clinic.patient, asked, { ...all(PAIN, 0), "pain-kerb": null });
    const [response] = await database.admin()`select answers, declined from responses where id = ${responseId}`;
    expect(response?.declined).toEqual(["pain-kerb"]);
    expect(response?.answers["pain-kerb"]).toBeNull();
    expect(response?.answers["function-hill"]).toBeNull();
    expect(response?.answers["pain-evening"]).toBe(0);
    expect(Object.keys(response?.answers)).toHaveLength(24);
  });

  test.each([
    ["4 of 5 pain", all(PAIN.slice(0, 4), 2), "pain", { raw: 10, worst100: 50, answered: 4, imputed: 1, reason: null }],
    ["3 of 5 pain", all(PAIN.slice(0, 3), 2), "pain", { raw: null, worst100: null, answered: 3, imputed: 0 }],
    ["1 of 2 stiffness", { "stiffness-breakfast": 3 }, "stiffness", { raw: 6, worst100: 75, answered: 1, imputed: 1 }],
    ["14 of 17 function", all(FUNCTION.slice(0, 14), 1), "function", { raw: 17, worst100: 25, imputed: 3 }],
    ["13 of 17 function", all(FUNCTION.slice(0, 13), 1), "function", { raw: null, worst100: null, answered: 13 }],
  ])("the missing-answer rule holds at its edge: %s", async (_what, answers, subscale, expected) => {
    const scores = await scoresOf(await send(clinic.patient, asked, answers));
    expect(scores[subscale]).toMatchObject(expected);
    expect(scores.total).toMatchObject({ raw: null, worst100: null, is_total: true });
  });

  test("a score that cannot be given keeps its reason", async () => {
    const scores = await scoresOf(await send(clinic.patient, asked, { "pain-kerb": 2, "stiffness-breakfast": 1 }));
    expect(scores.pain?.reason).toBe("1 of 5 answered, at least 4 needed");
    expect(scores.function?.reason).toBe("0 of 17 answered, at least 14 needed");
    expect(scores.total?.reason).toBe("no score for Pain, Daily life");
    expect(scores.stiffness?.reason).toBeNull();
  });

  test("a blank form, and one of nothing but refusals, is refused with words and stays open", async () => {
    const draftId = await begin(clinic.patient, asked);
    const blank = { code: "invalid", message: "Please answer at least one question before you send." };
    await expect(submit.execute(clinic.patient, { id: newId(), draftId }, { now: NOW })).rejects.toMatchObject(blank);
    await answer(clinic.patient, draftId, all(ITEMS, null));
    await expect(submit.execute(clinic.patient, { id: newId(), draftId }, { now: NOW })).rejects.toMatchObject(blank);
    expect(await responseCount()).toBe(0);
    expect(await getDraft(clinic.patient, asked, { now: NOW })).toMatchObject({ state: "open" });
  });
});

describe("exactly once", () => {
  test("the same id gives the first receipt; another id is a conflict", async () => {
    const draftId = await begin(clinic.patient, asked);
    await answer(clinic.patient, draftId, all(PAIN, 1));
    const id = newId();
    const first = await submit.execute(clinic.patient, { id, draftId }, { now: NOW });
    expect(await submit.execute(clinic.patient, { id, draftId }, { now: later(1) })).toEqual(first);
    await expect(submit.execute(clinic.patient, { id: newId(), draftId }, { now: NOW })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(submit.execute(clinic.patient, { id, draftId: newId() }, { now: NOW })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await responseCount()).toBe(1);
  });

  test("50 at once with one id make one response and 50 receipts", async () => {
    const draftId = await begin(clinic.patient, asked);
    await answer(clinic.patient, draftId, all(PAIN, 1));
    const id = newId();
    const receipts = await Promise.all(
      Array.from({ length: 50 }, () => submit.execute(clinic.patient, { id, draftId }, { now: NOW })),
    );
    expect(new Set(receipts.map(({ responseId }) => responseId))).toEqual(new Set([id]));
    expect(await responseCount()).toBe(1);
    expect(await audited(database.admin(), "questionnaires.submit", id)).toBe(1);
  });

  test("50 at once with ids of their own make one response and 49 conflicts", async () => {
    const draftId = await begin(clinic.patient, asked);
    await answer(clinic.patient, draftId, all(PAIN, 1));
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, () => submit.execute(clinic.patient, { id: newId(), draftId }, { now: NOW })),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "conflict" });
    }
    expect(await responseCount()).toBe(1);
    expect(await database.admin()`select id from scores where clinic_id = ${clinic.id}`).toHaveLength(4);
  });
});

describe("time", () => {
  test("begun on the last day, it may be finished on the day after and no later", async () => {
    const draftId = await begin(clinic.patient, asked, new Date("2026-03-29T20:00:00Z"));
    await answer(clinic.patient, draftId, all(PAIN, 1), new Date("2026-03-29T20:05:00Z"));
    const input = { id: newId(), draftId };
    await expect(
      submit.execute(clinic.patient, input, { now: new Date("2026-03-31T00:10:00Z") }),
    ).rejects.toMatchObject({ code: "conflict" });
    await submit.execute(clinic.patient, input, { now: new Date("2026-03-30T00:10:00Z") });
    const [response] = await database.admin()`select submitted_on::text as day from responses where id = ${input.id}`;
    expect(response?.day).toBe("2026-03-30");
  });

  test("the day of sending is the patient's own", async () => {
    const away = await makeClinic(database.admin(), { timeZone: "Pacific/Auckland" });
    const there = await askQuestions(database.admin(), away, away.patient);
    const id = await send(away.patient, there, all(PAIN, 1), new Date("2026-03-02T11:30:00Z"));
    const [response] = await database.admin()`select submitted_on::text as day from responses where id = ${id}`;
    expect(response?.day).toBe("2026-03-03");
  });
});

test("wrong role is forbidden; extra keys are refused", async () => {
  const draftId = await begin(clinic.patient, asked);
  const input = { id: newId(), draftId };
  for (const actor of [clinic.clinician, clinic.admin]) {
    await expect(submit.execute(actor, input, { now: NOW })).rejects.toMatchObject({ code: "forbidden" });
  }
  await expect(submit.execute(clinic.patient, { ...input, answers: all(PAIN, 0) }, { now: NOW })).rejects.toMatchObject(
    { code: "invalid" },
  );
});

test("the portal's own role can neither change nor remove what was sent", async () => {
  const responseId = await send(clinic.patient, asked, all(PAIN, 1));
  for (const statement of [
    sql`update responses set answers = '{}' where id = ${responseId}`,
    sql`delete from responses where id = ${responseId}`,
    sql`update scores set worst100 = 0 where response_id = ${responseId}`,
    sql`delete from scores where response_id = ${responseId}`,
    sql`delete from draft_answers`,
    sql`delete from response_drafts`,
  ]) {
    const attempt = asActor(clinic.patient.identity, (tx) => tx.execute(statement));
    await expect(attempt).rejects.toMatchObject({ cause: { code: "42501" } });
  }
});
