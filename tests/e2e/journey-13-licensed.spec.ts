import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { writeCsv } from "@/lib/core/csv";
import { csvOf, filledRows, type Row, slotNamed } from "@/tests/unit/questionnaires/licensed/made-up";
import { comeIn } from "../support/e2e/steps";
import { expect, expectPage, PHONE, test, visit } from "../support/e2e/test";
import { makePatient, makeWorld } from "../support/e2e/world";

/** A published questionnaire of 11 items with four answers each; all words here are made up. */
const SLOT = slotNamed("tsk-11");
const ITEMS = 11;
const REFERENCE = "Letter of 3 May 2025";
const NOTE = "To see what you avoid.";

const fileOf = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
const words = (rows: readonly Row[]) => fileOf("words.csv", csvOf(rows));

/** A file of past results with one line. */
const pastOf = (email: string, day: string) => {
  const items = Array.from({ length: ITEMS }, (_, index) => `items-${index + 1}`);
  return fileOf(
    "past.csv",
    writeCsv([
      ["patient", "date", ...items],
      [email, day, ...items.map(() => 3)],
    ]),
  );
};

async function chooseFile(page: Page, label: string, file: ReturnType<typeof fileOf>): Promise<void> {
  const field = page.getByLabel(label);
  await expect(field).toBeEnabled();
  await field.setInputFiles(file);
  await expect(page.getByText(`Chosen: ${file.name}`)).toBeVisible();
}

test("a clinician brings licensed words in, sends them, and both see the score", async ({ page, device, admin }) => {
  test.setTimeout(120_000);
  const world = await makeWorld(admin);
  const patient = await makePatient(admin, world);
  const answersPath = `/patients/${patient.patientId}/answers`;
  await comeIn(page, world.clinician, "Worklist");

  await test.step("the questionnaire is found by typing", async () => {
    await page.getByRole("link", { name: "Questionnaires", exact: true }).click();
    await expectPage(page, "Questionnaires", "questionnaires");
    await page.getByRole("searchbox", { name: "Find by name, part of the body or owner" }).fill("tsk11");
    await expect(page.getByText("1 questionnaire", { exact: true })).toBeVisible();
    await page.getByRole("link", { name: SLOT.title }).click();
    await expectPage(page, SLOT.title, "licensed-slot");
    await expect(page.getByText(SLOT.licence.note)).toBeVisible();
  });

  const send = page.getByRole("button", { name: "Bring in the words" });
  await test.step("what is missing, and a file that does not fit, is told at its field; what was typed stays", async () => {
    await expect(send).toBeEnabled();
    await send.click();
    await expect(page.getByRole("alert").getByText(/Choose a file\./)).toBeVisible();
    await expect(page.getByRole("alert").getByText(/Say under which licence/)).toBeVisible();
    await page.getByLabel("Your licence").fill(REFERENCE);
    await chooseFile(page, "File with the words", words(filledRows(SLOT).filter(([, item]) => item !== "11")));
    await send.click();
    await expect(page.getByRole("alert").getByText(/items has 10 items, 11 are needed/)).toBeVisible();
    await expectPage(page, SLOT.title, "licensed-slot-errors");
    await expect(page.getByLabel("Your licence")).toHaveValue(REFERENCE);
  });

  await test.step("whole, they are in, for this clinic, with the licence", async () => {
    await chooseFile(page, "File with the words", words(filledRows(SLOT)));
    await send.dblclick();
    await expect(page.getByText("Version 1 is in.")).toBeVisible();
    await expectPage(page, SLOT.title, "questionnaire-licensed");
    await expect(page.getByText("Item 11 of items", { exact: true })).toBeVisible();
    await expect(page.getByText(REFERENCE)).toBeVisible();
    await expect(page.getByText(/^A change of 4 was the least that mattered to people\./)).toBeVisible();
    const versions = await admin`select 1 from instrument_versions v join instruments i
      on i.clinic_id = v.clinic_id and i.id = v.instrument_id where i.clinic_id = ${world.id} and i.slug = ${SLOT.slug}`;
    expect(versions).toHaveLength(1);
  });

  await test.step("it is sent to a patient", async () => {
    await visit(page, answersPath, patient.name);
    await page.getByRole("button", { name: "Send a questionnaire" }).click();
    const dialog = page.getByRole("dialog", { name: "Send a questionnaire" });
    await dialog.getByRole("searchbox").fill("tsk");
    await dialog.getByRole("searchbox").press("Enter");
    await dialog.getByLabel("Note to the patient").fill(NOTE);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await page.getByRole("button", { name: "Send a questionnaire" }).click();
    await expect(dialog.getByLabel("Note to the patient")).toHaveValue(NOTE);
    await dialog.getByRole("button", { name: "Send it now" }).click();
    await expect(page.getByText(`Sent: ${SLOT.title}.`)).toBeVisible();
  });

  await test.step("the patient answers on a phone, and sees the score and the published figure", async () => {
    const phone = await device(PHONE);
    await comeIn(phone, patient, "Today");
    await phone.getByRole("link", { name: "Questions", exact: true }).click();
    await phone.getByRole("link", { name: `Start: ${SLOT.title}` }).click();
    await expectPage(phone, SLOT.title);
    await expect(phone.getByText(NOTE)).toBeVisible();
    await expect(phone.getByText(REFERENCE)).toHaveCount(0);
    await phone.getByRole("button", { name: "Start" }).click();
    for (let number = 1; number <= ITEMS; number += 1) {
      await expect(phone.getByRole("progressbar")).toHaveAttribute("aria-valuetext", new RegExp(`^${number} of 11`));
      const second = phone.getByRole("main").getByRole("radio").nth(1);
      await second.locator("xpath=ancestor::label").click();
      await expect(second).toBeChecked();
      await expect(phone.getByText("Saved", { exact: true })).toBeVisible();
      await phone.getByRole("button", { name: number < ITEMS ? "Next" : "Check my answers" }).click();
    }
    await expect(phone.getByText("You answered 11 of 11.")).toBeVisible();
    await phone.getByRole("button", { name: "Send my answers" }).click();
    await expectPage(phone, "What your answers show", "questions-licensed-result");
    const total = phone.getByRole("region", { name: "Total" });
    // Eleven answers worth 2 each, on a scale that begins at 11.
    await expect(total).toContainText("Total: 22 (from 11 to 44). Lower is better.");
    await expect(total).toContainText("A change of 4 was the least that mattered to people.");
  });

  await test.step("the clinician sees the score and every answer", async () => {
    await visit(page, answersPath, patient.name);
    const response = page.getByRole("article").filter({ hasText: SLOT.title });
    await expect(response).toContainText("22 (11 to 44)");
    await response.getByText("Every answer", { exact: true }).click();
    const row = response.getByRole("row", { name: /^Item 11 of items/ });
    await expect(row).toContainText(/2, Answer 2/);
    await expect(response).toContainText(`Licence: ${REFERENCE}`);
  });

  await test.step("results of before are checked, and brought in when nothing is wrong", async () => {
    await visit(page, `/questionnaires/past-results?slug=${SLOT.slug}`, "Bring in past results", "past-results");
    const check = page.getByRole("button", { name: "Check the file" });
    await chooseFile(page, "File with the results", pastOf(patient.email, "31/02/2025"));
    await check.click();
    await expect(page.getByRole("alert").getByText("0 results to bring in, 1 wrong.")).toBeVisible();
    await expect(page.getByText("“31/02/2025” is no day of the calendar.")).toBeVisible();
    await expectPage(page, "Bring in past results", "past-results-wrong");
    const listed = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download the whole list (CSV)" }).click();
    expect(readFileSync(await (await listed).path(), "utf8")).toContain(`2,${patient.email},`);
    await chooseFile(page, "File with the results", pastOf(patient.email, "28/02/2025"));
    await check.click();
    await expect(page.getByText("1 result to bring in.")).toBeVisible();
    await page.getByRole("button", { name: "Bring in 1 result" }).click();
    await expect(page.getByText("1 result is in the portal.")).toBeVisible();
    await page.getByRole("link", { name: patient.name }).click();
    await expectPage(page, patient.name);
    await expect(page.getByText(/2 sets of answers/)).toBeVisible();
  });
});

