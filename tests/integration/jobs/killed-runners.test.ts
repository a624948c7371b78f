import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import fc from "fast-check";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { runOnce } from "@/lib/jobs/runner";
import { smtpTransport } from "@/lib/jobs/transports/mail";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";
import { makeReminded } from "@/tests/support/reminded";
import { type SmtpSink, smtpSink } from "@/tests/support/smtp-sink";

const ROOT = join(import.meta.dirname, "../../..");
const TEN = new Date("2026-03-10T10:01:00Z");
const REMINDERS = 100;
const ROUNDS = 4;
const AT_ONCE = 2;
/** Sends that one process has in hand at most. */
const LANES = 3;

const database = testDatabase();
let clinic: TestClinic;
let sink: SmtpSink;
let children: ChildProcess[] = [];

beforeAll(async () => {
  clinic = await makeClinic(database.admin());
});
beforeEach(async () => {
  const admin = database.admin();
  await admin`delete from reminders`;
  await admin`delete from reminder_settings`;
  sink = await smtpSink({ latencyMs: 5 });
});
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(children.map((child) => end(child, "SIGKILL")));
  children = [];
  await sink.close();
});

/** The program of `npm run runner`, its clock at ten in the morning of the tests' day. */
function runner(): { child: ChildProcess; hasStarted: () => boolean } {
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", "lib/jobs/run-runner.ts"], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "ignore"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      TZ: "UTC",
      DATABASE_ADMIN_URL: "",
      SMTP_URL: sink.url,
      MAIL_FROM: "portal@example.test",
      CLOCK_OFFSET_SECONDS: String(Math.round((TEN.getTime() - Date.now()) / 1000)),
    },
  });
  children.push(child);
  let told = "";
  child.stdout.on("data", (chunk) => {
    told += chunk;
  });
  return { child, hasStarted: () => told.includes("runner started") };
}

async function end(child: ChildProcess, signal: "SIGKILL" | "SIGTERM"): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  child.kill(signal);
  return ended;
}

/** The ids of what a runner that is gone still has in hand. */
async function inHand(): Promise<string[]> {
  const rows = await database.admin()<{ id: string }[]>`
    select id from reminders where claimed_until is not null and sent_at is null and dropped_at is null`;
  return rows.map(({ id }) => id);
}

/** Two minutes pass, and every lease with them. */
const leasesEnd = () =>
  database.admin()`update reminders set claimed_until = now() - interval '1 second' where claimed_until is not null`;

const copies = () => {
  const found = new Map<string, number>();
  for (const { messageId } of sink.accepted) found.set(messageId, (found.get(messageId) ?? 0) + 1);
  return found;
};

/** A fresh runner does what is left. */
async function finish(): Promise<void> {
  await leasesEnd();
  vi.useFakeTimers({ toFake: ["Date"], now: TEN });
  const mail = smtpTransport({ url: sink.url, from: "portal@example.test", host: "localhost" });
  await runOnce({ post: { mail, push: null } });
  vi.useRealTimers();
}

test("runners killed at any moment lose no reminder, and send none twice but what was accepted and not yet marked", async () => {
  await makeReminded(database.admin(), clinic, { count: REMINDERS });
  // At a mail that was just accepted, or milliseconds later: between an answer and its mark, a mark and the next claim, and so on.
  const anyMoment = fc.record({ mails: fc.integer({ min: 1, max: 15 }), later: fc.integer({ min: 0, max: 8 }) });
  /** For each reminder in how many kills it was in hand: as often it may have gone out without being marked. */
  const caught = new Map<string, number>();
  for (const { mails, later } of fc.sample(anyMoment, ROUNDS)) {
    const before = sink.accepted.length;
    const running = Array.from({ length: AT_ONCE }, runner);
    await sink.reached(before + mails);
    await delay(later);
    await Promise.all(running.map(({ child }) => end(child, "SIGKILL")));
    const held = await inHand();
    expect(held.length).toBeLessThanOrEqual(AT_ONCE * LANES);
    for (const id of held) caught.set(id, (caught.get(id) ?? 0) + 1);
    await leasesEnd();
  }
  expect(sink.accepted.length, "the kills came while there was work").toBeLessThan(REMINDERS);
  await finish();

  const rows = await database.admin()<
    { id: string; sent: boolean }[]
  >`select id, sent_at is not null as sent from reminders`;
  const sent = copies();
  expect(rows).toHaveLength(REMINDERS);
  expect(rows.filter((row) => !row.sent)).toEqual([]);
  expect(rows.filter(({ id }) => !sent.has(id))).toEqual([]);
  expect(sent.size).toBe(REMINDERS);
  const tooMany = [...sent].filter(([id, count]) => count > 1 + (caught.get(id) ?? 0));
  expect(tooMany).toEqual([]);
  const twice = [...sent.values()].reduce((sum, count) => sum + count - 1, 0);
  process.stdout.write(
    `${ROUNDS * AT_ONCE} runners killed over ${REMINDERS} reminders: ${[...caught.values()].reduce((a, b) => a + b, 0)} in hand, ` +
      `${twice} sent again under the same Message-ID, 0 lost\n`,
  );
}, 180_000);

test("a runner that is told to stop finishes what it has in hand, and nothing comes twice", async () => {
  await makeReminded(database.admin(), clinic, { count: 60 });
  const running = [runner(), runner()];
  await sink.reached(6);
  const codes = await Promise.all(
    running.map(async ({ child, hasStarted }) => {
      // One that is still being loaded listens to nothing, and may just end.
      const allowed = hasStarted() ? [0] : [0, null];
      return allowed.includes(await end(child, "SIGTERM"));
    }),
  );
  expect(codes).toEqual([true, true]);
  expect(await inHand()).toEqual([]);
  await finish();
  expect(sink.accepted).toHaveLength(60);
  expect(copies().size).toBe(60);
}, 60_000);
