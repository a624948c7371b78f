import type { Page } from "@playwright/test";
import type postgres from "postgres";
import { addDays, calendarDayOf } from "@/lib/core/calendar";
import { instantAt } from "@/lib/practice/performed-at";
import { muteSpeech, saidOn } from "../support/e2e/speech";
import { choose } from "../support/e2e/steps";
import { DESKTOP, expect, expectPage, portalUrl, test, visit } from "../support/e2e/test";
import { forgive, shot } from "../support/e2e/watch";
import { makePatient, makeWorld, type PatientAccount, type World } from "../support/e2e/world";
import { makePlan, type TestItem } from "../support/plan";

const ZONE = "Europe/London";
const today = calendarDayOf(new Date(), ZONE);

const WALL_SIT: TestItem = {
  kind: "exercise",
  slug: "wall-sit",
  dose: { sets: 2, repetitions: null, holdSeconds: 20, restSeconds: 30 },
  painCeiling: 4,
  note: "For the stairs.",
};
const CLAMSHELL: TestItem = {
  kind: "exercise",
  slug: "clamshell",
  dose: { sets: 1, repetitions: 5, tempo: "2-1-2", side: "both", restSeconds: 10 },
};
const BRIDGE: TestItem = { kind: "exercise", slug: "glute-bridge", dose: { sets: 1, repetitions: 3, restSeconds: 0 } };

let world: World;
test.beforeAll(async ({ admin }) => {
  world = await makeWorld(admin);
});

/** A patient with these exercises on every day since, whose page this is from now on. */
async function begin(page: Page, admin: postgres.Sql, items: readonly TestItem[], startsOn = today) {
  const patient = await makePatient(admin, world, { withPlan: false });
  await makePlan(admin, { id: world.id, clinician: world.clinician.person }, patient.person, { startsOn, items });
  await carry(page, patient);
  return patient;
}

async function carry(page: Page, { cookie }: Pick<PatientAccount, "cookie">) {
  const [name = "", value = ""] = cookie.split("=");
  await page.context().addCookies([{ name, value, url: portalUrl() }]);
}

const timer = (page: Page) => page.getByRole("timer");
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).tap();

type Log = {
  slug: string;
  outcome: string;
  sets: number | null;
  hold: number | null;
  repetitions: number | null;
  pain: number | null;
  note: string;
  session: string | null;
  at: Date;
};
const logsOf = (admin: postgres.Sql, { patientId }: PatientAccount) => admin<Log[]>`
  select l.slug, g.outcome, g.sets_done as sets, g.hold_seconds_done as hold, g.repetitions_done as repetitions, g.pain_nrs as pain,
    g.note, g.session_id as session, g.performed_at as at
  from practice_logs g
  join plan_items i on i.clinic_id = g.clinic_id and i.id = g.plan_item_id
  join library_versions v on v.clinic_id = i.clinic_id and v.id = i.library_version_id
  join library_items l on l.clinic_id = v.clinic_id and l.id = v.item_id
  where g.patient_id = ${patientId} order by g.received_at, g.id`;
const sessionsOf = (admin: postgres.Sql, { patientId }: PatientAccount) => admin<
  { id: string; active: number; effort: number | null; note: string; early: boolean; started: Date; ended: Date }[]
>`select id, active_seconds as active, effort_rpe as effort, note, ended_early as early, started_at as started, ended_at as ended
  from practice_sessions where patient_id = ${patientId}`;

const YEAR_MS = 365 * 86_400_000;

/** What was done is kept with the portal's time, whatever the device's clock shows; the test's own clock ran a minute ahead at most. */
async function expectTrueTimes(admin: postgres.Sql, patient: PatientAccount, began: number): Promise<void> {
  const [session] = await sessionsOf(admin, patient);
  const logs = await logsOf(admin, patient);
  for (const at of [session?.started, session?.ended, ...logs.map((log) => log.at)]) {
    expect(at?.getTime()).toBeGreaterThan(began - 5_000);
    expect(at?.getTime()).toBeLessThan(Date.now() + 60_000);
  }
}