test("the same on a phone for the clinician, and at a desk for the patient", async ({ page, device, admin }) => {
  test.setTimeout(90_000);
  const slot = slotNamed("phq-2");
  const world = await makeWorld(admin);
  const patient = await makePatient(admin, world);
  const phone = await device(PHONE);
  await comeIn(phone, world.clinician, "Worklist");

  await test.step("the words are brought in and sent", async () => {
    await visit(phone, `/questionnaires/licensed/${slot.slug}`, slot.title, "licensed-slot-phone");
    await chooseFile(phone, "File with the words", words(filledRows(slot)));
    await phone.getByLabel("Your licence").fill(REFERENCE);
    await phone.getByRole("button", { name: "Bring in the words" }).click();
    await expect(phone.getByText("Version 1 is in.")).toBeVisible();
    await expectPage(phone, slot.title, "questionnaire-licensed-phone");
    await visit(phone, `/patients/${patient.patientId}/answers`, patient.name);
    await phone.getByRole("button", { name: "Send a questionnaire" }).click();
    const dialog = phone.getByRole("dialog", { name: "Send a questionnaire" });
    await dialog.getByRole("searchbox").fill("phq");
    await dialog.getByRole("searchbox").press("Enter");
    await dialog.getByRole("button", { name: "Send it now" }).click();
    await expect(phone.getByText(`Sent: ${slot.title}.`)).toBeVisible();
  });

  await test.step("the patient answers by keyboard, and one missing answer leaves no score", async () => {
    await comeIn(page, patient, "Today");
    await page.getByRole("link", { name: "Questions", exact: true }).click();
    await page.getByRole("link", { name: `Start: ${slot.title}` }).click();
    await page.getByRole("button", { name: "Start" }).click();
    await expectPage(page, slot.shortTitle);
    const first = page.getByRole("main").getByRole("group").first();
    await first.getByRole("radio").first().focus();
    await page.keyboard.press("3");
    await expect(first.getByRole("radio").nth(2)).toBeChecked();
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Check my answers" }).click();
    await expect(page.getByText(/needs 2 of 2 answers to be scored/)).toBeVisible();
    await page.getByRole("button", { name: "Send my answers" }).click();
    await expectPage(page, "What your answers show", "questions-licensed-result-wide");
    await expect(page.getByRole("region", { name: "Total" })).toContainText("too little was answered to score");
  });

  await test.step("the clinician sees what was missing", async () => {
    await visit(phone, `/patients/${patient.patientId}/answers`, patient.name, "answers-licensed-phone");
    await expect(phone.getByRole("article").filter({ hasText: slot.title })).toContainText("1 of 2 not answered");
  });
});
