import { beforeEach, describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { addDays } from "@/lib/core/calendar";
import { newId } from "@/lib/core/ids";
import { getPatientHandout } from "@/lib/export/queries/handout";
import { addItem } from "@/lib/plans/commands/add-item";
import { applyProtocol } from "@/lib/plans/commands/apply-protocol";
import { decideSuggestion } from "@/lib/plans/commands/decide-suggestion";
import { endPlan } from "@/lib/plans/commands/end";
import { pausePlan } from "@/lib/plans/commands/pause";
import { publishPlan } from "@/lib/plans/commands/publish";
import { resumePlan } from "@/lib/plans/commands/resume";
import { saveDraft } from "@/lib/plans/commands/save-draft";
import { startDraft } from "@/lib/plans/commands/start-draft";
import { getDraft } from "@/lib/plans/queries/draft";
import { getPlanOverview } from "@/lib/plans/queries/overview";
import { getOwnPause } from "@/lib/plans/queries/pausing";
import { lastLogs } from "@/lib/plans/queries/progression-evidence";
import { comparePlan } from "@/lib/plans/queries/protocols";
import { listReceivers } from "@/lib/plans/queries/receivers";
import { getRunningPlans } from "@/lib/plans/queries/running";
import { recordPractice } from "@/lib/practice/commands/record";
import { getExercise } from "@/lib/practice/queries/exercise";
import { getHistory } from "@/lib/practice/queries/history";
import { getPastDay } from "@/lib/practice/queries/past-day";
import { getPatientLogs } from "@/lib/practice/queries/patient-logs";
import { getPlayer } from "@/lib/practice/queries/player";
import { getToday } from "@/lib/practice/queries/today";
import { getOwnProgress } from "@/lib/progress/queries/own-progress";
import { getPatientRecord } from "@/lib/progress/queries/patient-record";
import { getPatients } from "@/lib/progress/queries/patients";
import { getWorklist } from "@/lib/progress/queries/worklist";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";
import { makePlan, type TestPlan } from "@/tests/support/plan";
import { auditCount, idOf, PROTOCOL, settle } from "./steps";

const database = testDatabase();
const STARTS_ON = "2026-03-02";
const FRIDAY = "2026-03-06";
const at = { now: new Date(`${FRIDAY}T12:00:00Z`) };
const BRIDGE = { kind: "exercise", slug: "glute-bridge" } as const;
let clinic: TestClinic;
let patientId: string;
let knee: TestPlan;
let back: TestPlan;

/** Two plans in force with the same exercise at different doses. */
beforeEach(async () => {
  clinic = await makeClinic(database.admin());
  patientId = idOf(clinic.patient);
  const plan = (title: string, repetitions: number) =>
    makePlan(database.admin(), clinic, clinic.patient, {
      startsOn: STARTS_ON,
      title,
      items: [{ ...BRIDGE, dose: { repetitions, loadKg: 10 } }],
    });
  knee = await plan("My knee", 8);
  back = await plan("My back", 12);
});

/** The bridge of a plan, done with two repetitions over its dose. */
async function logOver(plan: TestPlan, repetitions: number, days: readonly string[], when = at) {
  const entries = days.map((dueOn) => ({
    id: newId(),
    planItemId: plan.items[0]?.id ?? "",
    dueOn,
    occasion: 1,
    outcome: "done",
    repetitionsDone: repetitions + 2,
    painNrs: 1,
    performedAt: `${dueOn}T10:00:00Z`,
  }));
  await recordPractice.execute(clinic.patient, { id: newId(), entries }, when);
}

const another = (input: { beside?: boolean; protocolSlug?: string | null } = {}) =>
  applyProtocol.execute(clinic.clinician, { id: newId(), patientId, protocolSlug: null, beside: true, ...input }, at);

describe("beginning one more", () => {
  test("is done on purpose, from a protocol or empty, and the list tells them all apart", async () => {
    await expect(another({ beside: false })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("beside"),
    });
    const { planId } = await another({ protocolSlug: PROTOCOL });
    await startDraft.execute(clinic.clinician, { id: newId(), patientId, planId: knee.planId }, at);
    const { plans } = await getRunningPlans(clinic.clinician, { patientId }, at);
    const writes = { updatedBy: clinic.clinician.name };
    expect(plans).toMatchObject([
      { planId: knee.planId, name: "My knee", startsOn: STARTS_ON, version: 1, pause: null, draft: writes },
      { planId: back.planId, name: "My back", version: 1, phase: { number: 1, count: 1 }, draft: null },
      { planId, startsOn: null, version: 0, phase: null, draft: writes },
    ]);
    const [mine] = (await listReceivers(clinic.clinician, {}, at)).filter(({ id }) => id === patientId);
    expect(mine?.plans.map(({ name, version, hasDraft }) => [name, version, hasDraft])).toEqual([
      ["My knee", 1, true],
      ["My back", 1, false],
      [plans[2]?.name, 0, true],
    ]);
  });

  test("ends at six, however many ask at once", async () => {
    const { values, codes } = await settle(Array.from({ length: 8 }, () => another()));
    expect(values).toHaveLength(4);
    expect(codes).toEqual(Array(4).fill("conflict"));
  });
});

