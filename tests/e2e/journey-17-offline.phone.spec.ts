import { type BrowserContext, chromium, type Page, type TestInfo } from "@playwright/test";
import type postgres from "postgres";
import { calendarDayOf } from "@/lib/core/calendar";
import { pushPayload } from "@/lib/jobs/reminders/push-payload";
import { layCable } from "../support/e2e/cable";
import { choose, givePassword } from "../support/e2e/steps";
import { expect, expectHeading, expectPage, PHONE, portalUrl, test } from "../support/e2e/test";
import { makePatient, makeWorld, type PatientAccount, type World } from "../support/e2e/world";
import { makePlan, type TestItem } from "../support/plan";

const today = calendarDayOf(new Date(), "Europe/London");

const BRIDGE: TestItem = { kind: "exercise", slug: "glute-bridge", dose: { sets: 1, repetitions: 3, restSeconds: 0 } };
const WALL_SIT: TestItem = {
  kind: "exercise",
  slug: "wall-sit",
  dose: { sets: 1, repetitions: null, holdSeconds: 3, restSeconds: 0 },
};
const QUESTION: TestItem = { kind: "questionnaire", slug: "overall-change" };
const ARTICLE: TestItem = { kind: "article", slug: "knock-knees-and-back-pain" };

let world: World;
test.beforeAll(async ({ admin }) => {
  world = await makeWorld(admin);
});

async function patientWith(admin: postgres.Sql, items: readonly TestItem[]): Promise<PatientAccount> {
  const patient = await makePatient(admin, world, { withPlan: false });
  const clinic = { id: world.id, clinician: world.clinician.person };
  await makePlan(admin, clinic, patient.person, { startsOn: today, items });
  return patient;
}

/** A phone whose browser can be closed and opened again with all that it keeps. */
function phoneOf(info: TestInfo) {
  const profile = info.outputPath("profile");
  let context: BrowserContext | undefined;
  const laid = layCable();
  const uncaught: string[] = [];
  return {
    uncaught,
    /** Takes the network away, or gives it back: from the pages and from the service worker. */
    async setOffline(isOffline: boolean) {
      const cable = await laid;
      if (isOffline) cable.pull();
      else cable.plug();
      await context?.setOffline(isOffline);
    },
    async end() {
      await context?.close();
      await (await laid).roll();
    },
    async open(): Promise<Page> {
      context = await chromium.launchPersistentContext(profile, {
        ...PHONE,
        baseURL: portalUrl(),
        locale: "en-GB",
        timezoneId: "Europe/London",
        reducedMotion: "reduce",
        serviceWorkers: "allow",
        executablePath: process.env.PLUMBLINE_CHROMIUM,
        // Without the second, a browser takes no proxy to its own machine.
        proxy: { server: (await laid).server, bypass: "<-loopback>" },
        args: ["--no-sandbox", "--disable-gpu", "--no-first-run"],
      });
      const page = context.pages()[0] ?? (await context.newPage());
      page.on("pageerror", (error) => uncaught.push(error.message));
      return page;
    },
    close: async () => context?.close(),
  };
}

/** Signs in by the door, and waits until the day is on the device. */
async function arrive(page: Page, patient: PatientAccount, addresses: readonly string[]): Promise<void> {
  await page.goto("/");
  await givePassword(page, patient);
  await expectHeading(page, "Today");
  await expect
    .poll(() => kept(page), { timeout: 20_000 })
    .toEqual(expect.arrayContaining(addresses.map((address) => expect.stringMatching(address))));
}