test("a whole session by touch, from Start on Today to what was done", async ({ page, admin }) => {
  test.setTimeout(60_000);
  const patient = await begin(page, admin, [WALL_SIT, CLAMSHELL]);
  await page.clock.install();

  await test.step("Start opens the first exercise, with its picture and its dose in words", async () => {
    await page.goto("/today");
    await page.getByRole("link", { name: "Start", exact: true }).tap();
    await expectPage(page, "Wall sit", "player-intro");
    await expect(page.getByText("2 holds of 20 seconds, rest 30 seconds").first()).toBeVisible();
    await expect(page.getByText("For the stairs.").first()).toBeVisible();
    await expect(page.getByRole("img", { name: /^Wall sit\./ })).toBeVisible();
  });

  await test.step("it counts in, holds, rests and holds again by itself, and a pause stops it", async () => {
    await press(page, "Start");
    await expect(timer(page)).toContainText("Get ready");
    await shot(page, "player-ready");
    await page.clock.runFor(5_000);
    await expect(timer(page)).toContainText("Hold");
    await expect(page.getByText("Set 1 of 2", { exact: true })).toBeVisible();
    await press(page, "Pause");
    await expect(page.getByText("Paused.")).toBeVisible();
    await page.clock.runFor(30_000);
    await expect(timer(page)).toContainText("Hold");
    await expectPage(page, "Wall sit", "player-paused");
    await press(page, "Carry on");
    await page.clock.runFor(20_000);
    await expect(timer(page)).toContainText("Rest");
    await shot(page, "player-rest");
    await page.clock.runFor(30_000);
    await expect(timer(page)).toContainText("Hold");
    await page.clock.runFor(20_000);
  });

  await test.step("pain is asked, and the exercise is kept at once", async () => {
    await expect(page.getByText("Done: 2 sets, hold 20 seconds")).toBeVisible();
    await choose(page, "How much did it hurt?", "3");
    await expectPage(page, "Wall sit", "player-question");
    await press(page, "Go on");
    await expectPage(page, "Clamshell", "player-next-up");
    await expect
      .poll(() => logsOf(admin, patient))
      .toMatchObject([{ slug: "wall-sit", outcome: "done", sets: 2, hold: 20, pain: 3, session: expect.any(String) }]);
  });

  await test.step("repetitions are counted at their pace, a tap counts one, and sides are switched", async () => {
    await press(page, "Start");
    await page.clock.runFor(5_000);
    await expect(page.getByText("Set 1 of 1, left side")).toBeVisible();
    await page.clock.runFor(11_000);
    await expect(page.getByRole("button", { name: /^2\s*of 5/ })).toBeVisible();
    await press(page, /^2\s*of 5/);
    await expect(page.getByRole("button", { name: /^3\s*of 5/ })).toBeVisible();
    await shot(page, "player-count");
    await page.clock.runFor(10_000);
    await expect(timer(page)).toContainText("Switch sides");
    await shot(page, "player-switch");
    await page.clock.runFor(10_000);
    await expect(page.getByText("Set 1 of 1, right side")).toBeVisible();
    await page.clock.runFor(25_000);
    await choose(page, "How much did it hurt?", "Rather not say");
    await press(page, "Go on");
  });

  await test.step("the end tells what was done; effort and a note are kept with the session", async () => {
    await expectPage(page, "What you did", "player-end");
    await expect(page.getByText(/^2 exercises, 4 sets, in 2 minutes\.$/)).toBeVisible();
    await choose(page, "How hard was it, all in all?", "6");
    await page.getByLabel(/Anything to tell your physiotherapist/).fill("Better than on Monday 🙂");
    await press(page, "Save and finish");
    await expectPage(page, "Saved. That is it for now.", "player-saved");
    await expect.poll(() => sessionsOf(admin, patient)).toHaveLength(1);
    const [session] = await sessionsOf(admin, patient);
    expect(session).toMatchObject({ effort: 6, note: "Better than on Monday 🙂", early: false });
    expect(session?.active).toBeGreaterThanOrEqual(130);
    expect(session?.active).toBeLessThan(150);
    const logs = await logsOf(admin, patient);
    expect(logs).toMatchObject([{}, { slug: "clamshell", outcome: "done", sets: 1, repetitions: 5, pain: null }]);
    for (const log of logs) {
      expect(log.session).toBe(session?.id);
      expect(log.at.getTime()).toBeGreaterThan(session?.started.getTime() ?? Number.POSITIVE_INFINITY);
      expect(log.at.getTime()).toBeLessThanOrEqual(session?.ended.getTime() ?? 0);
    }
    await page.getByRole("link", { name: "Back to Today" }).tap();
    await expect(page.getByText("You did 2 exercises.")).toBeVisible();
  });
});

