import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Person } from "@/lib/access/actor";
import { newId } from "@/lib/core/ids";
import { enterPaper } from "@/lib/questionnaires/commands/enter-paper";
import { startCorrection } from "@/lib/questionnaires/commands/start-correction";
import { submit } from "@/lib/questionnaires/commands/submit";
import { getCorrection } from "@/lib/questionnaires/queries/correction";
import { getDraft } from "@/lib/questionnaires/queries/draft";
import { getPatientResponses } from "@/lib/questionnaires/queries/patient-responses";
import { getQuestions } from "@/lib/questionnaires/queries/questions";
import { getResult } from "@/lib/questionnaires/queries/result";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";
import {
  all,
  answer,
  askQuestions,
  audited,
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
let stranger: TestClinic;
let asked: { itemKey: string; dueOn: string };
let sent: string;
beforeAll(async () => {
  stranger = await makeClinic(database.admin());
});
beforeEach(async () => {
  clinic = await makeClinic(database.admin());
  asked = await askQuestions(database.admin(), clinic, clinic.patient);
  sent = await send(clinic.patient, asked, { ...all(PAIN, 2), ...all(STIFFNESS, 1), "pain-kerb": null });
});

/** Four days after the answers were sent. */
const THEN = later(4 * 24 * 60);
const start = (responseId = sent, now = THEN, actor: Person = clinic.patient, id = newId()) =>
  startCorrection.execute(actor, { id, responseId }, { now });
const finish = (draftId: string, reason: string | undefined = "I mixed up the steps", now = later(10, THEN)) =>
  submit.execute(clinic.patient, { id: newId(), draftId, ...(reason === undefined ? {} : { reason }) }, { now });
const drafts = () =>
  database.admin()`select id from response_drafts where clinic_id = ${clinic.id} and corrects_id is not null`;

describe("beginning a correction", () => {
  test("opens a copy with what was answered, once, and leaves an audit row", async () => {
    const id = newId();
    expect(await getCorrection(clinic.patient, { responseId: sent }, { now: THEN })).toMatchObject({ draftId: null });
    expect(await start(sent, THEN, clinic.patient, id)).toEqual({ draftId: id });
    expect(await start(sent, THEN, clinic.patient, id)).toEqual({ draftId: id });
    expect(await start()).toEqual({ draftId: id });
    const view = await getCorrection(clinic.patient, { responseId: sent }, { now: THEN });
    expect(view).toMatchObject({
      state: "open",
      draftId: id,
      correction: { responseId: sent, answeredOn: STARTS_ON },
      nextItemId: FUNCTION[0],
    });
    if (view.state !== "open") throw new Error("it is sent already");
    expect(view.answers["pain-evening"]?.value).toBe(2);
    // Rather not answered stays so; what was not reached is absent.
    expect(view.answers["pain-kerb"]?.value).toBeNull();
    expect(view.answers[FUNCTION[0] ?? ""]).toBeUndefined();
    expect(await audited(database.admin(), "questionnaires.start-correction", id)).toBe(2);
    expect(await drafts()).toHaveLength(1);
  });

  test("20 at once open one copy", async () => {
    const opened = await Promise.all(Array.from({ length: 20 }, () => start()));
    expect(new Set(opened.map(({ draftId }) => draftId)).size).toBe(1);
    const [row] = await database.admin()<{ count: number }[]>`select count(*)::int as count from draft_answers
      where draft_id = ${opened[0]?.draftId ?? ""}`;
    expect(row?.count).toBe(PAIN.length + STIFFNESS.length);
  });

  test("it is no questionnaire that waits, and what is shown stays until it is sent", async () => {
    await start();
    const { due } = await getQuestions(clinic.patient, {}, { now: THEN });
    expect(due).toEqual([]);
    expect(await getDraft(clinic.patient, asked, { now: THEN })).toEqual({ state: "submitted", responseId: sent });
    const { responses } = await getPatientResponses(
      clinic.clinician,
      { patientId: clinic.patient.patientId ?? "" },
      { now: THEN },
    );
    expect(responses).toMatchObject([{ responseId: sent, isCorrected: false }]);
  });

  test("wrong role is forbidden; another's answers and invented ones are not-found", async () => {
    for (const actor of [clinic.clinician, clinic.admin]) {
      await expect(start(sent, THEN, actor)).rejects.toMatchObject({ code: "forbidden" });
      await expect(getCorrection(actor, { responseId: sent })).rejects.toMatchObject({ code: "forbidden" });
    }
    for (const actor of [clinic.otherPatient, stranger.patient]) {
      await expect(start(sent, THEN, actor)).rejects.toMatchObject({ code: "not-found" });
      await expect(getCorrection(actor, { responseId: sent })).rejects.toMatchObject({ code: "not-found" });
    }
    await expect(start(newId())).rejects.toMatchObject({ code: "not-found" });
    expect(await drafts()).toHaveLength(0);
  });

  test("what the clinic entered is the clinic's to correct", async () => {
    const patientId = clinic.patient.patientId ?? "";
    const paper = { id: newId(), patientId, slug: "knee-and-hip-index", answeredOn: STARTS_ON, answers: all(PAIN, 1) };
    const { responseId } = await enterPaper.execute(clinic.clinician, paper, { now: NOW });
    await expect(start(responseId)).rejects.toMatchObject({ code: "conflict" });
    await expect(getCorrection(clinic.patient, { responseId })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("sending a correction", () => {
  test("is a new row for the day of the first, with the reason, and the first stays as it was", async () => {
    const { draftId } = await start();
    await answer(clinic.patient, draftId, { "pain-kerb": 4, "pain-evening": 0 }, THEN);
    const { responseId } = await finish(draftId);
    const rows =
      await database.admin()`select id, corrects_id, correction_reason, item_key, due_on::text as due, source,
      coalesce(answered_on, submitted_on)::text as answered, submitted_on::text as submitted, answers
      from responses where clinic_id = ${clinic.id} order by submitted_at`;
    expect(rows).toMatchObject([
      { id: sent, corrects_id: null, answers: { "pain-kerb": null, "pain-evening": 2 } },
      {
        id: responseId,
        corrects_id: sent,
        correction_reason: "I mixed up the steps",
        item_key: asked.itemKey,
        due: STARTS_ON,
        source: "portal",
        answered: STARTS_ON,
        submitted: "2026-03-06",
        answers: { "pain-kerb": 4, "pain-evening": 0, "function-hill": null },
      },
    ]);
    expect(Object.keys(rows[1]?.answers).sort()).toEqual([...ITEMS].sort());
    expect(await audited(database.admin(), "questionnaires.submit", responseId)).toBe(1);
    const shown = { state: "submitted", responseId };
    expect(await getDraft(clinic.patient, asked, { now: THEN })).toEqual(shown);
    expect(await getCorrection(clinic.patient, { responseId: sent }, { now: THEN })).toEqual(shown);
    await expect(getResult(clinic.patient, { responseId })).resolves.toMatchObject({ responseId });
  });

  test("asks for the reason at its field, and keeps the copy", async () => {
    const { draftId } = await start();
    for (const reason of [undefined, "", "   ", "x".repeat(501)]) {
      const input = { id: newId(), draftId, ...(reason === undefined ? {} : { reason }) };
      await expect(submit.execute(clinic.patient, input, { now: THEN })).rejects.toMatchObject({
        code: "invalid",
        fieldErrors: { reason: expect.any(String) },
      });
    }
    expect(await getCorrection(clinic.patient, { responseId: sent }, { now: THEN })).toMatchObject({
      state: "open",
      draftId,
    });
  });

  test("that changes nothing is refused in words, and the copy stays open", async () => {
    const { draftId } = await start();
    await answer(clinic.patient, draftId, { "pain-evening": 2, "pain-kerb": null }, THEN);
    await expect(finish(draftId)).rejects.toMatchObject({
      code: "invalid",
      message: "Nothing differs from what you sent before. Change an answer first.",
    });
    await answer(clinic.patient, draftId, { "pain-kerb": 0, [FUNCTION[0] ?? ""]: null }, later(1, THEN));
    const { responseId } = await finish(draftId);
    const rows =
      await database.admin()`select declined from responses where clinic_id = ${clinic.id} order by submitted_at`;
    expect(rows).toMatchObject([{ declined: ["pain-kerb"] }, { declined: [FUNCTION[0]] }]);
    const again = await start(responseId, later(20, THEN));
    const view = await getCorrection(clinic.patient, { responseId }, { now: later(20, THEN) });
    if (view.state !== "open") throw new Error("it is sent already");
    expect(view.draftId).toBe(again.draftId);
    expect(view.answers[FUNCTION[0] ?? ""]?.value).toBeNull();
    expect(view.correction?.sent.declined).toEqual([FUNCTION[0]]);
  });

  test("with every answer taken out it is blank, and refused", async () => {
    const { draftId } = await start();
    await answer(clinic.patient, draftId, all([...PAIN, ...STIFFNESS], null), THEN);
    await expect(finish(draftId)).rejects.toMatchObject({ code: "invalid" });
  });

  test("a second correction of the same is a conflict; the newer answers can be corrected", async () => {
    const { draftId } = await start();
    await answer(clinic.patient, draftId, { "pain-kerb": 4 }, THEN);
    const { responseId } = await finish(draftId);
    await expect(finish(draftId)).rejects.toMatchObject({ code: "conflict" });
    await expect(start(sent, later(20, THEN))).rejects.toMatchObject({ code: "conflict" });
    const again = await start(responseId, later(30, THEN));
    expect(again.draftId).not.toBe(draftId);
    await answer(clinic.patient, again.draftId, { "pain-kerb": 3 }, later(35, THEN));
    await finish(again.draftId, "One more", later(40, THEN));
    expect(await database.admin()`select id from responses where clinic_id = ${clinic.id}`).toHaveLength(3);
  });

  test("someone else's copy is not-found, and is not sent", async () => {
    const { draftId } = await start();
    for (const actor of [clinic.otherPatient, stranger.patient]) {
      await expect(
        submit.execute(actor, { id: newId(), draftId, reason: "Mine now" }, { now: THEN }),
      ).rejects.toMatchObject({ code: "not-found" });
    }
    expect(await database.admin()`select id from responses where clinic_id = ${clinic.id}`).toHaveLength(1);
  });
});
