import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { asActor } from "@/db/client";
import { newId } from "@/lib/core/ids";
import { retireItem } from "@/lib/library/commands/retire";
import { finishSession } from "@/lib/practice/commands/finish-session";
import { recordPractice } from "@/lib/practice/commands/record";
import { getHistory } from "@/lib/practice/queries/history";
import { getPastDay } from "@/lib/practice/queries/past-day";
import { getPatientLogs } from "@/lib/practice/queries/patient-logs";
import { getPlayer } from "@/lib/practice/queries/player";
import type { finishSessionSchema } from "@/lib/practice/schemas";
import { makeClinic } from "@/tests/support/clinic";
import { addVersion } from "@/tests/support/plan";
import {
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

type Session = z.input<typeof finishSessionSchema>;
const session = (changes: Partial<Session> = {}): Session => ({
  id: newId(),
  startedAt: "2026-03-10T09:40:00.000Z",
  endedAt: "2026-03-10T09:55:00.000Z",
  activeSeconds: 640,
  effortRpe: 0,
  note: "Ging gut 🦵",
  endedEarly: false,
  ...changes,
});

describe("finishing a session", () => {
  test("keeps one row as it was told, with an audit row, and its logs name it", async () => {
    const { clinic, item } = await makePractice(database.admin());
    const { patient } = clinic;
    const done = session();
    const entry = logEntry(item("wall-sit").id, { sessionId: done.id ?? null });
    await recordPractice.execute(patient, send(entry), at);
    await expect(finishSession.execute(patient, done, at)).resolves.toEqual({ sessionId: done.id });
    const rows = await database.admin()`select * from practice_sessions where clinic_id = ${clinic.id}`;
    expect(rows).toMatchObject([
      {
        id: done.id,
        patient_id: patient.patientId,
        started_at: new Date(done.startedAt),
        ended_at: new Date(done.endedAt),
        active_seconds: 640,
        effort_rpe: 0,
        note: "Ging gut 🦵",
        ended_early: false,
        time_zone: "Europe/London",
        received_at: NOW,
        recorded_by: patient.memberId,
      },
    ]);
    expect(await database.admin()`select session_id from practice_logs where id = ${entry.id}`).toEqual([
      { session_id: done.id },
    ]);
    const audit = await database.admin()`select subject_type, subject_id, patient_id, detail from audit_events
      where clinic_id = ${clinic.id} and action = 'practice.finish-session'`;
    expect(audit).toEqual([
      {
        subject_type: "practice-session",
        subject_id: done.id,
        patient_id: patient.patientId,
        detail: { activeSeconds: 640, endedEarly: false },
      },
    ]);
  });

  test("an effort nobody told is not nought", async () => {
    const { clinic } = await makePractice(database.admin());
    await finishSession.execute(clinic.patient, session({ effortRpe: null, note: undefined }), at);
    expect(
      await database.admin()`select effort_rpe, note from practice_sessions where clinic_id = ${clinic.id}`,
    ).toEqual([{ effort_rpe: null, note: "" }]);
  });

  test("the wrong role is refused; another patient, or another clinic's, cannot take an id or see a row", async () => {
    const { clinic } = await makePractice(database.admin());
    const other = await makeClinic(database.admin());
    for (const person of [clinic.clinician, clinic.admin]) {
      await expect(finishSession.execute(person, session(), at)).rejects.toMatchObject({ code: "forbidden" });
    }
    const done = session();
    await finishSession.execute(clinic.patient, done, at);
    await expect(finishSession.execute(clinic.otherPatient, done, at)).rejects.toMatchObject({ code: "conflict" });
    // In a clinic of its own the same id is another session.
    await expect(finishSession.execute(other.patient, done, at)).resolves.toEqual({ sessionId: done.id });
    const seenBy = async (person: typeof clinic.patient) =>
      (await asActor(person.identity, (tx) => tx.execute(sql`select id from practice_sessions`))).length;
    expect(
      await Promise.all([clinic.patient, clinic.clinician, clinic.otherPatient, clinic.admin].map(seenBy)),
    ).toEqual([1, 1, 0, 0]);
    expect(await seenBy(other.clinician)).toBe(1);
  });

  test("fifty sends of one id make one row; another body is a conflict", async () => {
    const { clinic } = await makePractice(database.admin());
    const done = session();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => finishSession.execute(clinic.patient, done, at)),
    );
    expect(new Set(answers.map((answer) => answer.sessionId))).toEqual(new Set([done.id]));
    await expect(
      finishSession.execute(clinic.patient, { ...done, effortRpe: 5 }, { now: new Date(NOW.getTime() + 86_400_000) }),
    ).rejects.toMatchObject({ code: "conflict" });
    const rows = await database.admin()`select effort_rpe from practice_sessions where clinic_id = ${clinic.id}`;
    expect(rows).toEqual([{ effort_rpe: 0 }]);
  });

  test("the portal's role can neither change nor delete a session", async () => {
    const { clinic } = await makePractice(database.admin());
    await finishSession.execute(clinic.patient, session(), at);
    for (const statement of [sql`update practice_sessions set effort_rpe = 1`, sql`delete from practice_sessions`]) {
      for (const person of [clinic.patient, clinic.clinician]) {
        await expect(asActor(person.identity, (tx) => tx.execute(statement))).rejects.toMatchObject({
          cause: expect.objectContaining({ code: "42501" }),
        });
      }
    }
  });
});