/** The addresses of pages the device keeps a copy of. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const own = (await caches.keys()).filter((name) => name.startsWith("plumbline-own-"));
    const lists = await Promise.all(own.map(async (name) => (await caches.open(name)).keys()));
    return lists.flat().map(({ url }) => new URL(url).pathname);
  });

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true }).tap();

const countsOf = async (admin: postgres.Sql, { patientId }: PatientAccount) => {
  const [row] = await admin<{ logs: number; sessions: number; readings: number; responses: number }[]>`
    select (select count(*)::int from practice_logs where patient_id = ${patientId}) as logs,
      (select count(*)::int from practice_sessions where patient_id = ${patientId}) as sessions,
      (select count(*)::int from reading_receipts where patient_id = ${patientId}) as readings,
      (select count(*)::int from responses where patient_id = ${patientId}) as responses`;
  return row;
};

test("the network goes in the middle of a session and the browser is closed: one record, with its true times", async ({
  admin,
}, info) => {
  test.setTimeout(120_000);
  const patient = await patientWith(admin, [BRIDGE, WALL_SIT]);
  const phone = phoneOf(info);
  const began = Date.now();

  await test.step("the first exercise is done while the network goes", async () => {
    const page = await phone.open();
    await arrive(page, patient, ["/today", "/session$", "/me/waiting"]);
    await page.getByRole("link", { name: "Start", exact: true }).tap();
    await expectHeading(page, "Glute bridge");
    await press(page, "Start");
    await phone.setOffline(true);
    await press(page, "Next");
    await press(page, "All 3 done");
    await choose(page, "How much did it hurt?", "1");
    await press(page, "Go on");
    await expect(page.getByRole("heading", { level: 1, name: "Wall sit" })).toBeVisible();
    await phone.close();
  });
  expect(await countsOf(admin, patient)).toMatchObject({ logs: 0, sessions: 0 });

  await test.step("opened again without a network, it goes on where it was left", async () => {
    const page = await phone.open();
    await phone.setOffline(true);
    await page.goto("/today");
    await expectPage(page, "Today", "offline-today");
    await expect(page.getByText("Offline. 1 thing waits on this phone.")).toBeVisible();
    await expect(page.getByRole("link", { name: /Wall sit/ })).not.toContainText("Noted here");
    await expect(page.getByRole("link", { name: /Glute bridge/ })).toContainText("Noted here. It waits to be sent.");
    await page.getByRole("link", { name: /Glute bridge/ }).tap();
    await expect(page.getByText("You have noted this already")).toBeVisible();
    await page.goto("/me/reminders");
    await expectPage(page, "You are offline", "offline");
    await page.getByRole("link", { name: "Go to Today" }).tap();
    await page.getByRole("link", { name: /^(Start|Carry on)$/ }).tap();
    await expectHeading(page, "Wall sit");
    await press(page, "Start");
    await press(page, "Next");
    await expect(page.getByText("How much did it hurt?")).toBeVisible({ timeout: 15_000 });
    await press(page, "Go on");
    await press(page, "Save and finish");
    await expect(page.getByRole("heading", { level: 1, name: /^Saved/ })).toBeVisible();
    await expect(page.getByText("3 things wait to be sent")).toBeVisible();
    await page.goto("/me/waiting");
    await expectPage(page, "Waiting to be sent", "offline-waiting");
    await expect(page.getByRole("button", { name: "Remove" })).toHaveCount(3);
    await phone.close();
  });
  const ended = Date.now();

  await test.step("with the network back all of it is sent, once", async () => {
    const page = await phone.open();
    await phone.setOffline(false);
    await page.goto("/today");
    await expect.poll(() => countsOf(admin, patient)).toMatchObject({ logs: 2, sessions: 1 });
    await page.goto("/me/waiting");
    await expectPage(page, "Waiting to be sent", "offline-sent");
    await expect(page.getByText("Nothing waits")).toBeVisible();
    await expect(page.getByText("Glute bridge: done")).toBeVisible();
    await page.reload();
    expect(await countsOf(admin, patient)).toMatchObject({ logs: 2, sessions: 1 });
    await phone.end();
  });
  const times = await admin<{ at: Date }[]>`
    select performed_at as at from practice_logs where patient_id = ${patient.patientId} order by performed_at`;
  for (const { at } of times) {
    expect(at.getTime()).toBeGreaterThan(began);
    expect(at.getTime()).toBeLessThan(ended);
  }
  expect(phone.uncaught).toEqual([]);
});

test("questions are answered and an article is read without a network", async ({ admin }, info) => {
  test.setTimeout(90_000);
  const patient = await patientWith(admin, [QUESTION, ARTICLE]);
  const phone = phoneOf(info);
  const page = await phone.open();
  await arrive(page, patient, ["^/questions/.+/", "^/read/.+"]);
  await phone.setOffline(true);

  await page.getByRole("link", { name: /Overall change/ }).tap();
  await expectHeading(page, "Overall change since your plan began");
  await press(page, "Start");
  const answer = page.getByRole("main").getByRole("radio", { name: "A bit better" });
  await answer.locator("xpath=ancestor::label").tap();
  await press(page, "Check my answers");
  await expectPage(page, "Check your answers", "offline-review");
  await expect(page.getByText("A bit better")).toBeVisible();
  await press(page, "Send my answers");
  await expect(page.getByText("Your answers are kept on this device")).toBeVisible();

  await page.getByRole("link", { name: "Back to Today" }).tap();
  await expectHeading(page, "Today");
  await page.getByRole("listitem").filter({ hasText: "To read" }).getByRole("link").tap();
  await press(page, "I have read this");
  await expectHeading(page, "Today");
  await expect(page.getByText("Offline. 2 things wait on this phone.")).toBeVisible();
  expect(await countsOf(admin, patient)).toMatchObject({ readings: 0, responses: 0 });

  await phone.setOffline(false);
  await expect.poll(() => countsOf(admin, patient)).toMatchObject({ readings: 1, responses: 1 });
  const [row] = await admin<{ answers: Record<string, number> }[]>`
    select answers from responses where patient_id = ${patient.patientId}`;
  expect(row?.answers).toMatchObject({ "change-since-start": 1 });
  await phone.end();
  expect(phone.uncaught).toEqual([]);
});

test("signing out says what waits, and leaves nothing of the person on the device", async ({ admin }, info) => {
  test.setTimeout(90_000);
  const patient = await patientWith(admin, [BRIDGE]);
  const phone = phoneOf(info);
  const page = await phone.open();
  await arrive(page, patient, ["/today", "/session$"]);
  await page.route("**/api/sync", (route) => (route.request().method() === "POST" ? route.abort() : route.fallback()));
  await page.goto("/session");
  await press(page, "Start");
  await press(page, "Next");
  await press(page, "All 3 done");
  await test.step("a full phone says that it has no room, and keeps what waits once it has", async () => {
    const devtools = await page.context().newCDPSession(page);
    const origin = portalUrl();
    await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
    await press(page, "Go on");
    const noRoom = page.getByText("This device has no room left to keep it.");
    await expect(noRoom).toBeVisible();
    await devtools.send("Storage.overrideQuotaForOrigin", { origin });
    await press(page, "Send now");
    await expect(noRoom).toHaveCount(0);
  });
  await press(page, "Save and finish");
  await expect(page.getByText("2 things wait to be sent")).toBeVisible();
  await page.goto("/me");
  await press(page, "Sign out");
  await expect(page.getByRole("dialog", { name: "2 things on this phone are not sent yet" })).toBeVisible();
  await expectPage(page, patient.name, "offline-sign-out");
  await press(page, "Sign out and lose them");
  await expectHeading(page, "Sign in");
  const left = () =>
    page.evaluate(async () => ({
      pages: (await caches.keys()).filter((name) => name.startsWith("plumbline-own-")),
      databases: (await indexedDB.databases()).map(({ name }) => name),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      kept: [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((name) =>
        /^plumbline(\.own\.|\.unsent\.|:answers:)/.test(name),
      ),
    }));
  await expect.poll(left).toEqual({ pages: [], databases: [], workers: 0, kept: [] });
  await phone.end();
});