test("a session by keyboard alone, on a device whose clock is a year ahead", async ({ page, admin }) => {
  const patient = await begin(page, admin, [BRIDGE, WALL_SIT]);
  const began = Date.now();
  await page.clock.install({ time: began + YEAR_MS });
  await page.goto("/session");
  await expect(page.getByRole("button", { name: "Start" })).toBeEnabled();
  await page.keyboard.press("Space");
  await expect(timer(page)).toContainText("Get ready");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /^2\s*of 3/ })).toBeVisible();
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Paused.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^2\s*of 3/ })).toBeVisible();
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await expect(page.getByText("How much did it hurt?")).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "1", exact: true })).toBeChecked();
  await page.keyboard.press("Enter");

  await expectPage(page, "Wall sit");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowRight");
  await expect(timer(page)).toContainText("Hold");
  await page.clock.runFor(3_000);
  await page.keyboard.press("ArrowLeft");
  await expect(timer(page)).toContainText("Get ready");
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
  const tabTo = async (name: string) => {
    for (let stops = 0; stops < 12 && (await focused()) !== name; stops++) await page.keyboard.press("Tab");
    expect(await focused()).toBe(name);
  };
  await tabTo("Finish early");
  await page.keyboard.press("Enter");
  await expectPage(page, "Finish here?", "player-leave");
  await page.keyboard.press("Escape");
  await expect(timer(page)).toContainText("Get ready");
  await tabTo("Finish early");
  await page.keyboard.press("Space");
  await tabTo("Finish and keep what I did");
  await page.keyboard.press("Enter");
  await tabTo("Go on");
  await page.keyboard.press("Enter");
  await expectPage(page, "What you did");
  await tabTo("Save and finish");
  await page.keyboard.press("Enter");
  await expectPage(page, /^Saved/);
  await expect.poll(() => sessionsOf(admin, patient)).toMatchObject([{ effort: null, note: "", early: false }]);
  expect(await logsOf(admin, patient)).toMatchObject([
    { slug: "glute-bridge", outcome: "done", repetitions: 3, pain: 1 },
    { slug: "wall-sit", outcome: "partly", sets: 1, pain: null },
  ]);
  await expectTrueTimes(admin, patient, began);
});

test("pain above the limit is answered at once: an easier version, and the clinician sees what was chosen", async ({
  page,
  device,
  admin,
}) => {
  test.setTimeout(60_000);
  const patient = await begin(page, admin, [WALL_SIT, BRIDGE]);
  const began = Date.now();
  // This phone's clock is a year slow.
  await page.clock.install({ time: began - YEAR_MS });
  await page.goto("/session");
  await press(page, "Start");
  await page.clock.runFor(25_000);
  await expect(timer(page)).toContainText("Rest");
  await press(page, "Skip exercise");
  await expectPage(page, "Skip this exercise?", "player-skip");
  await press(page, "It hurt too much");
  await choose(page, "How much did it hurt?", "7");
  await press(page, "Go on");
  await expect(page.getByText("Pain 7 is above the limit for this exercise, which is 4.")).toBeVisible();
  await expectPage(page, "Wall sit", "player-advice");
  await press(page, "I pressed the wrong number");
  await choose(page, "How much did it hurt?", "6");
  await press(page, "Go on");
  await expect(page.getByText("Pain 6 is above the limit for this exercise, which is 4.")).toBeVisible();
  const easier = page.getByRole("region", { name: "An easier version" });
  await expect(easier.getByRole("heading", { name: "Mini squat" })).toBeVisible();
  await expect(easier.getByRole("img", { name: /^Mini squat\./ })).toBeVisible();
  await press(page, "Do this easier version");
  await expectPage(page, "Mini squat", "player-easier");
  await expect(page.getByText("Instead of: Wall sit")).toBeVisible();
  await press(page, "Start");
  await press(page, "Next");
  await press(page, /^All \d+ done$/);
  await choose(page, "How much did it hurt?", "2");
  await press(page, "Go on");
  await expectPage(page, "Glute bridge");
  await expect
    .poll(() => logsOf(admin, patient))
    .toMatchObject([{ slug: "wall-sit", outcome: "done", sets: 2, pain: 6 }]);

  await press(page, "Start");
  await press(page, "Next");
  await press(page, "All 3 done");
  await choose(page, "How much did it hurt?", "9");
  await press(page, "Go on");
  await press(page, "Stop here for today");
  await expectPage(page, "What you did");
  await press(page, "Save and finish");
  await expect.poll(() => sessionsOf(admin, patient)).toHaveLength(1);
  await expectTrueTimes(admin, patient, began);

  const desk = await device(DESKTOP);
  await carry(desk, world.clinician);
  await visit(desk, `/patients/${patient.patientId}/log`, patient.name, "player-log");
  const row = (name: string) => desk.getByRole("row", { name });
  await expect(row("Wall sit")).toContainText("chose an easier version. 1 set done in the easier version, Mini squat.");
  await expect(row("Wall sit")).toContainText("limit 4");
  await expect(row("Glute bridge")).toContainText("chose to stop for the day");
});

