import type { Page } from "@playwright/test";
import { answerQuestions } from "../support/e2e/records";
import { comeIn } from "../support/e2e/steps";
import { expect, expectPage, PHONE, test } from "../support/e2e/test";
import { makePatient, makeWorld } from "../support/e2e/world";

const TITLE = "Plumbline Knee and Hip Index";
const SHORT = "Knee and Hip Index";

const saved = (page: Page) => expect(page.getByText("Saved", { exact: true })).toBeVisible();

test("at a desk a patient goes on with what was begun on a phone, by keyboard, sends it, and puts an answer right", async ({
  page,
  device,
  admin,
}) => {
  test.setTimeout(90_000);
  const world = await makeWorld(admin);
  const patient = await makePatient(admin, world);
  const { draftId } = await answerQuestions(admin, patient, { count: 3, value: 3, isSent: false });
  await admin`update draft_answers set answered_at = answered_at - interval '1 hour' where draft_id = ${draftId}`;
  await comeIn(page, patient, "Today");

  await test.step("a page holds a part, with what was answered on the phone", async () => {
    await page.getByRole("link", { name: "Questions", exact: true }).click();
    await page.getByRole("link", { name: `Carry on: ${TITLE}` }).click();
    await expectPage(page, SHORT, "questions-section");
    await expect(page.getByRole("heading", { level: 2, name: "Pain" })).toBeVisible();
    await expect(
      page
        .getByRole("group", { name: /Ten minutes into a trip/ })
        .getByRole("radio")
        .nth(3),
    ).toBeChecked();
    const evening = page.getByRole("group", { name: /The evening/ });
    await expect(evening.getByRole("radio", { checked: true })).toHaveCount(0);
  });

  await test.step("number keys answer, and a newer answer from the phone stands and is told", async () => {
    const evening = page.getByRole("group", { name: /The evening/ });
    await evening.getByRole("radio").first().focus();
    await page.keyboard.press("4");
    await saved(page);
    await admin`update draft_answers set value = 1, answered_at = now() + interval '4 minutes'
      where draft_id = ${draftId} and item_id = 'pain-small-hours'`;
    await admin`insert into draft_answers (clinic_id, draft_id, item_id, value, answered_at)
      select clinic_id, id, 'pain-small-hours', 1, now() + interval '4 minutes' from response_drafts where id = ${draftId}
      on conflict do nothing`;
    const night = page.getByRole("group", { name: /The small hours/ });
    await night.getByRole("radio").first().focus();
    await page.keyboard.press("5");
    await expect(page.getByText("You gave a newer answer on another device")).toBeVisible();
    await expect(night.getByRole("radio").nth(1)).toBeChecked();
  });

  await test.step("what is open is pointed out once, and does not hold anybody up", async () => {
    await page.getByRole("button", { name: "Next" }).click();
    await expect(page.getByRole("heading", { level: 2, name: "Stiffness" })).toBeVisible();
    await page
      .getByRole("group", { name: /Getting washed/ })
      .getByText("A little")
      .click();
    await saved(page);
    await page.getByRole("button", { name: "Next" }).click();
    await expect(page.getByText("Not answered yet").first()).toBeVisible();
    await page.getByRole("button", { name: "Skip for now" }).click();
    await expect(page.getByRole("heading", { level: 2, name: "Daily life" })).toBeVisible();
    await page.getByRole("button", { name: "Check my answers" }).click();
  });

  await test.step("the review says what is missing and what that means, and it is sent", async () => {
    await expectPage(page, "Check your answers", "questions-review-wide");
    await expect(page.getByText("You answered 6 of 24.")).toBeVisible();
    await expect(page.getByText("Daily life needs 14 of 17 answers to be scored.", { exact: false })).toBeVisible();
    await expect(page.getByText("Stiffness can still be scored.", { exact: false })).toBeVisible();
    await page.getByRole("button", { name: "Send my answers" }).click();
    await expectPage(page, "What your answers show", "questions-result-wide");
    // Three answers of 3, one of 3 and one of 1, of 20.
    await expect(page.getByRole("region", { name: "Pain" })).toContainText("Pain: 65 of 100. Lower is better.");
    await expect(page.getByRole("region", { name: "Daily life" })).toContainText("too little was answered to score");
  });

  await test.step("an answer is put right on the phone: a new row with the reason, for the same day", async () => {
    const path = new URL(page.url()).pathname;
    const phone = await device(PHONE);
    await comeIn(phone, patient, "Today");
    await phone.goto(path);
    await phone.getByRole("button", { name: "Correct my answers" }).click();
    await expectPage(phone, "Check your answers", "questions-correcting");
    await expect(phone.getByText("Nothing differs from what you sent before.", { exact: false })).toBeVisible();
    await expect(phone.getByRole("button", { name: "Send my answers" })).toBeDisabled();
    await phone.getByRole("main").getByRole("listitem").first().getByRole("link").click();
    await phone.getByRole("main").getByRole("radio").first().locator("xpath=ancestor::label").click();
    await saved(phone);
    await phone.getByRole("button", { name: "Back to all my answers" }).click();
    await expectPage(phone, "Check your answers");
    await phone.getByRole("button", { name: "Send my answers" }).click();
    await expect(phone.getByText("Say in a few words what was wrong.").first()).toBeVisible();
    await phone.getByLabel("What was wrong?").fill("I meant none");
    await phone.getByRole("button", { name: "Send my answers" }).click();
    await expectPage(phone, "What your answers show", "questions-corrected");
    await expect(phone.getByRole("region", { name: "Pain" })).toContainText("Pain: 50 of 100.");
    await expect(phone.getByText("These answers replace ones you sent before.")).toBeVisible();
    const rows = await admin`select corrects_id is null as first, correction_reason as reason from responses
      where patient_id = ${patient.patientId} order by submitted_at`;
    expect([...rows]).toEqual([
      { first: true, reason: null },
      { first: false, reason: "I meant none" },
    ]);
  });
});
