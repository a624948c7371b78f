import type { Locator, Page } from "@playwright/test";
import { comeIn } from "../support/e2e/steps";
import { DESKTOP, expect, expectHeading, expectPage, test } from "../support/e2e/test";
import { makePatient, makeWorld } from "../support/e2e/world";

const PHASE = "Settle and switch on";
const OWN = "Clamshell with a loop band";
const STEP = "Put the band just above your knees, so that it is snug and does not pinch.";

const searchOf = (page: Page) => page.getByRole("searchbox", { name: "Search the library" });
const cards = (page: Page) => page.getByRole("list", { name: "Library", exact: true }).getByRole("link");
const sheet = (page: Page) => page.getByRole("region", { name: "As your patient reads it" });
const line = (page: Page, title: string) =>
  page.getByRole("region", { name: PHASE }).getByRole("group", { name: title, exact: true });

test("find, preview, copy, edit and assign, with the mouse", async ({ page, device, admin }) => {
  test.setTimeout(180_000);
  const world = await makeWorld(admin);
  const patient = await makePatient(admin, world);
  await comeIn(page, world.clinician, "Worklist");

  await test.step("the library shows what there is", async () => {
    await page.getByRole("link", { name: "Library" }).click();
    await expectPage(page, "Library", "library");
    await expect(page.getByText(/^\d+ items$/)).toBeVisible();
    expect(await cards(page).count()).toBeGreaterThan(20);
  });

  await test.step("a misspelt name finds it, as it is typed", async () => {
    await searchOf(page).fill("clam shel");
    await expect(cards(page).first()).toHaveText("Clamshell");
    await expect(page).toHaveURL(/\/library\?q=clam\+shel$/);
    await expectPage(page, "Library", "library-search");
  });

  await test.step("a search for nothing says so, and leads back", async () => {
    await searchOf(page).fill("zzqxv");
    await expect(page.getByRole("heading", { name: "Nothing for “zzqxv”" })).toBeVisible();
    await expectPage(page, "Library", "library-nothing");
    await page.getByRole("link", { name: "Show everything" }).click();
    await expect(page).toHaveURL(/\/library$/);
    await expect(searchOf(page)).toHaveValue("");
  });

  await test.step("filters narrow it, and the address keeps them", async () => {
    await page.getByLabel("Position").selectOption({ label: "Lying on the side" });
    await expect(page).toHaveURL(/position=side-lying/);
    await expect(cards(page).filter({ hasText: "Wall sit" })).toHaveCount(0);
    await page.reload();
    await expect(page.getByLabel("Position")).toHaveValue("side-lying");
    await expect(cards(page).filter({ hasText: /^Clamshell$/ })).toHaveCount(1);
  });

  await test.step("a favourite is found among the favourites", async () => {
    const star = page.getByRole("button", { name: "Favourite: Clamshell" });
    await star.click();
    await expect(star).toHaveAttribute("aria-pressed", "true");
    await page.getByLabel("Favourites").check();
    await expect(page).toHaveURL(/favourites=1/);
    await expect(cards(page)).toHaveText(["Clamshell"]);
  });

  await test.step("it is read as the patient will", async () => {
    await cards(page).first().click();
    await expectPage(page, "Clamshell", "library-item");
    await expect(sheet(page).getByRole("heading", { name: "Step by step" })).toBeVisible();
    await expect(sheet(page).getByText("2 sets of 12 repetitions on each side").first()).toBeVisible();
    await expect(sheet(page).getByText("Stop if").first()).toBeVisible();
    await expect(page.getByText("It came with the portal.")).toBeVisible();
    await expect(page.getByText("One plan in force uses it.")).toBeVisible();
    await expect(page.getByRole("link", { name: "Edit" })).toHaveCount(0);
  });

  let edit = "";
  await test.step("a copy is made, once, and opened", async () => {
    await page.getByRole("button", { name: "Copy and change" }).dblclick();
    await expectPage(page, "Edit exercise", "library-edit");
    edit = new URL(page.url()).pathname;
    const own = await admin`select 1 from library_items where clinic_id = ${world.id} and origin = 'clinic'`;
    expect(own).toHaveLength(1);
  });

  const other = await device(DESKTOP);
  await test.step("somebody else opens it too", async () => {
    await comeIn(other, world.clinician, "Worklist");
    await other.goto(edit);
    await expectPage(other, "Edit exercise");
  });

  await test.step("what is missing is told at its field, and nothing typed is lost", async () => {
    const step = page.getByLabel("Step 1", { exact: true });
    await step.fill(STEP);
    await page.getByLabel("Name", { exact: true }).fill("");
    await page.getByLabel("Sets").fill("0");
    await page.getByRole("button", { name: "Save as a new version" }).click();
    await expect(page.getByRole("alert").getByText(/^Name: Give it a name/)).toBeVisible();
    await expect(page.getByRole("alert").getByText("Sets: At least 1.")).toBeVisible();
    await expectPage(page, "Edit exercise", "library-edit-errors");
    await expect(step).toHaveValue(STEP);
  });

  await test.step("lines of a list are added, moved and taken out", async () => {
    const steps = page.getByRole("group", { name: "Step by step" });
    const before = await steps.getByRole("textbox").count();
    await steps.getByRole("button", { name: "Add a step" }).click();
    await expect(page.getByLabel(`Step ${before + 1}`, { exact: true })).toBeFocused();
    await page.keyboard.type("Rest, and turn over.");
    await steps.getByRole("button", { name: `Move step ${before + 1} up` }).click();
    await expect(page.getByLabel(`Step ${before}`, { exact: true })).toHaveValue("Rest, and turn over.");
    await steps.getByRole("button", { name: `Take step ${before} out` }).click();
    await expect(steps.getByRole("textbox")).toHaveCount(before);
  });

  await test.step("put right, it is the next version", async () => {
    await page.getByLabel("Name", { exact: true }).fill(OWN);
    await page.getByLabel("Sets").fill("3");
    await page.getByRole("button", { name: "Save as a new version" }).click();
    await expectPage(page, OWN, "library-own");
    await expect(sheet(page).getByText(STEP)).toBeVisible();
    await expect(page.getByRole("list", { name: "Versions, newest first" })).toContainText("Version 2");
    await expect(page.getByText("Copied from Clamshell.")).toBeVisible();
  });

  await test.step("the other form is told, keeps its text, and can be put in its place", async () => {
    await other.getByLabel("What it is for").fill("It steadies your hip on the stairs.");
    await other.getByRole("button", { name: "Save as a new version" }).click();
    await expect(other.getByText(/Version 2 was saved while you were writing/)).toBeVisible();
    await expect(other.getByLabel("What it is for")).toHaveValue("It steadies your hip on the stairs.");
    await expectPage(other, "Edit exercise", "library-conflict");
    await other.getByLabel("Name", { exact: true }).fill(OWN);
    await other.getByRole("button", { name: "Put my text in its place" }).click();
    await expectPage(other, OWN);
    await expect(other.getByRole("list", { name: "Versions, newest first" })).toContainText("Version 3");
  });

  await test.step("it goes into a patient's plan, which opens with it", async () => {
    await page.getByRole("link", { name: "Use in a plan" }).click();
    const dialog = page.getByRole("dialog", { name: `Use “${OWN}” in a plan` });
    await expect(dialog.getByRole("button", { name: new RegExp(patient.name) })).toBeVisible();
    await expectPage(page, OWN, "library-use");
    await dialog.getByRole("button", { name: new RegExp(patient.name) }).click();
    await expectPage(page, "Change the plan", "library-used");
    // The other form's text stands, and it had two sets.
    await expect(line(page, OWN).getByLabel("Sets")).toHaveValue("2");
    await expect(page.getByText("What changes (1)")).toBeVisible();
  });

  await test.step("asked for again, it is said to be there", async () => {
    await other.getByRole("link", { name: "Use in a plan" }).click();
    const dialog = other.getByRole("dialog");
    await dialog.getByRole("button", { name: new RegExp(patient.name) }).click();
    await expect(dialog.getByText(/This is in the plan already/)).toBeVisible();
    await other.keyboard.press("Escape");
    await expect(other.getByRole("dialog")).toHaveCount(0);
  });

  await test.step("published, the plan keeps it when it is retired", async () => {
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Publish version 2" }).click();
    await expect(page.getByText("Version 2 is published.")).toBeVisible();
    await other.getByRole("button", { name: "Retire" }).click();
    const dialog = other.getByRole("dialog", { name: "Take this out of the library?" });
    await expectPage(other, OWN, "library-retire");
    await dialog.getByRole("button", { name: "Retire" }).click();
    await expect(other.getByText("This is retired.")).toBeVisible();
    await page.reload();
    await expect(page.getByRole("main").getByText(OWN).first()).toBeVisible();
    await page.goto("/library?own=1");
    await expect(page.getByRole("heading", { name: "Nothing fits all of these filters" })).toBeVisible();
    await page.goto("/library?own=1&retired=1");
    await expect(cards(page)).toHaveText([OWN]);
    await other.getByRole("button", { name: "Bring back" }).click();
    await expect(other.getByText("This is retired.")).toHaveCount(0);
  });
});