test("a phone locked for ten minutes: what ran out ran out, and no set began unseen", async ({ page, admin }) => {
  await muteSpeech(page);
  await countWakeLocks(page);
  await begin(page, admin, [{ ...WALL_SIT, dose: { ...WALL_SIT.dose, sets: 3 } }]);
  await page.clock.install();
  await page.goto("/session");
  await press(page, "Start");
  await expect.poll(() => wakeLocks(page)).toBe(1);
  await page.clock.runFor(10_000);
  await expect(timer(page)).toContainText("Hold");
  await page.clock.fastForward("10:00");
  await expect(page.getByText("You were away, so it waits here.")).toBeVisible();
  await expect(page.getByText("Set 2 of 3", { exact: true })).toBeVisible();
  await expect(timer(page)).toContainText(/Rest\s*0/);
  await expectPage(page, "Wall sit", "player-away");
  await press(page, "Carry on");
  await expect(timer(page)).toContainText(/Rest\s*[45]/);
  await page.clock.runFor(5_000);
  await expect(timer(page)).toContainText("Hold");

  await test.step("what is said can be switched off on the way, and the device remembers", async () => {
    const said = (await saidOn(page)).map(({ text }) => text);
    expect(said).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Get ready\. Wall sit\./), "Hold for 20 seconds."]),
    );
    await press(page, "Sound and pace");
    await page.getByLabel("Voice").tap();
    await press(page, "Back to the exercise");
    await page.clock.runFor(21_000);
    await expect(timer(page)).toContainText("Rest");
    expect(await saidOn(page)).toHaveLength(said.length);
    await page.reload();
    await press(page, "Sound and pace");
    await expect(page.getByLabel("Voice")).not.toBeChecked();
    await expect(page.getByLabel("Vibration")).toBeChecked();
    await press(page, "Back to the exercise");
  });
  await expect.poll(() => wakeLocks(page)).toBe(1);
  await press(page, "Finish early");
  await press(page, "Finish and keep what I did");
  await press(page, "Go on");
  await expect(page.getByRole("heading", { level: 1, name: "What you did" })).toBeVisible();
  await expect.poll(() => wakeLocks(page)).toBe(0);
});

/** Counts the wishes of a page to keep the screen awake, which a browser without a screen would not grant. */
async function countWakeLocks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const held = new Set<object>();
    const request = async () => {
      const lock = {
        released: false,
        release: async () => {
          lock.released = true;
          held.delete(lock);
        },
      };
      held.add(lock);
      return lock;
    };
    Object.defineProperty(navigator, "wakeLock", { value: { request } });
    Object.defineProperty(window, "wakeLocks", { value: () => held.size });
  });
}

const wakeLocks = (page: Page) => page.evaluate(() => (window as unknown as { wakeLocks: () => number }).wakeLocks());

