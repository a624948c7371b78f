import { logOnce } from "../support/e2e/records";
import { choose, signIn } from "../support/e2e/steps";
import { expect, expectPage, PHONE, test, visit } from "../support/e2e/test";
import { makePatient, makeWorld } from "../support/e2e/world";

const TITLE = "Standing knee straightener with a band";
const BEFORE = "2 sets of 12 repetitions on each side, hold 3 seconds, rest 30 seconds";
const AFTER = "4 sets of 12 repetitions on each side, hold 3 seconds, rest 30 seconds";

test("the clinician changes the plan, and yesterday keeps yesterday's dose", async ({ page, device, admin }) => {
  test.setTimeout(150_000);
  const world = await makeWorld(admin);
  const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000);
  const patient = await makePatient(admin, world, { now: yesterday });
  await logOnce(admin, patient, { now: yesterday });
  const phone = await device(PHONE);

  await test.step("the patient has today's exercise open on the phone", async () => {
    await signIn(phone, patient, "Today");
    await phone.getByRole("link", { name: new RegExp(`^${TITLE}`) }).click();
    await expectPage(phone, TITLE);
    await expect(phone.getByText(BEFORE)).toBeVisible();
    await phone.getByRole("button", { name: "I have done it" }).click();
    await choose(phone, "How much did it hurt?", "2");
  });

  await test.step("the clinician opens the plan for change and sees what would change", async () => {
    await signIn(page, world.clinician, "Worklist");
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
    await signIn(other, patient, "Today");
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
});
