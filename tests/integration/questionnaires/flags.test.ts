import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Person } from "@/lib/access/actor";
import { newId } from "@/lib/core/ids";
import { enterPaper } from "@/lib/questionnaires/commands/enter-paper";
import { reviewFlags } from "@/lib/questionnaires/commands/review-flags";
import { getPatientResponses } from "@/lib/questionnaires/queries/patient-responses";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";
import { askQuestions, audited, later, NOW, send } from "./asking";

const database = testDatabase();
let clinic: TestClinic;
let stranger: TestClinic;
beforeAll(async () => {
  stranger = await makeClinic(database.admin());
});
beforeEach(async () => {
  clinic = await makeClinic(database.admin());
});

const SCREEN = "safety-screen-knee-and-back";

/** The patient's own answers to the safety questions. */
async function screened(answers: Record<string, number | null>): Promise<string> {
  const asked = await askQuestions(database.admin(), clinic, clinic.patient, {
    slug: SCREEN,
    schedule: { kind: "once", day: 1 },
  });
  return send(clinic.patient, asked, answers);
}

const review = (responseId: string, note?: string, actor: Person = clinic.clinician) =>
  reviewFlags.execute(actor, { responseId, ...(note === undefined ? {} : { note }) }, { now: later(30) });

async function shown(responseId: string) {
  const read = { patientId: clinic.patient.patientId ?? "" };
  const { responses } = await getPatientResponses(clinic.clinician, read, { now: later(40) });
  return responses.find((one) => one.responseId === responseId);
}

describe("answers to act on", () => {
  test("are kept with the response, most urgent first, though nothing is scored", async () => {
    const responseId = await screened({ "back-night": 1, "back-numb-seat": 1, "back-bladder": 0 });
    const detail = await shown(responseId);
    expect(detail?.reviewed).toBeNull();
    expect(detail?.flags).toHaveLength(2);
    expect(detail?.flags[0]).toMatchObject({ level: "emergency", reason: expect.any(String) });
    const [row] = await database.admin()`select flags from responses where id = ${responseId}`;
    expect(row?.flags).toHaveLength(2);
  });

  test("none are raised by a no, or by what was not answered", async () => {
    const responseId = await screened({ "back-night": 0, "back-numb-seat": null });
    expect((await shown(responseId))?.flags).toEqual([]);
    await expect(review(responseId)).rejects.toMatchObject({ code: "conflict" });
  });

  test("are raised from paper too", async () => {
    const input = { id: newId(), patientId: clinic.patient.patientId, slug: SCREEN, answeredOn: "2026-03-01" };
    const entered = { ...input, answers: { "back-numb-seat": 1 } };
    const { responseId } = await enterPaper.execute(clinic.clinician, entered, { now: NOW });
    expect((await shown(responseId))?.flags).toMatchObject([{ level: "emergency" }]);
  });
});

describe("noting that they were seen", () => {
  test("keeps who, when and what they did, with an audit row", async () => {
    const responseId = await screened({ "back-numb-seat": 1 });
    expect(await review(responseId, "  Rang at once, sent to hospital.  ")).toEqual({ responseId });
    expect((await shown(responseId))?.reviewed).toEqual({
      on: "2026-03-02",
      by: "Casey Clinician",
      note: "Rang at once, sent to hospital.",
    });
    expect(await audited(database.admin(), "questionnaires.review-flags", responseId)).toBe(1);
  });

  test("a note is not needed; a long one is refused at its field", async () => {
    const responseId = await screened({ "back-numb-seat": 1 });
    await expect(review(responseId, "x".repeat(501))).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { note: expect.any(String) },
    });
    await review(responseId);
    expect((await shown(responseId))?.reviewed).toMatchObject({ note: "" });
  });

  test("a second time is a conflict and changes nothing, also of ten at once", async () => {
    const responseId = await screened({ "back-numb-seat": 1 });
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, (_, n) => review(responseId, `Note ${n}`)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "conflict" });
    }
    const note = (await shown(responseId))?.reviewed?.note;
    await expect(review(responseId, "Later")).rejects.toMatchObject({ code: "conflict" });
    expect((await shown(responseId))?.reviewed?.note).toBe(note);
  });

  test("wrong role is forbidden; another clinic and an invented response are not-found", async () => {
    const responseId = await screened({ "back-numb-seat": 1 });
    for (const actor of [clinic.patient, clinic.admin]) {
      await expect(review(responseId, "", actor)).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(review(responseId, "", stranger.clinician)).rejects.toMatchObject({ code: "not-found" });
    await expect(review(newId())).rejects.toMatchObject({ code: "not-found" });
    expect((await shown(responseId))?.reviewed).toBeNull();
  });
});