test("a hold of a minute is right to a tenth of a second, however late the device looks", async ({ page, admin }) => {
  await begin(page, admin, [{ ...WALL_SIT, dose: { ...WALL_SIT.dose, sets: 1, holdSeconds: 60 } }]);
  await page.clock.install();
  await page.goto("/session");
  await expect(page.getByRole("button", { name: "Start" })).toBeEnabled();
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000);
  await press(page, "Start");
  await page.clock.fastForward(5_000);
  await expect(timer(page)).toContainText(/Hold\s*60/);
  // Each leap lets every timer fire late: a tenth of a second before each whole second the old one stands, a tenth after the new.
  await page.clock.fastForward(900);
  for (let left = 60; left > 0; left--) {
    await expect(timer(page)).toContainText(new RegExp(`Hold\\s*${left}\\s*second`));
    await page.clock.fastForward(200);
    if (left === 1) break;
    await expect(timer(page)).toContainText(new RegExp(`Hold\\s*${left - 1}\\s*second`));
    await page.clock.fastForward(800);
  }
  await expect(page.getByText("How much did it hurt?")).toBeVisible();
});

test("without a network nothing is lost: it waits on the phone, through a restart, and is sent once with its own time", async ({
  page,
  admin,
}) => {
  test.setTimeout(60_000);
  forgive(page, /net::ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  const patient = await begin(page, admin, [WALL_SIT, BRIDGE]);
  await page.clock.install();
  await page.goto("/session");
  await press(page, "Start");
  const began = Date.now();
  await page.context().setOffline(true);
  await page.clock.runFor(80_000);
  await choose(page, "How much did it hurt?", "1");
  await press(page, "Go on");
  await expectPage(page, "Glute bridge");
  await page.context().setOffline(false);
  await expect.poll(() => logsOf(admin, patient)).toHaveLength(1);

  // The rest goes on after a restart: of the browser all is left that a phone keeps.
  await press(page, "Start");
  await page.context().setOffline(true);
  await press(page, "Next");
  await press(page, "All 3 done");
  await press(page, "Go on");
  await press(page, "Save and finish");
  await expect(page.getByText("2 things wait to be sent")).toBeVisible();
  await expectPage(page, /^Saved/, "player-waiting");
  await page.context().setOffline(false);
  await page.goto("/today");
  await expect.poll(() => logsOf(admin, patient)).toHaveLength(2);
  await expect.poll(() => sessionsOf(admin, patient)).toHaveLength(1);
  await expect(page.getByText("to be sent")).toHaveCount(0);
  await expect(page.getByText("You did 2 exercises.")).toBeVisible();
  await page.reload();
  const [wallSit, bridge] = await logsOf(admin, patient);
  expect(await logsOf(admin, patient)).toHaveLength(2);
  expect(wallSit).toMatchObject({ slug: "wall-sit", pain: 1, session: bridge?.session });
  // Seventy-five seconds of it were played, and a few passed by themselves.
  const after = ((wallSit?.at.getTime() ?? 0) - began) / 1000;
  expect(after).toBeGreaterThan(70);
  expect(after).toBeLessThan(95);
});

test("a day of last week is added with its own time", async ({ page, admin }) => {
  const [day, first] = [addDays(today, -2), addDays(today, -3)];
  const patient = await begin(page, admin, [WALL_SIT, BRIDGE], first);
  await visit(page, "/history", "Your days");
  await page.getByRole("link", { name: "Add something you did" }).tap();
  await expectPage(page, "Add something you did", "history-add");
  await page.getByLabel("Which day?").selectOption(day);
  await expect(page).toHaveURL(new RegExp(`day=${day}`));
  await press(page, "Save");
  await expect(page.getByText("Give the time, roughly.").first()).toBeVisible();
  await choose(page, "Wall sit", "All of it");
  await page.getByLabel(/How much did it hurt, from 0 to 10/).selectOption("2");
  await page.getByLabel("About what time did you do it?").fill("07:30");
  await page.getByRole("button", { name: "Save" }).dblclick();
  await expectPage(page, "Your days", "history-added");
  expect(await logsOf(admin, patient)).toMatchObject([
    { slug: "wall-sit", outcome: "done", sets: 2, hold: 20, pain: 2, session: null, at: instantAt(day, "07:30", ZONE) },
  ]);
});