test("a session that ended elsewhere takes the pages off the device, and keeps what waits", async ({ admin }, info) => {
  test.setTimeout(90_000);
  const patient = await patientWith(admin, [BRIDGE]);
  const phone = phoneOf(info);
  const page = await phone.open();
  await arrive(page, patient, ["/today", "/session$"]);
  await page.goto("/session");
  await press(page, "Start");
  await phone.setOffline(true);
  await press(page, "Next");
  await press(page, "All 3 done");
  await press(page, "Go on");
  await admin`update sessions set revoked_at = now() where account_id = ${patient.person.accountId}`;
  await phone.setOffline(false);
  await page.goto("/today");
  await expectHeading(page, "Sign in");
  await expect.poll(() => kept(page)).toEqual([]);
  await givePassword(page, patient);
  await expectHeading(page, "Today");
  await expect.poll(() => countsOf(admin, patient)).toMatchObject({ logs: 1 });
  await phone.end();
});

test("a worker of an older build gives way once nobody is in the middle of something", async ({ admin }, info) => {
  test.setTimeout(90_000);
  const patient = await patientWith(admin, [BRIDGE]);
  const phone = phoneOf(info);
  const page = await phone.open();
  await page.goto("/offline");
  await page.evaluate(async () => {
    await navigator.serviceWorker.register("/sw.js?build=older");
    await navigator.serviceWorker.ready;
  });
  await page.goto("/");
  await givePassword(page, patient);
  await expectHeading(page, "Today");
  const worker = () => page.evaluate(() => navigator.serviceWorker.controller?.scriptURL ?? "").catch(() => "");
  await expect.poll(worker, { timeout: 20_000 }).toMatch(/\/sw\.js\?build=(?!older)/);
  await expectHeading(page, "Today");
  await expect
    .poll(() => page.evaluate(async () => (await caches.keys()).filter((name) => name.endsWith("older"))))
    .toEqual([]);

  await test.step("a push is shown in words that tell nothing, whatever it holds, and a tap opens Today", async () => {
    const push = await pushTo(page);
    const reminder = pushPayload({ id: "reminder-1", hasExercises: true });
    const usual = { title: "Plumbline", body: "Your exercises are waiting.", tag: "reminder-1" };
    // A worker that has just taken over may not hear the first; a second copy takes the first one's place.
    await expect(async () => {
      await push(JSON.stringify(reminder));
      await expect.poll(() => notices(page), { timeout: 1_500 }).toEqual([usual]);
    }).toPass({ timeout: 15_000 });
    await push(JSON.stringify(reminder));
    const plain = { title: "Plumbline", body: "Your list for today is waiting.", tag: "plumbline" };
    const odd = [
      "",
      "{",
      "null",
      JSON.stringify({ ...reminder, body: 1 }),
      JSON.stringify({ ...reminder, url: "//evil.example" }),
    ];
    for (const data of odd) {
      await push(data);
      await expect.poll(() => notices(page)).toEqual([plain, usual]);
      await page.evaluate(closePlainNotice);
      await expect.poll(() => notices(page)).toEqual([usual]);
    }
    await page.goto("/me");
    const [worker] = page.context().serviceWorkers();
    const opened = await worker?.evaluate(tapNotice);
    expect(opened).toEqual(["/today"]);
    expect(await notices(page)).toEqual([]);
    await page.goto(opened?.[0] ?? "");
    await expectHeading(page, "Today");
  });
  await phone.end();
});

