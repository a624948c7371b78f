import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { newId } from "@/lib/core/ids";
import { runOnce } from "@/lib/jobs/runner";
import { SendError } from "@/lib/jobs/transports/mail";
import { claimReminder } from "@/lib/jobs/writes/claim-reminder";
import { planReminders } from "@/lib/jobs/writes/plan-reminders";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";
import { logDone, makeReminded, type Reminded } from "@/tests/support/reminded";
import { deviceForm } from "@/tests/support/reminders";
import { countingMail, countingPush } from "@/tests/support/transports";

const database = testDatabase();
/** A minute past ten in London, the time everybody is reminded at unless a test says otherwise. */
const TEN = new Date("2026-03-10T10:01:00Z");
let clinic: TestClinic;

beforeAll(async () => {
  clinic = await makeClinic(database.admin());
});
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: TEN });
  const admin = database.admin();
  await admin`delete from reminders`;
  await admin`delete from push_subscriptions`;
  await admin`delete from reminder_settings`;
  await admin`delete from outbox`;
  await admin`update clinics set is_demo = false`;
});
afterEach(() => {
  vi.useRealTimers();
});

const at = (time: string) => vi.setSystemTime(new Date(time));
const rows = () =>
  database.admin()<
    {
      slot: number;
      repeat: number;
      channel: string;
      reason: string | null;
      sent: boolean;
      dropped: boolean;
      attempts: number;
    }[]
  >`select slot, repeat, channel, reason, sent_at is not null as sent, dropped_at is not null as dropped, attempts
    from reminders order by slot, repeat, channel`;
const one = async (options: Partial<Parameters<typeof makeReminded>[2]> = {}): Promise<Reminded> => {
  const [who] = await makeReminded(database.admin(), clinic, { count: 1, ...options });
  if (!who) throw new Error("nobody was made");
  return who;
};
const addDevice = async (who: Reminded, endpoint: string) => {
  const { p256dh, auth } = deviceForm();
  await database.admin()`insert into push_subscriptions (clinic_id, id, patient_id, endpoint, p256dh, auth, device, created_at)
    values (${clinic.id}, ${newId()}, ${who.patientId}, ${endpoint}, ${p256dh}, ${auth}, 'Phone', now())`;
};

