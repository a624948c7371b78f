import { expect, test } from "vitest";
import { getOwnProgress } from "@/lib/progress/queries/own-progress";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic } from "@/tests/support/clinic";
import { makeCourse, TODAY } from "./made-course";

const database = testDatabase();
const options = { now: new Date(`${TODAY}T15:00:00Z`) };

test("a patient sees what the course they did adds up to, and no access row is left", async () => {
  const clinic = await makeClinic(database.admin());
  await makeCourse(database.admin(), clinic, clinic.patient);
  const progress = await getOwnProgress(clinic.patient, {}, options);

  expect(progress.answer).toEqual({
    verdict: "better",
    sentence:
      "It looks better than at the start: pain, daily life and pain during exercise are better, and stiffness is about the same; 87% of the exercises were done.",
  });
  expect(progress.scores).toHaveLength(1);
  expect(progress.scores[0]?.points).toEqual([
    { day: "2026-03-02", scores: { pain: 75, stiffness: 50, function: 75 } },
    { day: "2026-03-30", scores: { pain: 25, stiffness: 50, function: 50 } },
  ]);
  expect(progress.scores[0]?.changes.map((change) => change.sentence)).toEqual([
    "Pain: 25 of 100, was 75. Lower is better, so this is 50 better.",
    "Stiffness: 50 of 100, was 50. Lower is better, so this is no change.",
    "Daily life: 50 of 100, was 75. Lower is better, so this is 25 better.",
  ]);
  expect(progress.pain.weeks.map((week) => week.mean)).toEqual([6, 6, null, 3, 0]);
  // One answer on the last Monday makes no week to compare with.
  expect(progress.pain.change).toMatchObject({ first: 6, latest: 3, latestOn: "2026-03-23" });
  expect(progress.whole).toMatchObject({ prescribed: 29, done: 25, partly: 1, skipped: 1, silent: 2, ahead: 1 });
  expect(progress.whole.share).toBeCloseTo((25 + 1 / 3) / 29);
  expect(progress.days.sentence).toBe("You practised on 26 of 29 planned days.");
  expect(progress.days.days.at(-1)).toMatchObject({ day: "2026-04-05", state: "ahead" });
  expect(progress.marks).toEqual([
    { day: "2026-03-02", label: "Plan began" },
    { day: "2026-03-23", label: "Plan changed" },
  ]);
  expect(progress.nextQuestionsOn).toBe("2026-04-27");
  const rows = await database.admin()`select action from audit_events where clinic_id = ${clinic.id}
    and action like 'progress.%'`;
  expect(rows).toEqual([]);
});

test("before a plan is published there is nothing to say, and it is said", async () => {
  const clinic = await makeClinic(database.admin());
  const progress = await getOwnProgress(clinic.patient, {}, options);
  expect(progress).toMatchObject({
    startsOn: null,
    hasBegun: false,
    answer: { verdict: "too-early" },
    scores: [],
    marks: [],
    changes: [],
    nextQuestionsOn: null,
  });
  expect(progress.pain).toMatchObject({ weeks: [], change: null, sentence: null });
  expect(progress.days).toMatchObject({ days: [], planned: 0, sentence: null });
});

test("staff have no progress of their own, and another patient sees nothing of this one", async () => {
  const clinic = await makeClinic(database.admin());
  await makeCourse(database.admin(), clinic, clinic.patient);
  await expect(getOwnProgress(clinic.clinician, {}, options)).rejects.toMatchObject({ code: "forbidden" });
  await expect(getOwnProgress(clinic.admin, {}, options)).rejects.toMatchObject({ code: "forbidden" });
  const other = await getOwnProgress(clinic.otherPatient, {}, options);
  expect(other).toMatchObject({ startsOn: null, scores: [] });
});

test("a day is the patient's own: just after midnight in Auckland it is already tomorrow", async () => {
  const clinic = await makeClinic(database.admin(), { timeZone: "Pacific/Auckland" });
  await makeCourse(database.admin(), clinic, clinic.patient);
  const progress = await getOwnProgress(clinic.patient, {}, { now: new Date("2026-03-30T11:30:00Z") });
  expect(progress.today).toBe(TODAY);
});