/** Lets a push message come to the service worker, as a push service would. */
async function pushTo(page: Page): Promise<(data: string) => Promise<void>> {
  const origin = portalUrl();
  await page.context().grantPermissions(["notifications"], { origin });
  const devtools = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      for (const { registrationId, isDeleted } of registrations) if (!isDeleted) resolve(registrationId);
    });
  });
  await devtools.send("ServiceWorker.enable");
  const registrationId = await registered;
  return async (data) => {
    await devtools.send("ServiceWorker.deliverPushMessage", { origin, registrationId, data });
  };
}

/** What is shown on the lock screen, by its names. */
const notices = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const shown = await registration.getNotifications();
    return shown.map(({ title, body, tag }) => ({ title, body, tag })).sort((a, b) => (a.tag < b.tag ? -1 : 1));
  });

async function closePlainNotice(): Promise<void> {
  const registration = await navigator.serviceWorker.ready;
  for (const notice of await registration.getNotifications({ tag: "plumbline" })) notice.close();
}

/** Taps a notice from within the worker: only a hand can tap it from outside, and only for one may a worker open a window. */
async function tapNotice(): Promise<string[]> {
  type Tap = Event & { waitUntil: (work: Promise<unknown>) => void };
  const scope = self as unknown as {
    registration: ServiceWorkerRegistration;
    clients: { openWindow: (path: string) => Promise<null> };
    NotificationEvent: new (name: string, init: { notification?: Notification }) => Tap;
  };
  const opened: string[] = [];
  scope.clients.openWindow = async (path) => {
    opened.push(path);
    return null;
  };
  const [notification] = await scope.registration.getNotifications();
  const tap = new scope.NotificationEvent("notificationclick", { notification });
  const work: Promise<unknown>[] = [];
  tap.waitUntil = (one) => work.push(one);
  self.dispatchEvent(tap);
  await Promise.all(work);
  return opened;
}
