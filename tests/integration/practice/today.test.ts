import { PostgresJsSession } from "drizzle-orm/postgres-js";
import { describe, expect, test, vi } from "vitest";
import { asActor } from "@/db/client";
import { newId } from "@/lib/core/ids";
import { minutesLeft } from "@/lib/plans/open-questionnaires";
import { markRead } from "@/lib/practice/commands/mark-read";
import { recordPractice } from "@/lib/practice/commands/record";
import { getExercise } from "@/lib/practice/queries/exercise";
import { getHistory } from "@/lib/practice/queries/history";
import { getPatientLogs } from "@/lib/practice/queries/patient-logs";
import { getToday, loadToday } from "@/lib/practice/queries/today";
import { openDraft } from "@/lib/questionnaires/commands/open-draft";
import { saveAnswer } from "@/lib/questionnaires/commands/save-answer";
import { getInstrument } from "@/lib/questionnaires/queries/instruments";
import { getQuestions } from "@/lib/questionnaires/queries/questions";
import { makeClinic } from "@/tests/support/clinic";
import { addVersion, makePlan } from "@/tests/support/plan";
import {
  ARTICLE,
  BRIDGE,
  itemOf,
  logEntry,
  MONDAY,
  makePractice,
  NOW,
  ownDatabase,
  send,
  TODAY,
  WALL_SIT,
} from "@/tests/support/practice";

const database = ownDatabase();
const at = { now: NOW };