describe("each plan is its own", () => {
  test("to write, to read, to compare and to print", async () => {
    const { clinician } = clinic;
    for (const [{ planId }, title] of [[knee, "My knee"] as const, [back, "My back"] as const]) {
      await startDraft.execute(clinician, { id: newId(), patientId, planId }, at);
      const asked = { patientId, planId };
      expect((await getDraft(clinician, asked, at)).draft?.body.title).toBe(title);
      const overview = await getPlanOverview(clinician, asked, at);
      expect(overview).toMatchObject({ plan: { planId, title, number: 1 }, resting: { name: title }, endedPlans: 0 });
      const compared = await comparePlan(clinician, { ...asked, slug: PROTOCOL }, at);
      expect(compared).toMatchObject({ planId, planTitle: title });
      expect(await getPatientHandout(clinic.patient, asked, at)).toMatchObject({ planId, planTitle: title });
    }
    const revised = await getDraft(clinician, { patientId, planId: knee.planId }, at);
    const body = { ...revised.draft?.body, title: "My left knee", phases: revised.draft?.body.phases ?? [] };
    const saved = await saveDraft.execute(clinician, { planId: knee.planId, revision: 1, body }, at);
    const publish = { id: newId(), planId: knee.planId, revision: saved.revision };
    await publishPlan.execute(clinician, publish, at);
    const { plans } = await getRunningPlans(clinician, { patientId }, at);
    expect(plans.map(({ name, version, draft }) => [name, version, draft !== null])).toEqual([
      ["My left knee", 2, false],
      ["My back", 1, true],
    ]);
  });

  test("to end: the other one goes on", async () => {
    await endPlan.execute(clinic.clinician, { planId: back.planId }, at);
    const saturday = { now: new Date("2026-03-07T12:00:00Z") };
    const today = await getToday(clinic.patient, {}, saturday);
    expect(today.exercises.map(({ title, plan }) => [title, plan])).toEqual([["Glute bridge", undefined]]);
    const overview = await getPlanOverview(clinic.clinician, { patientId, planId: knee.planId }, saturday);
    expect(overview.endedPlans).toBe(1);
    const ended = getPlanOverview(clinic.clinician, { patientId, planId: back.planId }, saturday);
    await expect(ended).rejects.toMatchObject({ code: "not-found" });
  });

  test("to add to: which one has to be said", async () => {
    const input = { id: newId(), patientId, kind: "exercise" as const, slug: "wall-sit" };
    await expect(addItem.execute(clinic.clinician, input, at)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("several plans"),
    });
    await addItem.execute(clinic.clinician, { ...input, id: newId(), planId: back.planId }, at);
    const drafts = await database.admin()`select plan_id from plan_drafts where clinic_id = ${clinic.id}`;
    expect(drafts).toEqual([{ plan_id: back.planId }]);
  });
});