describe("what cannot be true of a session is refused at its field, and nothing is written", () => {
  let room: Awaited<ReturnType<typeof makePractice>>;
  beforeAll(async () => {
    room = await makePractice(database.admin());
  });
  const cases: [name: string, field: string, words: RegExp, changes: object][] = [
    ["effort 11", "effortRpe", /0 to 10/, { effortRpe: 11 }],
    ["effort as text", "effortRpe", /0 to 10/, { effortRpe: "3" }],
    ["a note of a megabyte", "note", /2,000/, { note: "a".repeat(1_048_576) }],
    ["less than no time", "activeSeconds", /less than 0/, { activeSeconds: -1 }],
    ["half a second", "activeSeconds", /Whole/, { activeSeconds: 0.5 }],
    ["more time than it lasted", "activeSeconds", /more time/, { activeSeconds: 1800 }],
    ["a week of practice", "activeSeconds", /At most a day/, { activeSeconds: 604_800 }],
    ["an end before the beginning", "endedAt", /before it begins/, { endedAt: "2026-03-10T09:30:00Z" }],
    ["two days at a stretch", "endedAt", /longer than a day/, { startedAt: "2026-03-08T09:30:00Z" }],
    ["no such time", "startedAt", /not a time/, { startedAt: "this morning" }],
    [
      "a clock a year ahead",
      "endedAt",
      /not come yet.*clock/,
      { startedAt: "2027-03-10T09:40:00Z", endedAt: "2027-03-10T09:55:00Z" },
    ],
    [
      "a clock a year behind",
      "startedAt",
      /14 days ago.*clock/,
      { startedAt: "2025-03-10T09:40:00Z", endedAt: "2025-03-10T09:55:00Z" },
    ],
    ["a key we do not know", "", /do not know/, { patientId: newId() }],
  ];
  test.each(cases)("%s", async (_name, field, words, changes) => {
    const { clinic } = room;
    await expect(finishSession.execute(clinic.patient, { ...session(), ...changes }, at)).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { [field]: expect.stringMatching(words) },
    });
    expect(await database.admin()`select id from practice_sessions where clinic_id = ${clinic.id}`).toEqual([]);
    expect(await database.admin()`select id from receipts where clinic_id = ${clinic.id}`).toEqual([]);
  });

  test("a log by a clock that is a year wrong is told so", async () => {
    const { clinic, item } = room;
    const attempt = (performedAt: string) =>
      recordPractice.execute(clinic.patient, send(logEntry(item("wall-sit").id, { performedAt })), at);
    await expect(attempt("2027-03-10T09:40:00Z")).rejects.toMatchObject({
      fieldErrors: { "entries.0.performedAt": expect.stringMatching(/clock of your device/) },
    });
    await expect(attempt("2025-03-10T09:40:00Z")).rejects.toMatchObject({
      fieldErrors: { "entries.0.performedAt": expect.stringMatching(/before the day/) },
    });
  });
});

