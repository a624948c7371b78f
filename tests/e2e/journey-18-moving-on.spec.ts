import type { Page } from "@playwright/test";
import { addDays, calendarDayOf, formatDay } from "@/lib/core/calendar";
import { newId } from "@/lib/core/ids";
import { recordPractice } from "@/lib/practice/commands/record";
import { choose, comeIn } from "../support/e2e/steps";
import { expect, expectPage, PHONE, portalUrl, test, visit } from "../support/e2e/test";
import { makePatient, makeWorld } from "../support/e2e/world";
import { makePlan, type TestItem } from "../support/plan";

const today = calendarDayOf(new Date(), "Europe/London");
const BRIDGE: TestItem = { kind: "exercise", slug: "glute-bridge", dose: { repetitions: 10, loadKg: 10 } };

const lineOf = (page: Page) => page.getByRole("group", { name: "Glute bridge", exact: true });

test("what the log suggests is approved and published, a phase is made to wait, and the plan rests over a holiday", async ({
  page,
  admin,
  browser,
}) => {
  test.setTimeout(90_000);
  const world = await makeWorld(admin);
  const patient = await makePatient(admin, world, { withPlan: false });
  const plan = await makePlan(admin, { id: world.id, clinician: world.clinician.person }, patient.person, {
    startsOn: addDays(today, -9),
    title: "Bridges",
    items: [BRIDGE],
    weeks: null,
  });
  const entries = [3, 1].map((ago) => ({
    id: newId(),
    planItemId: plan.items[0]?.id ?? "",
    dueOn: addDays(today, -ago),
    occasion: 1,
    outcome: "done" as const,
    repetitionsDone: 12,
    painNrs: 1,
    performedAt: `${addDays(today, -ago)}T10:00:00Z`,
  }));
  await recordPractice.execute(patient.person, { id: newId(), entries });

  await comeIn(page, world.clinician, "Worklist");
  const waiting = page.getByRole("row").filter({ hasText: "Ready for more? Glute bridge: 10.5 kg in place of 10 kg" });
  await waiting.getByRole("link", { name: patient.name }).click();
  await expectPage(page, patient.name);
  const ready = page.getByRole("region", { name: "Ready for more?" });
  await expect(ready.getByText(/12 repetitions in the last set, 10 asked for; pain 1/)).toHaveCount(2);
  await ready.getByRole("button", { name: /^Approve: Glute bridge/ }).click();
  await page.getByRole("link", { name: "Open the draft and publish" }).click();
  await expectPage(page, "Change the plan");
  await expect(lineOf(page).getByLabel("Load, kg")).toHaveValue("10.5");

  await test.step("a second phase waits for what the first one asks", async () => {
    await page.getByRole("button", { name: "Add a phase" }).click();
    const first = page.getByRole("region", { name: "First phase" });
    const weeks = first.getByLabel("Weeks");
    await expect(page.getByText(/Another phase comes after this one/)).toBeVisible();
    await first.getByRole("button", { name: "Say when to move on" }).click();
    await expect(weeks).toHaveAttribute("placeholder", "Until met");
    await first.getByLabel("At most, of 10").fill("2");
    await first.getByLabel("A score is reached").check();
    await first.getByLabel("Questionnaire").selectOption({ label: "Knee and Hip Index: Pain" });
    await first.getByLabel("Score, 0 to 100").fill("30");
    await expect(first.getByLabel("Which way")).toHaveValue("at-most");
    const second = page.getByRole("region", { name: "Phase 2" });
    await second.getByRole("button", { name: "Add to this phase" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("searchbox").fill("Wall sit");
    await dialog.getByRole("button", { name: /^Wall sit/ }).click();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Publish version 2" }).click();
    await expect(page.getByText("Version 2 is published.")).toBeVisible();
    await expectPage(page, patient.name, "waiting-phase");
    await expect(page.getByText(/^From .+, until its criteria are met$/)).toBeVisible();
    await expect(page.getByText("Waits for the phase before it")).toBeVisible();
    await expect(page.getByText("Pain at or under 2 in the last 3 sessions", { exact: true })).toBeVisible();
  });

  await test.step("the plan is kept as a protocol of the clinic's own, and held against it", async () => {
    await page.getByRole("button", { name: "Save as a protocol" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name", { exact: true }).fill("Bridges, then the wall");
    await dialog.getByLabel("For whom it is, and what it does").fill("For people whose knee bears a bridge well.");
    await dialog.getByRole("button", { name: "Save the protocol" }).click();
    await expect(dialog.getByText("Saved.")).toBeVisible();
    await dialog.getByRole("link", { name: "Look at it" }).click();
    await expectPage(page, "Bridges, then the wall");
    await expect(page.getByText("Until its criteria are met")).toBeVisible();
    await visit(page, `/patients/${patient.patientId}/plan`, patient.name);
    await page.getByRole("link", { name: "Compare with a protocol" }).click();
    await page.getByRole("link", { name: /^Bridges, then the wall/ }).click();
    await expect(page.getByText("Nothing differs.")).toBeVisible();
  });

  await test.step("the patient lets the plan rest, and goes on", async () => {
    const context = await browser.newContext({ ...PHONE, baseURL: portalUrl() });
    const [name = "", value = ""] = patient.cookie.split("=");
    await context.addCookies([{ name, value, url: portalUrl() }]);
    const phone = await context.newPage();
    await visit(phone, "/me", patient.name);
    await phone.getByText("Pause the plan").click();
    await choose(phone, "Why", "Holiday");
    await phone.getByRole("button", { name: "Pause from today" }).click();
    await expect(phone.getByText(`Paused since ${formatDay(today, "short")}`)).toBeVisible();
    await visit(phone, "/today", /.+/, "resting");
    await phone.getByRole("button", { name: "Go on from today" }).click();
    await expect(phone.getByText("Glute bridge").first()).toBeVisible();
    await context.close();
  });
});
