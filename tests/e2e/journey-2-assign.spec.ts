import { linkOf, readMail } from "../support/e2e/mail";
import { choose, comeIn } from "../support/e2e/steps";
import { expect, expectHeading, expectPage, test } from "../support/e2e/test";
import { freshEmail, makeWorld } from "../support/e2e/world";

const NAME = "Zoë نور 🌻 O’Neill";
const GOAL = "To kneel in the allotment again, and get back up";
const KNEE_ARTICLE = "When your knee feels unsteady: what it can mean for your back";
const BACK_ARTICLE = "Knock knees and back pain: what helps";

test("a clinician adds a patient, makes a plan from a protocol, previews, publishes and invites", async ({
  page,
  admin,
}) => {
  test.setTimeout(120_000);
  const world = await makeWorld(admin);
  const email = freshEmail("Zoe");
  const phase = page.getByRole("region", { name: "Settle and switch on" });
  const line = (title: string) => phase.getByRole("group", { name: title, exact: true });

  await test.step("the clinician comes in to the worklist and goes to the patients", async () => {
    await comeIn(page, world.clinician, "Worklist");
    await expectPage(page, "Worklist");
    await page.getByRole("link", { name: "Patients" }).click();
    await expectPage(page, "Patients", "patients-empty");
    await page.getByRole("link", { name: "New patient" }).first().click();
    await expectPage(page, "New patient", "patient-new");
  });

  await test.step("a form with nothing in it, or with a birthday to come, is refused at the field", async () => {
    await page.getByRole("button", { name: "Add patient" }).click();
    await expect(page.getByText("Enter a name.").first()).toBeVisible();
    await expect(page.getByText("Choose the side.").first()).toBeVisible();
    await expectPage(page, "New patient");
    await page.getByLabel("Name", { exact: true }).fill(NAME);
    await page.getByLabel("E-mail", { exact: true }).fill(email);
    await choose(page, "Part of the body", "Knee");
    await choose(page, "Side", "Left");
    await page.getByLabel("What the patient wants").fill(GOAL);
    await page.getByLabel("Time zone").selectOption({ label: "London (Europe)" });
    await page.getByLabel("Date of birth").fill("2999-01-01");
    await page.getByRole("button", { name: "Add patient" }).click();
    await expect(page.getByText("This day is still to come. Check the year.").first()).toBeVisible();
    await expect(page.getByLabel("What the patient wants")).toHaveValue(GOAL);
  });

  await test.step("the record is opened", async () => {
    await page.getByLabel("Date of birth").fill("1958-04-23");
    await page.getByRole("button", { name: "Add patient" }).click();
    await expectPage(page, NAME, "patient-without-plan");
    await expect(page.getByText(GOAL)).toBeVisible();
  });

  await test.step("a protocol becomes a draft", async () => {
    await page.getByRole("main").getByRole("link", { name: /plan/i }).first().click();
    await expectPage(page, "Choose a protocol", "protocols");
    const card = page.getByRole("listitem").filter({ hasText: "Unstable knee with back pain" });
    await card.getByRole("button", { name: "Use this protocol" }).click();
    await expectPage(page, "Write the plan", "plan-draft");
  });

  await test.step("one dose is changed, and each article gets a reason", async () => {
    await line("Glute bridge").getByLabel("Sets").fill("4");
    await line(KNEE_ARTICLE)
      .getByLabel("Why they are given this")
      .fill("Your knee gave way on the stairs. This says why.");
    await line(BACK_ARTICLE)
      .getByLabel("Why they are given this")
      .fill("You asked whether your knees cause your back.");
    await expect(page.getByText("Draft saved")).toBeVisible();
    await line("Glute bridge").getByLabel("Sets").fill("-1");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(
      line("Glute bridge")
        .getByText(/At least 1\b/)
        .first(),
    ).toBeVisible();
    await line("Glute bridge").getByLabel("Sets").fill("4");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("Draft saved")).toBeVisible();
    await expectPage(page, "Write the plan");
  });

  await test.step("the draft outlives the page", async () => {
    await page.reload();
    await expect(line("Glute bridge").getByLabel("Sets")).toHaveValue("4");
  });

  await test.step("it is looked at as the patient will see it", async () => {
    await page.getByRole("button", { name: "Preview" }).click();
    await expectPage(page, "As your patient will see it", "plan-preview");
    await expect(page.getByText("4 sets of 10 repetitions, hold 3 seconds, rest 45 seconds").first()).toBeVisible();
    await expect(page.getByText("Your knee gave way on the stairs. This says why.").first()).toBeVisible();
    await expect(page.getByText("You asked whether your knees cause your back.").first()).toBeVisible();
    await page.getByRole("link", { name: "Go on writing" }).click();
    await expectHeading(page, "Write the plan");
  });

  await test.step("it is published", async () => {
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Publish version 1?" });
    await expect(dialog).toBeVisible();
    await expectPage(page, "Write the plan", "plan-publish");
    await dialog.getByRole("button", { name: "Publish version 1" }).dblclick();
    await expect(page.getByText("Version 1 is published.")).toBeVisible();
    await expectPage(page, NAME, "plan-published");
    const versions = await admin`select 1 from plan_versions where clinic_id = ${world.id}`;
    expect(versions).toHaveLength(1);
  });

  await test.step("the patient is invited", async () => {
    await page.getByRole("link", { name: "Overview" }).click();
    await expect(page.getByRole("heading", { name: "Is it working?" })).toBeVisible();
    await expectPage(page, NAME, "patient-published");
    await page.getByRole("button", { name: "Send invitation" }).click();
    await expect(page.getByText("Invitation sent. It works for 14 days.")).toBeVisible();
    const mail = await readMail(admin, email, /exercises and reading are ready/);
    expect(linkOf(mail)).toMatch(/\/invitation\/[\w-]{43}$/);
    expect(mail.body).not.toContain(GOAL);
  });
});
