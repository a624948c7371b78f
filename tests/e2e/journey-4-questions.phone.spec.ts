import type { Page } from "@playwright/test";
import { comeIn } from "../support/e2e/steps";
import { expect, expectPage, PHONE, test } from "../support/e2e/test";
import { makePatient, makeWorld } from "../support/e2e/world";

const TITLE = "Plumbline Knee and Hip Index";
const SHORT = "Knee and Hip Index";
const QUESTIONS = 24;

/** Presses the `nth` answer, counted from none to worst, and waits until the portal has it. */
async function answer(page: Page, nth: number): Promise<void> {
  const radio = page.getByRole("main").getByRole("radio").nth(nth);
  await radio.locator("xpath=ancestor::label").click();
  await expect(radio).toBeChecked();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
}

const at = (page: Page, number: number) =>
  expect(page.getByRole("progressbar")).toHaveAttribute("aria-valuetext", new RegExp(`^${number} of ${QUESTIONS}`));

test("a patient answers 24 questions on two devices, looks them over and sends them once", async ({
  page,
  device,
  admin,
}) => {
  test.setTimeout(150_000);
  const world = await makeWorld(admin);
  const patient = await makePatient(admin, world);
  const kept = async () => {
    const [row] = await admin<{ count: number }[]>`select count(*)::int as count from draft_answers a
      join response_drafts d on d.clinic_id = a.clinic_id and d.id = a.draft_id where d.patient_id = ${patient.patientId}`;
    return row?.count ?? 0;
  };

  await test.step("the questions say what they are, and what they are not", async () => {
    await comeIn(page, patient, "Today");
    await page.getByRole("link", { name: "Questions", exact: true }).click();
    await expectPage(page, "Questions", "questions");
    await page.getByRole("link", { name: `Start: ${TITLE}` }).click();
    await expectPage(page, TITLE, "questions-start");
    await expect(page.getByText(/It is not the WOMAC/)).toBeVisible();
    await expect(page.getByText("the last 48 hours", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Start" }).click();
  });

  await test.step("each answer is kept as it is given", async () => {
    await expectPage(page, SHORT, "question");
    for (let number = 1; number <= 9; number += 1) {
      await at(page, number);
      await answer(page, 2);
      await page.getByRole("button", { name: "Next" }).click();
    }
    await at(page, 10);
    expect(await kept()).toBe(9);
  });

  await test.step("leaving and coming back on another device goes on from there", async () => {
    await page.getByRole("link", { name: "Leave for now. Your answers are kept." }).click();
    await expectPage(page, "Questions", "questions-begun");
    const tablet = await device(PHONE);
    await comeIn(tablet, patient, "Today");
    await tablet.getByRole("link", { name: "Questions", exact: true }).click();
    await tablet.getByRole("link", { name: `Carry on: ${TITLE}` }).click();
    await at(tablet, 10);
    await tablet.getByRole("button", { name: "Back" }).click();
    await at(tablet, 9);
    await expect(tablet.getByRole("main").getByRole("radio").nth(2)).toBeChecked();
    await tablet.getByRole("button", { name: "Next" }).click();
    await at(tablet, 10);
    await tablet.getByText("I’d rather not answer this one").click();
    await expect(tablet.getByText("Saved", { exact: true })).toBeVisible();
    await tablet.getByRole("button", { name: "Next" }).click();
    for (let number = 11; number < QUESTIONS; number += 1) {
      await at(tablet, number);
      await answer(tablet, 1);
      await tablet.getByRole("button", { name: "Next" }).click();
    }
    await at(tablet, QUESTIONS);
    await answer(tablet, 1);
    await tablet.getByRole("button", { name: "Check my answers" }).click();
    await expect(tablet.getByText("You answered 23 of 24.")).toBeVisible();
    await expectPage(tablet, "Check your answers", "questions-review");
  });

  await test.step("the first device finds the same, and one answer is changed", async () => {
    await page.reload();
    await page.getByRole("link", { name: `Check and send: ${TITLE}` }).click();
    await expect(page.getByText("You answered 23 of 24.")).toBeVisible();
    await page.getByRole("main").getByRole("listitem").first().getByRole("link").click();
    await at(page, 1);
    await answer(page, 4);
    await page.getByRole("button", { name: "Back to all my answers" }).click();
    await expectPage(page, "Check your answers");
  });

  await test.step("they are sent, once, however often it is pressed", async () => {
    await page.getByRole("button", { name: "Send my answers" }).dblclick();
    await expectPage(page, "What your answers show", "questions-result");
    const [counted] = await admin<{ responses: number; scores: number }[]>`
      select count(distinct r.id)::int as responses, count(s.id)::int as scores from responses r
      join scores s on s.clinic_id = r.clinic_id and s.response_id = r.id where r.patient_id = ${patient.patientId}`;
    expect(counted).toEqual({ responses: 1, scores: 4 });
  });

  await test.step("what they chose not to answer is named", async () => {
    const part = page.getByRole("region", { name: "Daily life" });
    await part.getByText("1 of 17 not answered").click();
    await expect(part.getByText("You chose not to answer:")).toBeVisible();
  });

  await test.step("the three parts come with their direction in words", async () => {
    // Pain: one answer of 4 and four of 2, of 20. Stiffness: two of 2, of 8. Daily life: 16 of 17 answered.
    await expect(page.getByRole("region", { name: "Pain" })).toContainText("Pain: 60 of 100. Lower is better.");
    await expect(page.getByRole("region", { name: "Stiffness" })).toContainText(
      "Stiffness: 50 of 100. Lower is better.",
    );
    await expect(page.getByRole("region", { name: "Daily life" })).toContainText(
      /Daily life: \d+ of 100\. Lower is better\./,
    );
    await expect(page.getByRole("region", { name: "Daily life" })).toContainText("1 of 17 not answered");
    await expect(page.getByText("A higher number means more pain.")).toBeVisible();
  });

  await test.step("going back finds the result, never a second copy to fill in", async () => {
    await page.goto("/questions");
    await expectPage(page, "Questions", "questions-sent");
    await expect(page.getByRole("link", { name: /^Start: / }).first()).toBeVisible();
    await expect(page.getByRole("link", { name: new RegExp(`: ${TITLE}$`) })).toHaveCount(0);
    await page.getByRole("link", { name: /23 of 24 answered/ }).click();
    await expectPage(page, "What your answers show");
  });
});
