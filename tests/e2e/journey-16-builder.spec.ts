import type { Locator, Page } from "@playwright/test";
import { comeIn } from "../support/e2e/steps";
import { expect, expectPage, test, visit } from "../support/e2e/test";
import { invite, makeWorld } from "../support/e2e/world";

const PHASE = "Settle and switch on";
const LAST_EXERCISE = "Kneeling stretch for the front of the hip";

const phaseOf = (page: Page, name = PHASE) => page.getByRole("region", { name });
const lineOf = (page: Page, title: string, phase = PHASE) =>
  phaseOf(page, phase).getByRole("group", { name: title, exact: true });
const titlesOf = (page: Page, phase = PHASE) => phaseOf(page, phase).getByRole("group").locator("h3");
const bulkOf = (page: Page) => page.getByRole("region", { name: "Change the chosen lines" });

/**
 * Counts what a person does. One interaction is one click, one shortcut, or one field filled in, whatever the number of letters;
 * looking, waiting and scrolling are none.
 */
function counting(page: Page) {
  let count = 0;
  const done = async (work: Promise<unknown>) => {
    count += 1;
    await work;
  };
  return {
    click: (target: Locator) => done(target.click()),
    clickWithShift: (target: Locator) => done(target.click({ modifiers: ["Shift"] })),
    fill: (target: Locator, value: string) => done(target.fill(value)),
    press: (keys: string) => done(page.keyboard.press(keys)),
    count: () => count,
  };
}

/** A finger on a screen that has none of its own. */
async function fingerOn(page: Page) {
  const session = await page.context().newCDPSession(page);
  return (type: "touchStart" | "touchMove" | "touchEnd", at?: { x: number; y: number }) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: at ? [at] : [] });
}

/** The middle of something on the screen, once a page that scrolls has come to rest. */
async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  await target.hover({ trial: true });
  const box = await target.boundingBox();
  if (!box) throw new Error("it is not on the screen");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Goes from control to control until this one has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 150; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
}

test("from a protocol to a published, adjusted plan by mouse, in under a minute and twelve interactions", async ({
  page,
  admin,
}) => {
  test.setTimeout(90_000);
  const world = await makeWorld(admin);
  const { patientId, name } = await invite(admin, world, { withPlan: false });
  await comeIn(page, world.clinician, "Worklist");
  await visit(page, `/patients/${patientId}/plan`, "Choose a protocol");

  const begun = Date.now();
  const person = counting(page);
  const card = page.getByRole("listitem").filter({ hasText: "Unstable knee with back pain" });
  await person.click(card.getByRole("button", { name: "Use this protocol" }));
  await expect(page.getByRole("heading", { level: 1, name: "Write the plan" })).toBeVisible();
  await person.fill(lineOf(page, "Glute bridge").getByLabel("Sets"), "4");
  await person.click(lineOf(page, "Glute bridge").getByLabel("Choose Glute bridge"));
  await person.clickWithShift(lineOf(page, LAST_EXERCISE).getByLabel(`Choose ${LAST_EXERCISE}`));
  for (const day of ["Mo", "We", "Sa"]) await person.click(bulkOf(page).getByText(day, { exact: true }));
  await person.click(bulkOf(page).getByRole("button", { name: "Set in 4 lines" }));
  await expect(page.getByText("4 lines changed.")).toBeVisible();
  await person.click(page.getByRole("button", { name: "Publish", exact: true }));
  await person.click(page.getByRole("dialog").getByRole("button", { name: "Publish version 1" }));
  await expect(page.getByText("Version 1 is published.")).toBeVisible();
  expect(person.count(), "interactions").toBeLessThanOrEqual(12);
  expect(Date.now() - begun, "milliseconds").toBeLessThan(60_000);

  await expectPage(page, name);
  const weekdays = await admin<{ sets: number; days: number[] }[]>`
    select i.sets, i.schedule->'weekdays' as days from plan_items i join phases p on p.clinic_id = i.clinic_id and p.id = i.phase_id
    where i.patient_id = ${patientId} and p.position = 0 and i.kind = 'exercise' order by i.position`;
  expect(weekdays.slice(1).map(({ days }) => days)).toEqual(Array(4).fill([1, 3, 6]));
  expect(weekdays[1]?.sets).toBe(4);
});