describe("Today", () => {
  test("shows what is due, how long it takes, and where to begin", async () => {
    const { clinic, item } = await makePractice(database.admin());
    const today = await getToday(clinic.patient, {}, at);
    expect(today).toMatchObject({
      day: TODAY,
      state: "due",
      exercises: [
        { title: "Wall sit", dose: "3 holds of 20 seconds, rest 30 seconds", state: "due", occasion: 1, logId: null },
        { title: "Glute bridge", dose: "3 sets of 10 repetitions, rest 30 seconds", state: "due" },
      ],
      reading: [{ itemId: item("knock-knees-and-back-pain").id, note: "For your knees." }],
      questions: [
        {
          itemKey: item("knee-and-hip-index").key,
          overdueDays: 8,
          begun: false,
          href: `/questions/${item("knee-and-hip-index").key}/${MONDAY}`,
        },
      ],
      done: [],
      next: { label: "Start", href: "/session" },
    });
    const minutes = [today.reading[0]?.minutes, today.questions[0]?.minutes];
    for (const one of minutes) expect(one).toBeGreaterThan(0);
    expect(today.minutesLeft).toBeGreaterThan((minutes[0] ?? 0) + (minutes[1] ?? 0));
  });

  test("offers what is done as needed with a way to write it down, any number of times", async () => {
    const bridge = { ...BRIDGE, schedule: { kind: "as-needed" as const } };
    const { clinic, item } = await makePractice(database.admin(), { items: [WALL_SIT, bridge] });
    const { id } = item("glute-bridge");
    for (const occasion of [1, 2]) {
      const { asNeeded } = await getToday(clinic.patient, {}, at);
      expect(asNeeded).toMatchObject([
        { title: "Glute bridge", href: `/session/${id}?day=${TODAY}&occasion=${occasion}` },
      ]);
      expect(await getExercise(clinic.patient, { itemId: id, day: TODAY, occasion }, at)).toMatchObject({ occasion });
      await recordPractice.execute(clinic.patient, send(logEntry(id, { occasion })), at);
    }
    expect((await getToday(clinic.patient, {}, at)).exercises.map(({ title }) => title)).toEqual([
      "Wall sit",
      "Glute bridge",
      "Glute bridge",
    ]);
  });

  test("counts what was done as needed on two devices, each of which took it for the first time", async () => {
    const ease = { ...BRIDGE, schedule: { kind: "as-needed" as const } };
    const { clinic, item } = await makePractice(database.admin(), { items: [ease, WALL_SIT] });
    const { id } = item("glute-bridge");
    const [first, second] = [logEntry(id), logEntry(id)];
    const sent = send(first);
    for (const sending of [sent, send(second), sent]) await recordPractice.execute(clinic.patient, sending, at);
    const { exercises, asNeeded } = await getToday(clinic.patient, {}, at);
    expect(exercises.filter(({ title }) => title === "Glute bridge").map((one) => [one.occasion, one.logId])).toEqual([
      [1, first.id],
      [2, second.id],
    ]);
    expect(asNeeded).toMatchObject([{ href: `/session/${id}?day=${TODAY}&occasion=3` }]);
    // What is asked for on an occasion of its own is not moved to another.
    for (let times = 0; times < 2; times++)
      await recordPractice.execute(clinic.patient, send(logEntry(item("wall-sit").id)), at);
    const wallSits = (await getToday(clinic.patient, {}, at)).exercises.filter(({ title }) => title === "Wall sit");
    expect(wallSits.map(({ occasion }) => occasion)).toEqual([1]);
  });

  test("follows what is logged, read and sent until nothing remains", async () => {
    const { clinic, item } = await makePractice(database.admin());
    const { patient } = clinic;
    const first = logEntry(item("wall-sit").id);
    await recordPractice.execute(patient, send(first), at);
    const half = await getToday(patient, {}, at);
    expect(half.exercises.map((one) => [one.state, one.logId])).toEqual([
      ["done", first.id],
      ["due", null],
    ]);
    expect(half.next?.label).toBe("Carry on");
    const skipped = logEntry(item("glute-bridge").id, {
      outcome: "skipped",
      skipReason: "tired",
      setsDone: null,
      holdSecondsDone: null,
    });
    await recordPractice.execute(patient, send(skipped), at);
    await markRead.execute(patient, { id: newId(), planItemId: item("knock-knees-and-back-pain").id }, at);
    const questions = item("knee-and-hip-index");
    const [version] =
      await database.admin()`select instrument_version_id as id from plan_items where id = ${questions.id}`;
    await database.admin()`insert into responses (clinic_id, id, patient_id, item_key, due_on, instrument_version_id, answers,
        started_at, submitted_at, submitted_on, received_at, submitted_by)
      values (${clinic.id}, ${newId()}, ${patient.patientId}, ${questions.key}, ${MONDAY}, ${version?.id}, '{}', ${NOW}, ${NOW},
        ${TODAY}, ${NOW}, ${patient.memberId})`;
    const rest = await getToday(patient, {}, at);
    expect(rest).toMatchObject({ state: "finished", reading: [], questions: [], minutesLeft: 0, next: null });
    expect(rest.exercises.map((one) => one.state)).toEqual(["done", "skipped"]);
    expect(rest.done.map((one) => one.what).sort()).toEqual(["read", "sent"]);
    const tomorrow = await getToday(patient, {}, { now: new Date("2026-03-11T10:00:00Z") });
    expect(tomorrow).toMatchObject({ state: "due", done: [], reading: [], questions: [] });
  });

  test("counts each time of the day by itself, in order", async () => {
    const twice = { kind: "weekly" as const, weekdays: [2 as const], timesPerDay: 2 };
    const { clinic, item } = await makePractice(database.admin(), {
      items: [{ ...WALL_SIT, schedule: twice }, BRIDGE],
    });
    const titles = async () =>
      (await getToday(clinic.patient, {}, at)).exercises.map((one) => `${one.occasion} ${one.title} ${one.state}`);
    expect(await titles()).toEqual(["1 Wall sit due", "1 Glute bridge due", "2 Wall sit due"]);
    await recordPractice.execute(clinic.patient, send(logEntry(item("wall-sit").id, { occasion: 2 })), at);
    expect(await titles()).toEqual(["1 Wall sit due", "1 Glute bridge due", "2 Wall sit done"]);
  });

  test("knows a rest day, a plan to come, one that ended, and none", async () => {
    const monday = { kind: "weekly" as const, weekdays: [1 as const], timesPerDay: 1 };
    const resting = await makePractice(database.admin(), { items: [{ ...WALL_SIT, schedule: monday }] });
    expect(await getToday(resting.clinic.patient, {}, at)).toMatchObject({ state: "rest", exercises: [], next: null });
    expect(await getToday(resting.clinic.otherPatient, {}, at)).toMatchObject({ state: "none", exercises: [] });
    const coming = await makePractice(database.admin(), { startsOn: "2026-03-16" });
    expect(await getToday(coming.clinic.patient, {}, at)).toMatchObject({
      state: "before",
      changesOn: "2026-03-16",
      exercises: [],
      reading: [],
    });
    const ended = await makePractice(database.admin(), { endsOn: "2026-03-08" });
    expect(await getToday(ended.clinic.patient, {}, at)).toMatchObject({
      state: "ended",
      changesOn: "2026-03-08",
      exercises: [],
    });
  });

  test("is the patient's own day on either side of midnight", async () => {
    const { clinic } = await makePractice(database.admin(), { timeZone: "Pacific/Auckland" });
    const dayAt = async (now: string) => (await getToday(clinic.patient, {}, { now: new Date(now) })).day;
    expect(await dayAt("2026-03-09T10:59:59Z")).toBe("2026-03-09");
    expect(await dayAt("2026-03-09T11:00:00Z")).toBe("2026-03-10");
  });

  test("is for patients only, and holds nobody else's plan", async () => {
    const { clinic } = await makePractice(database.admin());
    await expect(getToday(clinic.clinician, {}, at)).rejects.toMatchObject({ code: "forbidden" });
    await expect(getToday(clinic.admin, {}, at)).rejects.toMatchObject({ code: "forbidden" });
    expect((await getToday(clinic.otherPatient, {}, at)).exercises).toEqual([]);
  });
});