/** Goes on with one key until this has the focus. */
async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await expect(target).toBeEnabled();
  // Found once: to look for it anew after each stroke takes longer than the stroke, on a page of five thousand elements.
  const found = await target.elementHandle();
  for (let presses = 0; presses < 400; presses += 1) {
    if (await found?.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never reaches it`);
}

/** Goes to something and presses Enter on it. */
async function enterOn(page: Page, target: Locator, key?: "Tab" | "Shift+Tab"): Promise<void> {
  await tabTo(page, target, key);
  await page.keyboard.press("Enter");
}

/** By another way through the pages of the test above, which looked them over. */
test("find, preview, copy, edit and assign, by keyboard alone", async ({ page, admin }) => {
  test.setTimeout(180_000);
  const world = await makeWorld(admin);
  const patient = await makePatient(admin, world, { name: "Ximena Quist" });

  await test.step("sign in, and go to the library", async () => {
    await page.goto("/");
    await expectHeading(page, "Sign in");
    await tabTo(page, page.getByLabel("E-mail"));
    await page.keyboard.type(world.clinician.email);
    await tabTo(page, page.getByLabel("Password", { exact: true }));
    await page.keyboard.type(world.clinician.password);
    await enterOn(page, page.getByRole("button", { name: "Sign in" }));
    await expectHeading(page, "Worklist");
    await enterOn(page, page.getByRole("link", { name: "Library" }));
    await expectHeading(page, "Library");
  });

  await test.step("a stroke leads to the search, and the arrows to the cards", async () => {
    await expect(page.getByRole("button", { name: /^Favourite: / }).first()).toBeEnabled();
    await page.keyboard.press("/");
    await expect(searchOf(page)).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(cards(page).nth(0)).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await expect(cards(page).nth(1)).toBeFocused();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowUp");
    await expect(searchOf(page)).toBeFocused();
    await page.keyboard.type("clam shel");
    await expect(page).toHaveURL(/q=clam\+shel$/);
    await expect(cards(page).first()).toHaveText("Clamshell");
    await page.keyboard.press("ArrowDown");
    await expect(cards(page).first()).toBeFocused();
    await page.keyboard.press("Enter");
    await expectHeading(page, "Clamshell");
    await expect(sheet(page).getByRole("heading", { name: "Step by step" })).toBeVisible();
  });

  await test.step("a copy is made and changed", async () => {
    await enterOn(page, page.getByRole("button", { name: "Copy and change" }));
    await expectHeading(page, "Edit exercise");
    await expect(page.getByRole("button", { name: "Save as a new version" })).toBeEnabled();
    await tabTo(page, page.getByLabel("Name", { exact: true }));
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(OWN);
    await tabTo(page, page.getByLabel("Step 1", { exact: true }));
    const first = await page.getByLabel("Step 1", { exact: true }).inputValue();
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Step 2", { exact: true })).toBeFocused();
    await page.keyboard.type(STEP);
    await page.keyboard.press("Alt+ArrowUp");
    await expect(page.getByLabel("Step 1", { exact: true })).toBeFocused();
    await expect(page.getByLabel("Step 1", { exact: true })).toHaveValue(STEP);
    await expect(page.getByLabel("Step 2", { exact: true })).toHaveValue(first);
    await enterOn(page, page.getByRole("button", { name: "Save as a new version" }), "Shift+Tab");
    await expectHeading(page, OWN);
    await expect(sheet(page).getByText(STEP)).toBeVisible();
  });

  await test.step("a way out of the dialog gives the focus back", async () => {
    const use = page.getByRole("link", { name: "Use in a plan" });
    await enterOn(page, use);
    await expect(page.getByRole("searchbox", { name: "Find a patient by name" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(use).toBeFocused();
  });

  await test.step("Enter takes the first patient found, and the plan opens with it", async () => {
    await page.keyboard.press("Enter");
    const search = page.getByRole("searchbox", { name: "Find a patient by name" });
    await expect(search).toBeFocused();
    await page.keyboard.type("quist");
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("dialog").getByRole("button", { name: new RegExp(patient.name) })).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await expect(search).toBeFocused();
    await page.keyboard.press("Enter");
    await expectHeading(page, "Change the plan");
    await expect(line(page, OWN)).toBeVisible();
  });

  await test.step("and it is published", async () => {
    await enterOn(page, page.getByRole("button", { name: "Publish", exact: true }), "Shift+Tab");
    await enterOn(page, page.getByRole("dialog").getByRole("button", { name: "Publish version 2" }));
    await expect(page.getByText("Version 2 is published.")).toBeVisible();
  });
});