describe("a plan that changed while somebody practised", () => {
  async function changed() {
    const made = await makePractice(database.admin());
    const bridge = itemOf(made.plan, "glute-bridge");
    await addVersion(database.admin(), made.clinic, made.plan, {
      effectiveOn: TODAY,
      items: [{ ...BRIDGE, key: bridge.key }],
    });
    await database.admin()`update plan_versions set published_at = ${"2026-03-10T09:30:00Z"}
      where clinic_id = ${made.clinic.id} and number = 2`;
    return made;
  }

  test("what was done before the change and sent after it is kept with the plan of its time", async () => {
    const { clinic, item } = await changed();
    const early = logEntry(item("wall-sit").id, { performedAt: "2026-03-10T09:29:00Z" });
    await expect(recordPractice.execute(clinic.patient, send(early), at)).resolves.toEqual({ logIds: [early.id] });
  });

  test("a log for an exercise removed since says so, and the session is kept all the same", async () => {
    const { clinic, item } = await changed();
    const done = session();
    const late = logEntry(item("wall-sit").id, { performedAt: "2026-03-10T09:45:00Z", sessionId: done.id ?? null });
    await expect(recordPractice.execute(clinic.patient, send(late), at)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/no longer in it/),
    });
    await expect(finishSession.execute(clinic.patient, done, at)).resolves.toEqual({ sessionId: done.id });
    expect(await database.admin()`select id from practice_logs where clinic_id = ${clinic.id}`).toEqual([]);
  });
});