describe("a pause", () => {
  const names = async () =>
    (await getOwnPause(clinic.patient, {}, at)).plans.map(({ name, pause }) => [name, pause !== null]);

  test("is of one plan, and Today goes on with the other and says which rests", async () => {
    const input = { id: newId(), patientId, planId: knee.planId, reason: "illness" as const, until: "2026-03-10" };
    await pausePlan.execute(clinic.clinician, input, at);
    expect(await names()).toEqual([
      ["My knee", true],
      ["My back", false],
    ]);
    const today = await getToday(clinic.patient, {}, at);
    expect(today).toMatchObject({ state: "due", resting: [{ name: "My knee", resumesOn: "2026-03-11" }] });
    expect(today.exercises.map(({ itemId }) => itemId)).toEqual(back.items.map(({ id }) => id));
    await resumePlan.execute(clinic.patient, { patientId, planId: knee.planId }, at);
    expect((await getToday(clinic.patient, {}, at)).exercises).toHaveLength(2);
  });

  test("or of all, and so is going on", async () => {
    const input = { id: newId(), patientId, reason: "holiday" as const, until: null };
    const { planIds } = await pausePlan.execute(clinic.patient, input, at);
    expect(planIds).toEqual([knee.planId, back.planId]);
    expect(await pausePlan.execute(clinic.patient, input, at)).toMatchObject({ planIds });
    expect((await getToday(clinic.patient, {}, at)).state).toBe("paused");
    expect(await auditCount(database.admin(), clinic.id, "plans.pause", patientId)).toBe(2);
    await resumePlan.execute(clinic.clinician, { patientId }, at);
    expect((await names()).map(([, isPaused]) => isPaused)).toEqual([false, false]);
  });

  test("of one plan is no silence, and does not hide that of the other", async () => {
    const later = { now: new Date("2026-03-20T12:00:00Z") };
    const pause = (planId: string | null) =>
      pausePlan.execute(clinic.clinician, { id: newId(), patientId, planId, reason: "other", until: null }, later);
    const reasons = async () => {
      const { needsMe } = await getWorklist(clinic.clinician, {}, later);
      return needsMe.find(({ id }) => id === patientId)?.reasons.map(({ reason }) => reason) ?? [];
    };
    await database.admin()`update memberships set created_at = '2026-03-01' where clinic_id = ${clinic.id}`;
    const before = await reasons();
    await pause(knee.planId);
    expect(await reasons()).toEqual(before);
    await pause(null);
    expect(await reasons()).not.toContain("silent");
  });

  test("is told in the story and to the patient, with its plan, its days and its end", async () => {
    const input = { id: newId(), patientId, planId: knee.planId, reason: "holiday" as const, until: "2026-03-10" };
    await pausePlan.execute(clinic.patient, input, at);
    const sunday = { now: new Date("2026-03-08T12:00:00Z") };
    await pausePlan.execute(
      clinic.clinician,
      { ...input, id: newId(), reason: "illness", until: "2026-03-12" },
      sunday,
    );
    const later = { now: new Date("2026-03-16T12:00:00Z") };
    const { story } = await getPatientRecord(clinic.clinician, { patientId }, later);
    const told = story.filter(({ kind }) => kind === "pause");
    expect(told.map(({ day, title, lines }) => [day, title, ...lines])).toEqual([
      ["2026-03-13", "Plan went on (My knee)", "After 7 days of rest"],
      [
        "2026-03-08",
        "Pause set anew (My knee)",
        "Illness, 8 Mar 2026 to 12 Mar 2026",
        `Set by ${clinic.clinician.name}`,
      ],
      [FRIDAY, "Plan paused (My knee)", "Holiday, from 6 Mar 2026", "Set by the patient"],
    ]);
    expect(new Set(story.map(({ id }) => id)).size).toBe(story.length);
    const { changes } = await getOwnProgress(clinic.patient, {}, later);
    expect(changes.map(({ kind, title }) => [kind, title])).toEqual([
      ["start", "Plan began: My knee"],
      ["start", "Plan began: My back"],
      ["pause", "Plan paused (My knee)"],
      ["pause", "Pause set anew (My knee)"],
      ["resume", "Plan went on (My knee)"],
    ]);
    expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
  });
});

