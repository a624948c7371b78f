import { beforeAll, describe, expect, test } from "vitest";
import { AppError } from "@/lib/core/errors";
import { makeCalendar } from "@/lib/export/commands/make-calendar";
import { revokeCalendar } from "@/lib/export/commands/revoke-calendar";
import { getCalendarFeed, readCalendar } from "@/lib/export/queries/calendar";
import { testDatabase } from "@/tests/support/bench";
import type { TestItem } from "@/tests/support/plan";
import { makePractice, NOW, WALL_SIT } from "@/tests/support/practice";

const database = testDatabase();
const at = { now: NOW };
let practice: Awaited<ReturnType<typeof makePractice>>;
beforeAll(async () => {
  const weekly: TestItem = { ...WALL_SIT, schedule: { kind: "weekly", weekdays: [1, 3], timesPerDay: 2 } };
  const once: TestItem["schedule"] = { kind: "once", day: 12 };
  const questions: TestItem = { kind: "questionnaire", slug: "knee-and-hip-index", schedule: once };
  practice = await makePractice(database.admin(), { items: [weekly, questions] });
});

const tokenOf = (address: string) => address.split("/").at(-1) ?? "";
const make = async () => tokenOf((await makeCalendar.execute(practice.clinic.patient, {}, at)).address);
const codeOf = async (work: Promise<unknown>) => {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return "done";
};

describe("the calendar at its secret address", () => {
  test("holds the last week and the next eight, a day each, by the schedule, and names nothing", async () => {
    const calendar = await readCalendar(await make(), at);
    const days = [...(calendar?.text.matchAll(/DTSTART;VALUE=DATE:(\d{8})/g) ?? [])].map((match) => match[1]);
    expect(days.slice(0, 4)).toEqual(["20260304", "20260309", "20260311", "20260313"]);
    expect(days.at(-1)).toBe("20260504");
    expect(new Set(days).size).toBe(days.length);
    expect(calendar?.text).toContain("SUMMARY:Your exercises\\, about ");
    expect(calendar?.text).toContain("SUMMARY:Something on your list for today");
    expect(calendar?.text).not.toMatch(/wall|knee|hip|stairs|Pat|Clinic/i);
  });

  test("is the same text with the same mark while nothing changes", async () => {
    const token = await make();
    const [first, second] = [
      await readCalendar(token, at),
      await readCalendar(token, { now: new Date(NOW.getTime() + 3_600_000) }),
    ];
    expect(second).toEqual(first);
    expect(first?.mark).toMatch(/^[0-9a-f]{32}$/);
  });

  test("opens with .ics after it and without, and is not kept", async () => {
    const { address } = await makeCalendar.execute(practice.clinic.patient, {}, at);
    expect(address).toMatch(/^http.*\/api\/calendar\/[A-Za-z0-9_-]{43}\.ics$/);
    const token = tokenOf(address);
    expect(await readCalendar(token.replace(".ics", ""), at)).toEqual(await readCalendar(token, at));
    const kept =
      await database.admin()`select to_jsonb(f)::text as row from calendar_feeds f union all select to_jsonb(r)::text from receipts r`;
    expect(JSON.stringify(kept)).not.toContain(token.replace(".ics", ""));
  });

  test("closes when it is closed, when another is made, and with the person's access", async () => {
    const [first, second] = [await make(), await make()];
    expect(await readCalendar(first, at)).toBeNull();
    expect((await getCalendarFeed(practice.clinic.patient, {})).madeAt).toEqual(NOW);
    const { memberId } = practice.clinic.patient;
    await database.admin()`update memberships set disabled_at = now() where id = ${memberId}`;
    expect(await readCalendar(second, at)).toBeNull();
    await database.admin()`update memberships set disabled_at = null where id = ${memberId}`;
    await database.admin()`update sessions set revoked_at = null where membership_id = ${memberId}`;
    expect(await readCalendar(second, at)).not.toBeNull();
    await revokeCalendar.execute(practice.clinic.patient, {}, at);
    expect(await readCalendar(second, at)).toBeNull();
    expect((await getCalendarFeed(practice.clinic.patient, {})).madeAt).toBeNull();
    expect(await codeOf(revokeCalendar.execute(practice.clinic.patient, {}, at))).toBe("not-found");
  });

  test("is one, however often it is made at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => codeOf(makeCalendar.execute(practice.clinic.patient, {}, at))),
    );
    expect(answers).toContain("done");
    expect(answers.every((answer) => answer === "done" || answer === "conflict")).toBe(true);
    const live =
      await database.admin()`select 1 from calendar_feeds where revoked_at is null and clinic_id = ${practice.clinic.id}`;
    expect(live).toHaveLength(1);
  });

  test("is no key to anything by its hash, and nothing that is not one opens any", async () => {
    await make();
    const [row] = await database.admin()<
      { hash: string }[]
    >`select token_hash as hash from calendar_feeds where revoked_at is null`;
    for (const token of [row?.hash ?? "", "", "a", "x".repeat(500), "..%2F", "\u0000"])
      expect(await readCalendar(token, at)).toBeNull();
  });

  test("is made by patients alone, and leaves a trace", async () => {
    for (const person of [practice.clinic.clinician, practice.clinic.admin]) {
      expect(await codeOf(makeCalendar.execute(person, {}, at))).toBe("forbidden");
      expect(await codeOf(revokeCalendar.execute(person, {}, at))).toBe("forbidden");
    }
    const events =
      await database.admin()`select distinct action from audit_events where action like 'export.%calendar' order by 1`;
    expect(events.map(({ action }) => action)).toEqual(["export.make-calendar", "export.revoke-calendar"]);
  });
});