test("a plan from nothing, by keyboard alone", async ({ page, admin }) => {
  test.setTimeout(90_000);
  const world = await makeWorld(admin);
  const { patientId } = await invite(admin, world, { withPlan: false });
  const { keyboard } = page;
  await comeIn(page, world.clinician, "Worklist");
  await visit(page, `/patients/${patientId}/plan`, "Choose a protocol");
  await tabTo(page, page.getByRole("button", { name: "Begin with an empty plan" }));
  await keyboard.press("Enter");
  await expectPage(page, "Write the plan", "builder-empty");

  await test.step("an empty plan is not published", async () => {
    await tabTo(page, page.getByRole("button", { name: "Publish", exact: true }));
    await keyboard.press("Enter");
    await tabTo(page, page.getByRole("dialog").getByRole("button", { name: "Publish version 1" }));
    await keyboard.press("Enter");
    await expect(page.getByText(/has nothing in it/).first()).toBeVisible();
  });

  await test.step("the library is searched and added from", async () => {
    await tabTo(page, page.getByRole("button", { name: "Publish", exact: true }));
    await keyboard.press("/");
    await expect(page.getByRole("searchbox", { name: "Search the library" })).toBeFocused();
    for (const words of ["wall sit", "clamshell", "feels unsteady"]) {
      await keyboard.type(words);
      await keyboard.press("Enter");
    }
    await expect(page.getByText(/unsteady.*: added to Phase 1\./)).toBeVisible();
    await keyboard.type("glute bridge");
    await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
    await expect(titlesOf(page, "Phase 1")).toHaveCount(4);
  });

  await test.step("a dose is changed, and the line moved, taken back and moved again", async () => {
    const wall = lineOf(page, "Wall sit", "Phase 1");
    await tabTo(page, wall.getByLabel("Sets"));
    await keyboard.press("Control+A");
    await keyboard.type("5");
    await keyboard.press("Alt+ArrowDown");
    await expect(page.getByText("Wall sit: line 2 of 4 in Phase 1.")).toBeVisible();
    await expect(wall.getByLabel("Sets")).toBeFocused();
    await expect(titlesOf(page, "Phase 1").first()).toHaveText("Clamshell");
    await keyboard.press("Control+z");
    await expect(titlesOf(page, "Phase 1").first()).toHaveText("Wall sit");
    await keyboard.press("Control+Shift+Z");
    await expect(titlesOf(page, "Phase 1").first()).toHaveText("Clamshell");
    await expect(wall.getByLabel("Sets")).toHaveValue("5");
  });

  await test.step("two are done in turn, one is there twice, and all are three times a day", async () => {
    const wall = lineOf(page, "Wall sit", "Phase 1");
    await tabTo(page, wall.getByLabel("Do in turn with the one above"));
    await keyboard.press("Space");
    await expect(wall.getByLabel("Do in turn with the one above")).toBeChecked();
    await tabTo(page, lineOf(page, "Glute bridge", "Phase 1").getByRole("button", { name: "Duplicate Glute bridge" }));
    await keyboard.press("Enter");
    await expect(titlesOf(page, "Phase 1")).toHaveCount(5);
    await keyboard.press("Control+A");
    await expect(bulkOf(page).getByText("5 lines chosen")).toBeVisible();
    await expectPage(page, "Write the plan", "builder-chosen");
    await tabTo(page, bulkOf(page).getByLabel("Times a day"));
    await keyboard.type("3");
    await tabTo(page, bulkOf(page).getByRole("button", { name: "Set in 5 lines" }));
    await keyboard.press("Enter");
    await expect(page.getByText("4 of 5 lines changed; the others stay as they are.")).toBeVisible();
    await keyboard.press("Escape");
    await expect(bulkOf(page)).toHaveCount(0);
  });

  await test.step("it is published as it was written", async () => {
    const order = ["Clamshell", "Wall sit", /unsteady/, "Glute bridge", "Glute bridge"];
    await expect(titlesOf(page, "Phase 1")).toHaveText(order);
    await tabTo(page, page.getByRole("button", { name: "Publish", exact: true }));
    await keyboard.press("Enter");
    await tabTo(page, page.getByRole("dialog").getByRole("button", { name: "Publish version 1" }));
    await keyboard.press("Enter");
    await expect(page.getByText("Version 1 is published.")).toBeVisible();
    const lines = await admin<{ sets: number | null; turn: string | null; times: number | null }[]>`
      select sets, superset_key as turn, (schedule->>'timesPerDay')::int as times from plan_items
      where patient_id = ${patientId} order by position`;
    expect(lines.map(({ times }) => times)).toEqual([3, 3, null, 3, 3]);
    expect(lines[1]?.sets).toBe(5);
    expect(lines[0]?.turn).not.toBeNull();
    expect(lines.map(({ turn }) => turn === lines[0]?.turn)).toEqual([true, true, false, false, false]);
  });
});

test("from nothing by mouse alone", async ({ page, admin }) => {
  const world = await makeWorld(admin);
  const { patientId } = await invite(admin, world, { withPlan: false });
  await comeIn(page, world.clinician, "Worklist");
  await page.goto(`/patients/${patientId}/plan`);
  await page.getByRole("button", { name: "Begin with an empty plan" }).click();
  for (const title of ["Ball squeeze", "Bird-dog"]) {
    await page.getByRole("button", { name: new RegExp(`^${title}`) }).click();
    await expect(lineOf(page, title, "Phase 1")).toBeVisible();
  }
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Publish version 1" }).click();
  await expect(page.getByText("Version 1 is published.")).toBeVisible();
  const lines = await admin<{ slug: string }[]>`
    select l.slug from plan_items i
    join library_versions v on v.clinic_id = i.clinic_id and v.id = i.library_version_id
    join library_items l on l.clinic_id = v.clinic_id and l.id = v.item_id
    where i.patient_id = ${patientId} order by i.position`;
  expect(lines.map(({ slug }) => slug)).toEqual(["ball-squeeze", "bird-dog"]);
});

