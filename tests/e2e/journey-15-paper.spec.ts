import { comeIn } from "../support/e2e/steps";
import { DESKTOP, expect, expectPage, PHONE, test, visit } from "../support/e2e/test";
import { makePatient, makeWorld } from "../support/e2e/world";

for (const [name, screen] of [
  ["at a desk", DESKTOP],
  ["on a phone", PHONE],
] as const) {
  test(`a clinician enters a form filled in on paper, ${name}`, async ({ device, admin }) => {
    test.setTimeout(60_000);
    const world = await makeWorld(admin);
    const patient = await makePatient(admin, world);
    const page = await device(screen);
    const path = `/patients/${patient.patientId}/answers`;
    await comeIn(page, world.clinician, "Worklist");
    await visit(page, path, patient.name, `answers-empty-${name}`);
    await page.getByRole("link", { name: "Enter from paper" }).click();
    await expectPage(page, "Enter from paper", `paper-choice-${name}`);
    await page.getByRole("link", { name: /Pain: now, at its least/ }).click();
    await expect(page.getByText("0 of 3 entered")).toBeVisible();
    await expectPage(page, "Enter from paper", `paper-form-${name}`);

    const save = page.getByRole("button", { name: "Save these answers" });
    await page.getByLabel("How strong is it at this moment?").fill("12");
    await save.click();
    await expect(page.getByText("Enter a whole number from 0 to 10.").first()).toBeVisible();
    await page.getByLabel("How strong is it at this moment?").fill("6");
    await page.getByLabel("How strong was it in the worst hours of the last week?").fill("8");
    await page.getByLabel("Day on the paper").fill("2999-01-01");
    await save.click();
    await expect(page.getByText("This day is still to come.").first()).toBeVisible();
    await page.getByLabel("Day on the paper").fill("2025-03-03");
    await expect(page.getByText("2 of 3 entered")).toBeVisible();
    // Neither a link nor the way back takes away what is entered without asking.
    for (const away of [
      () => page.getByRole("link", { name: "Cancel" }).click(),
      () => page.evaluate(() => window.history.back()),
    ]) {
      await away();
      await page
        .getByRole("dialog", { name: "Leave without saving?" })
        .getByRole("button", { name: "Stay here" })
        .click();
      await expect(page.getByText("2 of 3 entered")).toBeVisible();
    }
    await save.dblclick();

    await expectPage(page, patient.name, `answers-paper-${name}`);
    const response = page.getByRole("article").filter({ hasText: "Pain: now, at its least" });
    await expect(response).toContainText("3 March 2025");
    await expect(response).toContainText(`Entered from paper by ${world.clinician.name}`);
    await expect(response).toContainText("1 of 3 not answered");
    const rows =
      await admin`select source, answered_on::text as day, answers from responses where patient_id = ${patient.patientId}`;
    expect([...rows]).toEqual([
      { source: "paper", day: "2025-03-03", answers: { "pain-now": 6, "pain-least": null, "pain-worst": 8 } },
    ]);
  });
}