describe("the same exercise in both", () => {
  const both = ["My knee", "My back"];

  test("is told apart on Today, in the session, alone, in the past and in the log", async () => {
    const { patient, clinician } = clinic;
    const today = await getToday(patient, {}, at);
    expect(today.exercises.map(({ title, plan, dose }) => [title, plan, dose.split(",")[0]])).toEqual([
      ["Glute bridge", "My knee", "3 sets of 8 repetitions"],
      ["Glute bridge", "My back", "3 sets of 12 repetitions"],
    ]);
    const labels = both.map((plan) => `Glute bridge (${plan})`);
    const { exercises } = await getPlayer(patient, {}, at);
    expect(exercises.map(({ title, dose }) => [title, dose.repetitions])).toEqual([
      [labels[0], 8],
      [labels[1], 12],
    ]);
    const alone = await getExercise(patient, { itemId: knee.items[0]?.id ?? "" }, at);
    expect([alone.title, alone.next?.title]).toEqual(labels);
    const past = await getPastDay(patient, { day: "2026-03-05" }, at);
    expect(past.exercises.map(({ plan }) => plan)).toEqual(both);

    await logOver(knee, 8, [FRIDAY]);
    const { days } = await getHistory(patient, {}, at);
    const [friday] = days;
    expect(friday?.entries.map(({ plan, log }) => [plan, log?.outcome ?? null])).toEqual([
      ["My knee", "done"],
      ["My back", null],
    ]);
    await logOver(back, 12, [FRIDAY]);
    const { logs } = await getPatientLogs(clinician, { patientId, from: FRIDAY, to: FRIDAY }, at);
    expect(logs.map(({ plan }) => plan).sort()).toEqual([...both].sort());
  });

  test("is suggested to progress in each plan by itself, and decided for each", async () => {
    const days = ["2026-03-04", FRIDAY];
    await logOver(knee, 8, days);
    await logOver(back, 12, days);
    const { clinician } = clinic;
    const record = () => getPatientRecord(clinician, { patientId }, at);
    const { ready } = await record();
    expect(ready.map(({ planId, name }) => [planId, name])).toEqual([
      [knee.planId, "My knee"],
      [back.planId, "My back"],
    ]);
    const { needsMe } = await getWorklist(clinician, {}, at);
    expect(needsMe.flatMap(({ reasons }) => reasons.map(({ words }) => words))).toContain(
      "Ready for more? Glute bridge: 10.5 kg in place of 10 kg (My knee), and 1 more",
    );
    const subject = ready[0]?.suggestions[0]?.subject ?? "";
    const input = { id: newId(), patientId, planId: knee.planId, subject, decision: "approved" as const };
    await expect(decideSuggestion.execute(clinician, { ...input, planId: back.planId }, at)).rejects.toMatchObject({
      code: "conflict",
    });
    await decideSuggestion.execute(clinician, input, at);
    const after = await record();
    expect(after.ready.map(({ name }) => name)).toEqual(["My back"]);
    expect(after.written).toEqual([
      { planId: knee.planId, name: "My knee", words: ["Glute bridge: 10.5 kg in place of 10 kg"] },
    ]);
    expect(after.plans.map(({ name }) => name)).toEqual(both);
    const row = (await getPatients(clinician, { search: "" }, at)).entries.find(({ id }) => id === patientId);
    expect(row?.position).toMatchObject({ state: "running", others: 1 });
  });

  test("is counted by plan: practice of one does not push that of the other out of sight", async () => {
    const days = (first: number) => Array.from({ length: 6 }, (_, ahead) => addDays(STARTS_ON, first + ahead));
    const later = { now: new Date("2026-03-14T12:00:00Z") };
    await logOver(knee, 8, days(0), later);
    await logOver(back, 12, days(6), later);
    const { clinician } = clinic;
    const logs = await asActor(clinician.identity, (tx) => lastLogs(tx, clinician, [patientId], STARTS_ON, 6));
    const keys = logs.get(patientId)?.map(({ itemKey }) => itemKey) ?? [];
    for (const { items } of [knee, back]) expect(keys.filter((key) => key === items[0]?.key)).toHaveLength(6);
  });
});