describe("a reminder by mail", () => {
  test("goes out once, with its row's id, the link that turns it off, and not a word of health", async () => {
    const who = await one();
    const { mail, sent } = countingMail();
    await runOnce({ post: { mail, push: null } });
    await runOnce({ post: { mail, push: null } });
    const [row] = await database.admin()<{ id: string }[]>`select id from reminders where sent_at is not null`;
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ id: row?.id, to: who.email, subject: "Your exercises are waiting" });
    expect(sent[0]?.body).toMatch(/\/reminders\/off\/[A-Za-z0-9_-]{43}\n/);
    expect(sent[0]?.headers?.["List-Unsubscribe"]).toMatch(/^<http.*\/api\/reminders\/off\/[A-Za-z0-9_-]{43}>$/);
    expect(`${sent[0]?.subject} ${sent[0]?.body}`).not.toMatch(/knee|pain|back|Casey|wall/i);
  });

  test("is planned once however often, and not for a time before the settings were made", async () => {
    await one({ rule: { times: [540, 600, 660], repeats: 1, repeatMinutes: 15 }, updatedAt: "2026-03-10T09:30:00Z" });
    expect(await planReminders(clinic.id, TEN)).toBe(4);
    expect(await planReminders(clinic.id, TEN)).toBe(0);
    expect((await rows()).map(({ slot, repeat }) => [slot, repeat])).toEqual([
      ...[
        [600, 0],
        [600, 1],
        [660, 0],
        [660, 1],
      ],
    ]);
  });

  test.each([
    [
      "all is done",
      "done",
      (who: Reminded) => logDone(database.admin(), clinic.id, who, "2026-03-10", "2026-03-10T09:00:00Z"),
    ],
    [
      "it was switched off",
      "off",
      () => database.admin()`update reminder_settings set by_mail = false, by_push = true`,
    ],
    ["reminders were switched off", "off", () => database.admin()`update reminder_settings set by_mail = false`],
    [
      "it was put off to tomorrow",
      "snoozed",
      () => database.admin()`update reminder_settings set snoozed_until = '2026-03-11T00:00:00Z'`,
    ],
    [
      "the patient may no longer sign in",
      "off",
      (who: Reminded) => database.admin()`update memberships set disabled_at = now() where id = ${who.memberId}`,
    ],
    [
      "the plan ended",
      "done",
      (who: Reminded) => database.admin()`update plans set ends_on = '2026-03-09' where patient_id = ${who.patientId}`,
    ],
  ])("is not sent when, since it was planned, %s", async (_, reason, change) => {
    const who = await one();
    await planReminders(clinic.id, TEN);
    await change(who);
    const { mail, tries } = countingMail();
    await runOnce({ post: { mail, push: null } });
    expect(tries).toEqual([]);
    const mails = (await rows()).filter(({ channel }) => channel === "mail");
    expect(mails).toMatchObject([{ reason, dropped: true, sent: false }]);
  });

  test("is repeated while nothing is reported, and no longer", async () => {
    const rule = { repeats: 2, repeatMinutes: 30 };
    const [idle, busy] = [await one({ rule }), await one({ rule })];
    const { mail, sent } = countingMail();
    const look = () => runOnce({ post: { mail, push: null } });
    await look();
    // One article of many read, say: something was reported, and something is still left to do.
    await logDone(database.admin(), clinic.id, busy, "2026-03-09", "2026-03-10T10:20:00Z");
    for (const time of ["10:31", "11:01"]) {
      at(`2026-03-10T${time}:00Z`);
      await look();
    }
    expect(sent.filter(({ to }) => to === idle.email)).toHaveLength(3);
    expect(sent.filter(({ to }) => to === busy.email)).toHaveLength(1);
  });

  test("that comes late speaks for those before it, and on the next day for none", async () => {
    await one({ rule: { times: [480, 540, 600] } });
    const { mail, sent } = countingMail();
    await runOnce({ post: { mail, push: null } });
    expect(sent).toHaveLength(1);
    expect((await rows()).map(({ slot, reason, sent: isSent }) => [slot, reason, isSent])).toEqual([
      [480, "late", false],
      [540, "late", false],
      [600, null, true],
    ]);
    await database.admin()`update reminders set sent_at = null where slot = 600`;
    at("2026-03-11T00:30:00Z");
    await runOnce({ post: { mail, push: null } });
    expect(sent).toHaveLength(1);
    expect((await rows())[2]).toMatchObject({ slot: 600, reason: "late", dropped: true });
  });

  test("that is put off for an hour comes after the hour, once", async () => {
    await one({ rule: { snoozedUntil: new Date("2026-03-10T10:40:00Z") } });
    const { mail, sent } = countingMail();
    await runOnce({ post: { mail, push: null } });
    expect(sent).toHaveLength(0);
    at("2026-03-10T10:40:30Z");
    await runOnce({ post: { mail, push: null } });
    expect(sent).toHaveLength(1);
  });

  test("is tried again after 1, 5, 30 and 120 minutes, the same mail each time, and then given up with a code", async () => {
    await one();
    const { mail, tries } = countingMail(() => new SendError("unreachable"));
    const look = () => runOnce({ post: { mail, push: null } });
    const passed = [0, 0.5, 1.5, 6, 7, 37, 38, 157, 158, 400];
    const counts: number[] = [];
    for (const minutes of passed) {
      vi.setSystemTime(TEN.getTime() + minutes * 60_000);
      await look();
      counts.push(tries.length);
    }
    expect(counts).toEqual([1, 1, 2, 2, 3, 4, 4, 5, 5, 5]);
    expect(new Set(tries.map(({ id }) => id)).size).toBe(1);
    expect(await rows()).toMatchObject([{ reason: "unreachable", dropped: true, attempts: 5 }]);
  });

  test("that the mail server refuses for good is not tried again", async () => {
    await one();
    const { mail, tries } = countingMail(() => new SendError("refused", true));
    await runOnce({ post: { mail, push: null } });
    at("2026-03-10T12:00:00Z");
    await runOnce({ post: { mail, push: null } });
    expect(tries).toHaveLength(1);
    expect(await rows()).toMatchObject([{ reason: "refused", dropped: true }]);
  });

  test("whose server comes back is sent after all", async () => {
    await one();
    const { mail, sent } = countingMail((_, before) => (before < 2 ? new SendError("timeout") : null));
    for (const minutes of [0, 2, 8]) {
      vi.setSystemTime(TEN.getTime() + minutes * 60_000);
      await runOnce({ post: { mail, push: null } });
    }
    expect(sent).toHaveLength(1);
  });

  test("goes to the outbox of a demonstration clinic, and to nobody", async () => {
    const who = await one();
    await database.admin()`update clinics set is_demo = true where id = ${clinic.id}`;
    const { mail, tries } = countingMail();
    await runOnce({ post: { mail, push: null } });
    expect(tries).toEqual([]);
    const kept = await database.admin()`select kind, to_address, sent_at from outbox`;
    expect(kept).toMatchObject([{ kind: "reminder", to_address: who.email, sent_at: null }]);
    expect(await rows()).toMatchObject([{ sent: true }]);
  });

  test("is left out where the operator has set up no sender", async () => {
    await one();
    await runOnce({ post: { mail: null, push: null } });
    expect(await rows()).toMatchObject([{ reason: "no-sender", dropped: true }]);
  });

  test("that cannot be judged waits, and keeps nobody else waiting", async () => {
    const broken = await one({ rule: { times: [590] } });
    const whole = await one();
    await planReminders(clinic.id, TEN);
    await database.admin()`update patients set time_zone = 'Nowhere/Land' where id = ${broken.patientId}`;
    const { mail, sent } = countingMail();
    const post = { mail, push: null };
    const serving = { clinicId: clinic.id, isDemo: false };
    expect(await claimReminder(serving, post, TEN)).toEqual({ kind: "settled" });
    expect(await claimReminder(serving, post, TEN)).toMatchObject({
      kind: "send",
      reminder: { mail: { to: whole.email } },
    });
    expect(sent).toEqual([]);
    expect((await rows())[0]).toMatchObject({ slot: 590, attempts: 1, reason: "server", dropped: false });
    await database.admin()`update patients set time_zone = 'Europe/London' where id = ${broken.patientId}`;
  });
});

