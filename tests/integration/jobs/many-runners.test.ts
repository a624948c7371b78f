import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { startRunner } from "@/lib/jobs/runner";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic } from "@/tests/support/clinic";
import { makeReminded, type Reminded } from "@/tests/support/reminded";
import { countingMail } from "@/tests/support/transports";

const RUNNERS = 6;
const REMINDERS = 300;

// Before the first connection is opened: six runners with three lanes each.
const poolBefore = process.env.DATABASE_POOL;
process.env.DATABASE_POOL = "20";
afterAll(() => {
  if (poolBefore === undefined) delete process.env.DATABASE_POOL;
  else process.env.DATABASE_POOL = poolBefore;
});

const database = testDatabase();
let people: Reminded[];
beforeAll(async () => {
  const clinic = await makeClinic(database.admin());
  people = await makeReminded(database.admin(), clinic, { count: REMINDERS });
});
afterEach(() => {
  vi.useRealTimers();
});

test("six runners at once send three hundred reminders, each once", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-10T10:01:00Z") });
  const counts = Array.from({ length: RUNNERS }, () => countingMail());
  const runners = counts.map(({ mail }) => startRunner({ post: { mail, push: null }, everyMs: 20 }));
  const left = async () => {
    const [row] = await database.admin()<{ rows: number; left: number }[]>`
      select count(*)::int as rows, count(*) filter (where sent_at is null)::int as left from reminders`;
    return row;
  };
  await vi.waitFor(async () => expect(await left()).toEqual({ rows: REMINDERS, left: 0 }), {
    timeout: 110_000,
    interval: 100,
  });
  await Promise.all(runners.map((runner) => runner.stop()));
  const tries = counts.flatMap((count) => count.tries);
  expect(tries).toHaveLength(REMINDERS);
  expect(new Set(tries.map(({ id }) => id)).size).toBe(REMINDERS);
  expect(tries.map(({ to }) => to).sort()).toEqual(people.map(({ email }) => email).sort());
  // The work was shared: nobody did it alone.
  expect(counts.filter(({ tries: own }) => own.length > 0).length).toBeGreaterThan(1);
}, 120_000);