test("lines are dragged, copied and taken out, and a second tab loses nothing", async ({ page, admin }) => {
  test.setTimeout(90_000);
  const world = await makeWorld(admin);
  const { patientId } = await invite(admin, world, { withPlan: false });
  await comeIn(page, world.clinician, "Worklist");
  await visit(page, `/patients/${patientId}/plan`, "Choose a protocol");
  const card = page.getByRole("listitem").filter({ hasText: "Unstable knee with back pain" });
  await card.getByRole("button", { name: "Use this protocol" }).click();
  await expectPage(page, "Write the plan", "builder");
  const before = await titlesOf(page).allInnerTexts();

  await test.step("a line is dragged to another place, and back by undo", async () => {
    const lines = phaseOf(page).locator("[data-line]");
    const [moved = "", ...others] = before.toSpliced(0, 0, before[3] ?? "").toSpliced(4, 1);
    // Both are in sight: a page that scrolls under a dragged line is more than Playwright can follow.
    await lines.nth(3).locator("[data-drag]").scrollIntoViewIfNeeded();
    await lines.nth(3).locator("[data-drag]").dragTo(lines.nth(1).locator("h3"));
    await expect(page.getByText(`${moved}: moved.`)).toBeVisible();
    await expect(titlesOf(page)).toHaveText(others.toSpliced(1, 0, moved));
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(titlesOf(page)).toHaveText(before);
  });

  await test.step("a finger that rests on a line lifts it, one that moves on scrolls, and Escape leaves it", async () => {
    const [moved = "", second = ""] = before;
    const finger = await fingerOn(page);
    const lines = phaseOf(page).locator("[data-line]");
    await lines.nth(0).locator("[data-drag]").scrollIntoViewIfNeeded();
    const from = await middleOf(lines.nth(0).locator("[data-drag]"));
    const scrolled = await page.evaluate(() => window.scrollY);
    await finger("touchStart", from);
    for (let by = 20; by <= 160; by += 20) await finger("touchMove", { ...from, y: from.y - by });
    await finger("touchEnd");
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(scrolled);
    await expect(titlesOf(page)).toHaveText(before);

    // In the middle of the window, far from the edges that a lifted line makes the page scroll at.
    const handle = async () => {
      await lines.nth(0).evaluate((line) => line.scrollIntoView({ block: "center", behavior: "instant" }));
      return middleOf(lines.nth(0).locator("[data-drag]"));
    };
    const again = await handle();
    await finger("touchStart", again);
    await expect(page.getByText(`${moved}: lifted.`)).toBeVisible();
    await finger("touchMove", { ...again, y: again.y + 40 });
    await page.keyboard.press("Escape");
    await expect(page.getByText(`${moved}: stays where it was.`)).toBeVisible();
    await finger("touchEnd");
    await expect(titlesOf(page)).toHaveText(before);

    const third = await handle();
    const below = await middleOf(lines.nth(1));
    await finger("touchStart", third);
    await expect(page.getByText(`${moved}: lifted.`)).toBeVisible();
    await finger("touchMove", { ...third, y: below.y + 10 });
    await expect(page.getByText(`Before ${before[2]}.`)).toBeVisible();
    await finger("touchEnd");
    await expect(titlesOf(page)).toHaveText([second, moved, ...before.slice(2)]);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(titlesOf(page)).toHaveText(before);
  });

  await test.step("lines are copied to the other phase, and taken out of this one", async () => {
    const second = page.getByRole("region", { name: "Build strength and control" });
    const count = await second.getByRole("group").locator("h3").count();
    await lineOf(page, "Clamshell").getByLabel("Choose Clamshell").click();
    await bulkOf(page).getByRole("button", { name: "Copy", exact: true }).click();
    await expect(second.getByRole("group").locator("h3")).toHaveCount(count + 1);
    await bulkOf(page).getByRole("button", { name: "Take out" }).click();
    await expect(titlesOf(page)).toHaveCount(before.length - 1);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(titlesOf(page)).toHaveText(before);
    await expect(page.getByText("Draft saved")).toBeVisible();
  });

  await test.step("what a second tab wrote is neither undone nor written over", async () => {
    const other = await page.context().newPage();
    await other.goto(`/patients/${patientId}/plan`);
    const bands = [page, other].map((tab) => lineOf(tab, "Clamshell").getByLabel("Band"));
    await bands[1]?.selectOption("green");
    await expect(other.getByText("Draft saved")).toBeVisible();
    await other.close();
    await bands[0]?.selectOption("red");
    await expect(page.getByText(/saved elsewhere, in another tab/)).toBeVisible();
    await expect(page.getByText("Not saved. What you typed is still here.")).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    const [draft] = await admin<{ body: unknown }[]>`select body from plan_drafts where patient_id = ${patientId}`;
    expect(JSON.stringify(draft?.body)).toContain('"bandColour":"green"');
    expect(JSON.stringify(draft?.body)).not.toContain('"bandColour":"red"');
    await page.reload();
    await expect(lineOf(page, "Clamshell").getByLabel("Band")).toHaveValue("green");
  });
});