describe("a reminder to devices", () => {
  test("goes to each of them, holds no word of health, and is sent when one took it", async () => {
    const who = await one({ byMail: false, byPush: true });
    for (const name of ["a", "b", "c"]) await addDevice(who, `https://fcm.googleapis.com/${name}`);
    const { push, tries } = countingPush((endpoint) =>
      endpoint.endsWith("a") ? "accepted" : endpoint.endsWith("b") ? "gone" : "server",
    );
    await runOnce({ post: { mail: null, push } });
    expect(tries.map(({ target }) => target.endpoint.slice(-1)).sort()).toEqual(["a", "b", "c"]);
    expect(JSON.stringify(tries[0]?.payload)).not.toMatch(/knee|pain|wall|Pat/i);
    expect(await rows()).toMatchObject([{ channel: "push", sent: true }]);
    const gone = await database.admin()`select endpoint from push_subscriptions where gone_at is not null`;
    expect(gone.map(({ endpoint }) => endpoint)).toEqual(["https://fcm.googleapis.com/b"]);
  });

  test("is left out when every address is gone, and the next is not even tried there", async () => {
    const who = await one({ byMail: false, byPush: true, rule: { times: [600, 660] } });
    await addDevice(who, "https://fcm.googleapis.com/gone");
    const { push, tries } = countingPush(() => "gone");
    await runOnce({ post: { mail: null, push } });
    at("2026-03-10T11:01:00Z");
    await runOnce({ post: { mail: null, push } });
    expect(tries).toHaveLength(1);
    expect(await rows()).toMatchObject([
      { reason: "gone", dropped: true },
      { reason: "gone", dropped: true },
    ]);
  });

  test("is tried again while no device took it", async () => {
    const who = await one({ byMail: false, byPush: true });
    await addDevice(who, "https://fcm.googleapis.com/a");
    const { push, tries } = countingPush(() => "unreachable");
    await runOnce({ post: { mail: null, push } });
    at("2026-03-10T10:03:00Z");
    await runOnce({ post: { mail: null, push } });
    expect(tries.map(({ payload }) => payload.tag)).toEqual([tries[0]?.payload.tag, tries[0]?.payload.tag]);
    expect(await rows()).toMatchObject([{ reason: "unreachable", attempts: 2, dropped: false }]);
  });
});

describe("the mail of the outbox", () => {
  const put = async (changes: { kind?: string; createdAt?: string } = {}) => {
    const id = newId();
    await database.admin()`insert into outbox (clinic_id, id, kind, to_address, subject, body, created_at)
      values (${clinic.id}, ${id}, ${changes.kind ?? "invitation"}, 'a@example.test', 's', 'b', ${changes.createdAt ?? "2026-03-10T09:00:00Z"})`;
    return id;
  };
  const outbox = () =>
    database.admin()`select sent_at is not null as sent, failed_at is not null as failed, attempts, last_error from outbox order by id`;

  test("is sent once, and tried again as long as it may be", async () => {
    const id = await put();
    const { mail, sent } = countingMail((_, before) => (before === 0 ? new SendError("server") : null));
    await runOnce({ post: { mail, push: null } });
    expect(await outbox()).toMatchObject([{ sent: false, failed: false, attempts: 1, last_error: "server" }]);
    at("2026-03-10T10:03:00Z");
    await runOnce({ post: { mail, push: null } });
    await runOnce({ post: { mail, push: null } });
    expect(sent.map((one) => one.id)).toEqual([id]);
    expect(await outbox()).toMatchObject([{ sent: true }]);
  });

  test("is not sent once its link has ceased to work", async () => {
    await put({ kind: "password-reset", createdAt: "2026-03-10T08:00:00Z" });
    await put({ createdAt: "2026-03-01T08:00:00Z" });
    const { mail, tries } = countingMail();
    await runOnce({ post: { mail, push: null } });
    expect(tries).toEqual([]);
    expect(await outbox()).toMatchObject([
      { failed: true, last_error: "expired" },
      { failed: true, last_error: "expired" },
    ]);
  });

  test("stays where it is without a sender, and in a demonstration clinic", async () => {
    await put();
    await runOnce({ post: { mail: null, push: null } });
    await database.admin()`update clinics set is_demo = true`;
    const { mail, tries } = countingMail();
    await runOnce({ post: { mail, push: null } });
    expect(tries).toEqual([]);
    expect(await outbox()).toMatchObject([{ sent: false, failed: false, attempts: 0 }]);
  });
});