describe("the session that is next", () => {
  test("holds what is due and not logged, with doses, pictures and what is easier", async () => {
    const { clinic, item } = await makePractice(database.admin());
    const view = await getPlayer(clinic.patient, {}, at);
    expect(view).toMatchObject({ day: TODAY, occasion: 1, isRepeated: false, now: NOW.toISOString() });
    expect(view.exercises.map(({ title }) => title)).toEqual(["Wall sit", "Glute bridge"]);
    expect(view.exercises[0]).toMatchObject({
      itemId: item("wall-sit").id,
      dueOn: TODAY,
      occasion: 1,
      painCeiling: 4,
      note: "For the stairs.",
      superset: null,
      dose: { sets: 3, holdSeconds: 20 },
      easier: { title: expect.any(String), dose: { sets: 3 } },
      easierShown: { figure: { base: expect.any(String) }, guide: { steps: expect.any(Array) } },
      figure: { base: expect.any(String) },
    });
    await recordPractice.execute(clinic.patient, send(logEntry(item("wall-sit").id)), at);
    expect((await getPlayer(clinic.patient, {}, at)).exercises.map(({ title }) => title)).toEqual(["Glute bridge"]);
    expect((await getPlayer(clinic.otherPatient, {}, at)).exercises).toEqual([]);
    await expect(getPlayer(clinic.clinician, {}, at)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("is of one time of the day, and knows which lines are done in turn", async () => {
    const twice = { kind: "weekly" as const, weekdays: [2 as const], timesPerDay: 2 };
    const { clinic, item } = await makePractice(database.admin(), {
      items: [{ ...WALL_SIT, schedule: twice }, BRIDGE],
    });
    const key = newId();
    await database.admin()`update plan_items set superset_key = ${key} where clinic_id = ${clinic.id}`;
    const first = await getPlayer(clinic.patient, {}, at);
    expect(first).toMatchObject({ occasion: 1, isRepeated: true });
    const supersets = first.exercises.map(({ superset }) => superset);
    expect(supersets).toHaveLength(2);
    expect(supersets[0]).toMatch(new RegExp(`${key}$`));
    expect(supersets[1]).toBe(supersets[0]);
    const both = ["wall-sit", "glute-bridge"].map((slug) => logEntry(item(slug).id, { holdSecondsDone: null }));
    await recordPractice.execute(clinic.patient, send(...both), at);
    expect(await getPlayer(clinic.patient, {}, at)).toMatchObject({ occasion: 2, exercises: [{ occasion: 2 }] });
  });

  test("offers nothing easier that the clinic took out of its library", async () => {
    const { clinic } = await makePractice(database.admin(), { items: [WALL_SIT] });
    const rows = await database.admin()<{ id: string }[]>`
      select i.id from library_items i where i.clinic_id = ${clinic.id} and i.kind = 'exercise' and i.slug in (
        select jsonb_array_elements_text(v.body -> 'easier') from library_versions v
        join library_items w on w.clinic_id = v.clinic_id and w.id = v.item_id
        where w.clinic_id = ${clinic.id} and w.slug = 'wall-sit')`;
    expect(rows.length).toBeGreaterThan(0);
    for (const { id } of rows) await retireItem.execute(clinic.clinician, { itemId: id }, at);
    expect((await getPlayer(clinic.patient, {}, at)).exercises).toMatchObject([{ easier: null, easierShown: null }]);
  });
});

describe("a day that is written down afterwards", () => {
  test("offers what was due and nobody spoke of, for two weeks back", async () => {
    const { clinic, item } = await makePractice(database.admin());
    const yesterday = await getPastDay(clinic.patient, {}, at);
    expect(yesterday).toMatchObject({ day: "2026-03-09", today: TODAY });
    expect(yesterday.days).toHaveLength(15);
    expect(yesterday.exercises.map(({ title }) => title)).toEqual(["Wall sit", "Glute bridge"]);
    const entry = logEntry(item("wall-sit").id, { dueOn: "2026-03-09", performedAt: "2026-03-09T18:15:00Z" });
    await recordPractice.execute(clinic.patient, send(entry), at);
    expect((await getPastDay(clinic.patient, { day: "2026-03-09" }, at)).exercises).toHaveLength(1);
    expect((await getPastDay(clinic.patient, { day: "2026-03-01" }, at)).exercises).toEqual([]);
    for (const day of ["2026-03-11", "2026-02-23"]) {
      await expect(getPastDay(clinic.patient, { day }, at)).rejects.toMatchObject({ code: "not-found" });
    }
    await expect(getPastDay(clinic.clinician, {}, at)).rejects.toMatchObject({ code: "forbidden" });
    expect((await getPastDay(clinic.otherPatient, {}, at)).exercises).toEqual([]);
  });
});

test("effort and note of a session are shown to the patient and to their clinician, and to nobody else", async () => {
  const { clinic } = await makePractice(database.admin());
  await finishSession.execute(clinic.patient, session({ effortRpe: 6 }), at);
  const shown = [{ effortRpe: 6, note: "Ging gut 🦵", performedOn: TODAY, activeSeconds: 640, endedEarly: false }];
  expect((await getHistory(clinic.patient, {}, at)).sessions).toMatchObject(shown);
  expect((await getHistory(clinic.otherPatient, {}, at)).sessions).toEqual([]);
  const range = { patientId: clinic.patient.patientId ?? "", from: MONDAY, to: TODAY };
  expect((await getPatientLogs(clinic.clinician, range, at)).sessions).toMatchObject(shown);
  expect((await getPatientLogs(clinic.clinician, { ...range, to: "2026-03-09" }, at)).sessions).toEqual([]);
});