describe("an exercise", () => {
  test("comes with its guide, its place in the day and what follows", async () => {
    const { clinic, item } = await makePractice(database.admin());
    const view = await getExercise(clinic.patient, { itemId: item("wall-sit").id }, at);
    expect(view).toMatchObject({
      title: "Wall sit",
      state: "open",
      isDue: true,
      note: "For the stairs.",
      painCeiling: 4,
      dose: { sets: 3, holdSeconds: 20, repetitions: null },
      position: { value: 1, max: 2 },
      next: { title: "Glute bridge", href: `/session/${item("glute-bridge").id}?day=${TODAY}&occasion=1` },
      log: null,
    });
    expect(view.guide.steps.length).toBeGreaterThan(1);
    const entry = logEntry(item("wall-sit").id);
    await recordPractice.execute(clinic.patient, send(entry), at);
    expect(await getExercise(clinic.patient, { itemId: item("wall-sit").id }, at)).toMatchObject({
      state: "logged",
      log: { id: entry.id },
    });
  });

  test("opened by an older address is shown as it is now, or as gone", async () => {
    const { clinic, plan } = await makePractice(database.admin());
    const [wallSit, bridge] = [itemOf(plan, "wall-sit"), itemOf(plan, "glute-bridge")];
    const next = await addVersion(database.admin(), clinic, plan, {
      effectiveOn: TODAY,
      items: [{ ...WALL_SIT, key: wallSit.key, dose: { sets: 5 } }],
    });
    const open = (itemId: string, day?: string) => getExercise(clinic.patient, { itemId, day }, at);
    expect(await open(wallSit.id)).toMatchObject({
      itemId: itemOf(next, "wall-sit").id,
      dose: { sets: 5 },
      state: "open",
    });
    expect(await open(wallSit.id, "2026-03-09")).toMatchObject({
      itemId: wallSit.id,
      dose: { sets: 3 },
      state: "open",
    });
    expect(await open(bridge.id)).toMatchObject({ state: "gone" });
    expect(await open(bridge.id, "2026-03-09")).toMatchObject({ state: "open" });
    expect(await open(bridge.id, "2026-03-01")).toMatchObject({ state: "closed", closedBecause: expect.any(String) });
  });

  test("is not there for a stranger, nor on a day that is none", async () => {
    const { clinic, item } = await makePractice(database.admin());
    const other = await makeClinic(database.admin());
    const itemId = item("wall-sit").id;
    for (const [person, input] of [
      [clinic.otherPatient, { itemId }],
      [other.patient, { itemId }],
      [clinic.patient, { itemId: newId() }],
      [clinic.patient, { itemId: "wall-sit" }],
      [clinic.patient, { itemId, day: "2026-03-11" }],
      [clinic.patient, { itemId, day: "soon" }],
      [clinic.patient, { itemId, occasion: 99 }],
      [clinic.patient, { itemId: item("knock-knees-and-back-pain").id }],
    ] as const) {
      await expect(getExercise(person, input, at)).rejects.toMatchObject({ code: "not-found" });
    }
    await expect(getExercise(clinic.clinician, { itemId }, at)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the past", () => {
  test("shows each day's dose as it was, and what nobody spoke of", async () => {
    const { clinic, plan } = await makePractice(database.admin(), { items: [WALL_SIT, ARTICLE] });
    const wallSit = itemOf(plan, "wall-sit");
    const entry = logEntry(wallSit.id, { dueOn: "2026-03-09", performedAt: "2026-03-09T09:00:00Z" });
    await recordPractice.execute(clinic.patient, send(entry), at);
    await addVersion(database.admin(), clinic, plan, {
      effectiveOn: TODAY,
      items: [{ ...WALL_SIT, key: wallSit.key, dose: { sets: 5 } }],
    });
    const { days, before } = await getHistory(clinic.patient, {}, at);
    expect(before).toBeNull();
    expect(days.map((day) => day.day)).toEqual([
      TODAY,
      "2026-03-09",
      "2026-03-08",
      "2026-03-07",
      "2026-03-06",
      "2026-03-05",
      "2026-03-04",
      "2026-03-03",
      MONDAY,
    ]);
    expect(days[1]?.entries).toMatchObject([
      { title: "Wall sit", log: { id: entry.id, dose: { sets: 3 }, isCorrectable: true }, canAdd: false },
    ]);
    expect(days[2]?.entries).toMatchObject([{ log: null, canAdd: true, itemId: wallSit.id }]);
    const later = { now: new Date("2026-04-20T10:00:00Z") };
    const recent = await getHistory(clinic.patient, {}, later);
    expect(recent.before).toBe("2026-03-24");
    const older = await getHistory(clinic.patient, { before: "2026-03-24" }, later);
    expect(older.days[0]?.day).toBe("2026-03-23");
    expect(older.days.at(-1)?.day).toBe(MONDAY);
    expect(older.days[0]?.entries[0]?.canAdd).toBe(false);
    await expect(getHistory(clinic.patient, { before: "0001-01-01" }, later)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("is read by the clinic's clinicians, and each reading leaves a row", async () => {
    const { clinic, item } = await makePractice(database.admin());
    await recordPractice.execute(clinic.patient, send(logEntry(item("wall-sit").id)), at);
    const other = await makeClinic(database.admin());
    const input = { patientId: clinic.patient.patientId ?? "", from: MONDAY, to: TODAY };
    const { logs, timeZone } = await getPatientLogs(clinic.clinician, input);
    expect(timeZone).toBe("Europe/London");
    expect(logs).toMatchObject([{ title: "Wall sit", dose: { sets: 3 }, painNrs: 2, effortRpe: null }]);
    const audit = await database.admin()`select actor_role, subject_id from audit_events
      where clinic_id = ${clinic.id} and action = 'practice.read-patient'`;
    expect([...audit]).toEqual([{ actor_role: "clinician", subject_id: input.patientId }]);
    await expect(getPatientLogs(clinic.patient, input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(getPatientLogs(clinic.admin, input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(getPatientLogs(other.clinician, input)).rejects.toMatchObject({ code: "not-found" });
    await expect(getPatientLogs(clinic.clinician, { ...input, patientId: newId() })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(getHistory(clinic.clinician, {}, at)).rejects.toMatchObject({ code: "forbidden" });
    expect((await getHistory(clinic.otherPatient, {}, at)).days).toEqual([]);
  });

  test("two plans at once stand in one list", async () => {
    const { clinic, item } = await makePractice(database.admin(), { items: [WALL_SIT] });
    await makePlan(database.admin(), clinic, clinic.patient, { startsOn: MONDAY, items: [BRIDGE] });
    await recordPractice.execute(clinic.patient, send(logEntry(item("wall-sit").id)), at);
    const today = await getToday(clinic.patient, {}, at);
    expect(today.exercises.map((one) => [one.title, one.state])).toEqual([
      ["Wall sit", "done"],
      ["Glute bridge", "due"],
    ]);
  });
});

describe("a questionnaire that is begun", () => {
  const begin = async (slug: string, count: number) => {
    const { clinic, item } = await makePractice(database.admin(), { items: [{ kind: "questionnaire", slug }] });
    const { patient } = clinic;
    const draftId = newId();
    await openDraft.execute(patient, { id: draftId, itemKey: item(slug).key, dueOn: MONDAY }, at);
    const { instrument } = await getInstrument(clinic.clinician, { slug });
    const ids = instrument.subscales.flatMap(({ items }) => items.map(({ id }) => id));
    for (const itemId of ids.slice(0, count)) {
      await saveAnswer.execute(patient, { draftId, itemId, value: null, answeredAt: NOW.toISOString() }, at);
    }
    const [due] = (await getQuestions(patient, {}, at)).due;
    return { question: (await getToday(patient, {}, at)).questions[0], due };
  };

  test.each([
    ["knee-and-hip-index", 0],
    ["knee-and-hip-index", 18],
    ["knee-and-hip-index", 24],
    ["giving-way-diary", 2],
    ["giving-way-diary", 9],
  ])("takes what is left of it, counted as everywhere: %s, %i items answered", async (slug, count) => {
    const { question, due } = await begin(slug, count);
    if (!due || due.reached === null) throw new Error("it is not begun");
    const left = due.count - due.reached;
    expect(question).toMatchObject({
      begun: true,
      minutes: minutesLeft({ minutes: due.minutes, left, count: due.count }),
    });
    if (count === 18) expect(question?.minutes).toBeLessThan(due.minutes);
  });
});

test("the day is read in four statements, whatever it holds", async () => {
  const { clinic } = await makePractice(database.admin());
  const asked = vi.spyOn(PostgresJsSession.prototype, "prepareQuery");
  const statements = await asActor(clinic.patient.identity, async (tx) => {
    asked.mockClear();
    await loadToday(tx, clinic.patient, NOW);
    return asked.mock.calls.length;
  });
  asked.mockRestore();
  expect(statements).toBe(4);
});
