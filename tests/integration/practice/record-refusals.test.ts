import { beforeAll, describe, expect, test } from "vitest";
import { recordPractice } from "@/lib/practice/commands/record";
import type { LogEntry } from "@/lib/practice/schemas";
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

describe("what cannot be true is refused at its field, and nothing is written", () => {
  let room: Awaited<ReturnType<typeof makePractice>>;
  beforeAll(async () => {
    room = await makePractice(database.admin());
  });
  const cases: [name: string, field: string, changes: Partial<LogEntry> | Record<string, unknown>][] = [
    ["pain 11", "painNrs", { painNrs: 11 }],
    ["pain -1", "painNrs", { painNrs: -1 }],
    ["pain 2.5", "painNrs", { painNrs: 2.5 }],
    ["pain as text", "painNrs", { painNrs: "3" }],
    ["effort 11", "effortRpe", { effortRpe: 11 }],
    ["sets -1", "setsDone", { setsDone: -1 }],
    ["sets as not-a-number", "setsDone", { setsDone: Number.NaN }],
    ["done with no sets", "setsDone", { setsDone: 0 }],
    ["a thousand repetitions", "repetitionsDone", { repetitionsDone: 1000 }],
    ["an unknown outcome", "outcome", { outcome: "perhaps" }],
    ["skipped without a reason", "skipReason", { outcome: "skipped", setsDone: null, holdSecondsDone: null }],
    ["skipped with sets", "setsDone", { outcome: "skipped", skipReason: "tired", holdSecondsDone: null }],
    ["done with a reason not to", "skipReason", { skipReason: "tired" }],
    ["a note of a megabyte", "note", { note: "a".repeat(1_048_576) }],
    ["tomorrow", "dueOn", { dueOn: "2026-03-11" }],
    ["before the plan began", "dueOn", { dueOn: "2026-03-01", performedAt: "2026-03-01T09:00:00Z" }],
    ["no such day", "dueOn", { dueOn: "2026-02-30" }],
    ["the thirteenth time", "occasion", { occasion: 13 }],
    ["occasion nought", "occasion", { occasion: 0 }],
    ["done in an hour's time", "performedAt", { performedAt: "2026-03-10T11:00:00Z" }],
    ["done before its day", "performedAt", { performedAt: "2026-03-09T20:00:00Z" }],
    ["no such time", "performedAt", { performedAt: "yesterday" }],
    ["a key we do not know", "", { mood: "good" }],
  ];
  test.each(cases)("%s", async (_name, field, changes) => {
    const { clinic, item } = room;
    const entry = { ...logEntry(item("wall-sit").id), ...changes } as LogEntry;
    await expect(recordPractice.execute(clinic.patient, send(entry), { now: NOW })).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { [field === "" ? "entries.0" : `entries.0.${field}`]: expect.stringMatching(/\S/) },
    });
    expect(await database.admin()`select id from practice_logs where clinic_id = ${clinic.id}`).toEqual([]);
    expect(await database.admin()`select id from receipts where clinic_id = ${clinic.id}`).toEqual([]);
  });

  test("an extra key beside the entries, no entry, and sixty-one", async () => {
    const { clinic, item } = room;
    const one = send(logEntry(item("wall-sit").id));
    const many = send(...Array.from({ length: 61 }, () => logEntry(item("wall-sit").id)));
    for (const body of [
      { ...one, patientId: clinic.otherPatient.patientId },
      { ...one, entries: [] },
      many,
      null,
      "x",
    ]) {
      await expect(recordPractice.execute(clinic.patient, body, { now: NOW })).rejects.toMatchObject({
        code: "invalid",
      });
    }
    const [entry] = one.entries;
    await expect(
      recordPractice.execute(clinic.patient, { ...one, entries: [entry, entry] }, { now: NOW }),
    ).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

test("a log may be two weeks old and no older, except for what waits until it is done", async () => {
  const { clinic, item } = await makePractice(database.admin(), {
    items: [WALL_SIT, { ...BRIDGE, schedule: { kind: "once", day: 1 } }],
  });
  const now = new Date("2026-03-18T10:00:00Z");
  const attempt = (slug: string, dueOn: string) =>
    recordPractice.execute(
      clinic.patient,
      send(logEntry(item(slug).id, { dueOn, performedAt: `${dueOn}T12:00:00Z` })),
      { now },
    );
  await expect(attempt("wall-sit", "2026-03-04")).resolves.toBeTruthy();
  await expect(attempt("wall-sit", "2026-03-03")).rejects.toMatchObject({ code: "invalid" });
  await expect(attempt("glute-bridge", MONDAY)).resolves.toBeTruthy();
});

test("after its last day a plan takes logs for the days before only", async () => {
  const { clinic, item } = await makePractice(database.admin(), { endsOn: "2026-03-08" });
  const attempt = (dueOn: string) =>
    recordPractice.execute(
      clinic.patient,
      send(logEntry(item("wall-sit").id, { dueOn, performedAt: `${dueOn}T09:00:00Z` })),
      { now: NOW },
    );
  await expect(attempt("2026-03-08")).resolves.toBeTruthy();
  await expect(attempt("2026-03-09")).rejects.toMatchObject({ fieldErrors: { "entries.0.dueOn": expect.any(String) } });
});

test("a log belongs to the version in force on its day", async () => {
  const { clinic, plan } = await makePractice(database.admin());
  const wallSit = itemOf(plan, "wall-sit");
  const next = await addVersion(database.admin(), clinic, plan, {
    effectiveOn: TODAY,
    items: [{ ...WALL_SIT, key: wallSit.key, dose: { sets: 4, repetitions: null, holdSeconds: 30 } }],
  });
  const attempt = (planItemId: string, dueOn: string) =>
    recordPractice.execute(clinic.patient, send(logEntry(planItemId, { dueOn, performedAt: `${dueOn}T09:00:00Z` })), {
      now: NOW,
    });
  await expect(attempt(wallSit.id, TODAY)).rejects.toMatchObject({ code: "conflict", message: /changed/ });
  await expect(attempt(itemOf(plan, "glute-bridge").id, TODAY)).rejects.toMatchObject({
    code: "conflict",
    message: /no longer/,
  });
  await expect(attempt(itemOf(next, "wall-sit").id, "2026-03-09")).rejects.toMatchObject({ code: "conflict" });
  await expect(attempt(wallSit.id, "2026-03-09")).resolves.toBeTruthy();
  await expect(attempt(itemOf(next, "wall-sit").id, TODAY)).resolves.toBeTruthy();
  const rows = await database.admin()`select l.due_on::text as day, i.sets from practice_logs l
    join plan_items i on i.clinic_id = l.clinic_id and i.id = l.plan_item_id where l.clinic_id = ${clinic.id} order by 1`;
  expect([...rows]).toEqual([
    { day: "2026-03-09", sets: 3 },
    { day: TODAY, sets: 4 },
  ]);
});

describe("days are the patient's own", () => {
  test("midnight in Auckland, where it is still yesterday in London", async () => {
    const { clinic, item } = await makePractice(database.admin(), { timeZone: "Pacific/Auckland" });
    const now = new Date("2026-03-09T11:30:00Z");
    const attempt = (dueOn: string, at: Date) =>
      recordPractice.execute(
        clinic.patient,
        send(logEntry(item("wall-sit").id, { dueOn, performedAt: at.toISOString() })),
        { now: at },
      );
    await expect(attempt("2026-03-10", new Date("2026-03-09T10:59:00Z"))).rejects.toMatchObject({ code: "invalid" });
    await expect(attempt("2026-03-10", now)).resolves.toBeTruthy();
    await expect(attempt("2026-03-09", now)).resolves.toBeTruthy();
  });

  test("the night the clocks go forward and the night they go back in London", async () => {
    const { clinic, item } = await makePractice(database.admin(), { startsOn: "2026-03-23" });
    const attempt = (dueOn: string, performedAt: string, now: string) =>
      recordPractice.execute(clinic.patient, send(logEntry(item("wall-sit").id, { dueOn, performedAt })), {
        now: new Date(now),
      });
    await expect(attempt("2026-03-29", "2026-03-29T22:59:00Z", "2026-03-29T22:59:30Z")).resolves.toBeTruthy();
    await expect(attempt("2026-03-30", "2026-03-29T22:59:00Z", "2026-03-29T23:01:00Z")).rejects.toMatchObject({
      fieldErrors: { "entries.0.performedAt": expect.any(String) },
    });
    await expect(attempt("2026-03-30", "2026-03-29T23:00:30Z", "2026-03-29T23:01:00Z")).resolves.toBeTruthy();
    await expect(attempt("2026-10-25", "2026-10-25T23:59:00Z", "2026-10-25T23:59:30Z")).resolves.toBeTruthy();
    await expect(attempt("2026-10-26", "2026-10-25T23:59:00Z", "2026-10-25T23:59:30Z")).rejects.toMatchObject({
      fieldErrors: { "entries.0.dueOn": expect.any(String) },
    });
  });

  test("a device whose clock runs four minutes ahead over midnight", async () => {
    const { clinic, item } = await makePractice(database.admin());
    const entry = logEntry(item("wall-sit").id, { performedAt: "2026-03-11T00:02:00Z" });
    const now = new Date("2026-03-10T23:58:00Z");
    await expect(recordPractice.execute(clinic.patient, send(entry), { now })).resolves.toBeTruthy();
  });
});
