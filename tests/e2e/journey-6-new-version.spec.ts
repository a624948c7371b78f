import { logOnce } from "../support/e2e/records";
import { choose, comeIn } from "../support/e2e/steps";
import { expect, expectPage, PHONE, test, visit } from "../support/e2e/test";
import { makePatient, makeWorld } from "../support/e2e/world";

const TITLE = "Standing knee straightener with a band";
const BEFORE = "2 sets of 12 repetitions on each side, hold 3 seconds, rest 30 seconds";
const AFTER = "4 sets of 12 repetitions on each side, hold 3 seconds, rest 30 seconds";

const FIRST = "Unstable knee with back pain";
const BESIDE = "Lower back pain";

test("the clinician changes the plan, and yesterday keeps yesterday's dose", async ({ page, device, admin }) => {
  test.setTimeout(150_000);
  const world = await makeWorld(admin);
  const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000);
  const patient = await makePatient(admin, world, { now: yesterday });
  await logOnce(admin, patient, { now: yesterday });
  const phone = await device(PHONE);

  await test.step("the patient has today's exercise open on the phone", async () => {
    await comeIn(phone, patient, "Today");
    await phone.getByRole("link", { name: new RegExp(`^${TITLE}`) }).click();
    await expectPage(phone, TITLE);
    await expect(phone.getByText(BEFORE)).toBeVisible();
    await phone.getByRole("button", { name: "I have done it" }).click();
    await choose(phone, "How much did it hurt?", "2");
  });

  await test.step("the clinician opens the plan for change and sees what would change", async () => {
    await comeIn(page, world.clinician, "Worklist");
    await visit(page, `/patients/${patient.patientId}/plan`, patient.name, "plan");
    await page.getByRole("button", { name: "Change the plan" }).click();
    await expectPage(page, "Change the plan", "plan-change");
    const line = page
      .getByRole("region", { name: "Settle and switch on" })
      .getByRole("group", { name: TITLE, exact: true });
    await line.getByLabel("Sets").fill("4");
    await expect(page.getByText("What changes (1)")).toBeVisible();
    await expect(page.getByText("Draft saved")).toBeVisible();
  });

  await test.step("until it is published the patient's plan stays as it is", async () => {
    const other = await device(PHONE);
    await comeIn(other, patient, "Today");
    await expect(other.getByText(BEFORE)).toBeVisible();
  });

  await test.step("it becomes version 2", async () => {
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Publish version 2" }).click();
    await expect(page.getByText("Version 2 is published.")).toBeVisible();
    await expectPage(page, patient.name, "plan-version-2");
  });

  await test.step("the form of before the change is answered with a clear word, and nothing typed is lost", async () => {
    await phone.getByRole("button", { name: /^Save/ }).click();
    await expect(phone.getByText("Your plan changed since you opened this page.")).toBeVisible();
    await expect(
      phone.getByRole("group", { name: "How much did it hurt?" }).getByRole("radio", { name: "2", exact: true }),
    ).toBeChecked();
    await expectPage(phone, TITLE, "exercise-plan-changed");
    const today = await admin`select 1 from practice_logs where patient_id = ${patient.patientId}`;
    expect(today).toHaveLength(1);
  });

  await test.step("today asks for the new dose, and yesterday still shows the old one", async () => {
    await phone.goto("/today");
    await expectPage(phone, "Today");
    await expect(phone.getByText(AFTER)).toBeVisible();
    await visit(phone, "/history", /days/i, "history-two-versions");
    await expect(phone.getByText(`Your plan then: ${BEFORE}`)).toBeVisible();
  });

  await test.step("the clinician's log says the same, and the story where the plan changed", async () => {
    await visit(page, `/patients/${patient.patientId}/log`, patient.name);
    await expect(page.getByRole("row", { name: new RegExp(TITLE) })).toContainText(BEFORE);
    await visit(page, `/patients/${patient.patientId}`, patient.name);
    await expect(page.getByRole("list", { name: "What happened, newest first" })).toContainText(TITLE);
  });

  await test.step("another plan begins beside it, and the list tells the two apart", async () => {
    await visit(page, `/patients/${patient.patientId}/plan`, patient.name);
    await page.getByRole("link", { name: "Start another plan" }).click();
    await expectPage(page, "Start another plan", "plan-beside");
    const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: BESIDE, exact: true }) });
    await card.getByRole("button", { name: "Use this protocol" }).click();
    await expectPage(page, "Write the plan");
    // On every day of the week, as in the first plan: tests run on Sundays too.
    const bridge = page
      .getByRole("region", { name: "Ease and move" })
      .getByRole("group", { name: "Glute bridge", exact: true });
    for (const day of ["Tu", "Th", "Sa", "Su"]) await bridge.getByText(day, { exact: true }).click();
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Publish version 1" }).click();
    await expect(page.getByText(`Version 1 of ${BESIDE} is published.`)).toBeVisible();
    await page.getByRole("link", { name: "All plans" }).click();
    await expectPage(page, patient.name, "plans-several");
    const plans = page.getByRole("list", { name: "Plans", exact: true }).getByRole("heading");
    await expect(plans).toHaveText([FIRST, BESIDE]);
    await page.getByRole("button", { name: new RegExp(`Change the plan.*${FIRST}`) }).click();
    await expectPage(page, "Change the plan");
    await expect(page.getByText(`${patient.name}: ${FIRST}`)).toBeVisible();
  });

  await test.step("the patient has both as one day, and knows which bridge is which", async () => {
    await phone.goto("/today");
    await expectPage(phone, "Today", "today-two-plans");
    for (const plan of [FIRST, BESIDE]) {
      await expect(phone.getByRole("link", { name: new RegExp(`Glute bridge.*${plan}`) })).toBeVisible();
    }
    await phone.getByRole("link", { name: "Print my plan" }).click();
    await expectPage(phone, "Print my plan", "handout-which");
    await phone.getByRole("link", { name: BESIDE }).click();
    await expectPage(phone, "Your exercises");
  });
});
