import { newId } from "@/lib/core/ids";
import { startDraft } from "@/lib/plans/commands/start-draft";
import { answerQuestions, logOnce } from "../support/e2e/records";
import { comeIn } from "../support/e2e/steps";
import { expect, expectPage, laterUrl, PHONE, test, visit } from "../support/e2e/test";
import { makePatient, makeWorld, type PatientAccount, publishChanged, type World } from "../support/e2e/world";

const DAY_MS = 24 * 60 * 60 * 1000;
/** The parts of the index and how many questions each has: a page each at a desk. */
const PARTS = [
  { title: "Pain", count: 5 },
  { title: "Stiffness", count: 2 },
  { title: "Daily life", count: 17 },
];

/** Five weeks of a patient's days: pain falls from 6 to 2, and after two weeks the clinician asks for more. */
async function liveFiveWeeks(
  admin: Parameters<typeof makeWorld>[0],
  world: World,
  patient: PatientAccount,
  begin: Date,
) {
  const on = (day: number) => new Date(begin.getTime() + day * DAY_MS);
  await answerQuestions(admin, patient, { count: 24, value: 3, isSent: true, now: begin });
  for (const [day, painNrs] of [
    [0, 6],
    [2, 6],
    [4, 5],
    [8, 5],
    [11, 4],
  ] as const) {
    await logOnce(admin, patient, { painNrs, now: on(day) });
  }
  const clinician = world.clinician.person;
  const draft = { id: newId(), patientId: patient.patientId, planId: patient.planId ?? "" };
  const { revision } = await startDraft.execute(clinician, draft, { now: on(14) });
  await publishChanged(admin, clinician, { planId: draft.planId, revision }, on(14), (item) =>
    item.slug === "terminal-knee-extension" && item.dose ? { ...item, dose: { ...item.dose, sets: 4 } } : item,
  );
  for (const [day, painNrs] of [
    [16, 3],
    [20, 3],
    [24, 2],
  ] as const) {
    await logOnce(admin, patient, { painNrs, setsDone: 4, now: on(day) });
  }
}

test("five weeks later the patient answers again, and both see what changed", async ({ page, device, admin }) => {
  test.setTimeout(150_000);
  const world = await makeWorld(admin);
  const begin = new Date();
  const patient = await makePatient(admin, world, { now: begin });
  await liveFiveWeeks(admin, world, patient, begin);

  await test.step("the questions are due again", async () => {
    await comeIn(page, patient, "Today", laterUrl());
    await expectPage(page, "Today", "later-today");
    await page.getByRole("link", { name: "Questions", exact: true }).click();
    await expectPage(page, "Questions", "later-questions");
    await page.getByRole("link", { name: "Start: Plumbline Knee and Hip Index" }).click();
    await page.getByRole("button", { name: "Start" }).click();
  });

  await test.step("they are answered from the keyboard alone", async () => {
    for (const { title, count } of PARTS) {
      await expect(page.getByRole("heading", { level: 2, name: title })).toBeFocused();
      for (let number = 0; number < count; number += 1) {
        await page.keyboard.press("Tab");
        await page.keyboard.press("2");
        const question = page.getByRole("main").getByRole("group").nth(number);
        await expect(question.getByRole("radio").nth(1)).toBeChecked();
      }
      await page.keyboard.press("Enter");
    }
    await expectPage(page, "Check your answers");
    await page.getByRole("button", { name: "Send my answers" }).click();
  });

  await test.step("the result stands beside the first answers", async () => {
    await expectPage(page, "What your answers show", "later-result");
    const pain = page.getByRole("region", { name: "Pain" });
    await expect(pain).toContainText("25");
    await expect(pain).toContainText("50 better than at first");
    await expect(page.getByText(/Next to your first answers, of /)).toBeVisible();
  });

  await test.step("Progress answers the question first, and shows what it rests on", async () => {
    await page.getByRole("link", { name: "See my progress" }).click();
    await expectPage(page, "Progress", "later-progress");
    await expect(page.getByRole("region", { name: "Is it working?" })).toContainText(/better/i);
    await expect(page.getByRole("img", { name: /Knee and Hip Index/ })).toBeVisible();
    await expect(page.getByRole("img", { name: /Pain during exercise/ })).toBeVisible();
    await expect(page.getByRole("img", { name: /Days of practice/ })).toBeVisible();
    await expect(page.getByText(/^First answers: .* Latest answers: /)).toBeVisible();
    const changes = page.getByRole("list", { name: "Changes of your plan" });
    await expect(changes).toContainText("Plan began");
    await expect(changes).toContainText("Standing knee straightener with a band");
  });

  await test.step("on a phone too, light and dark", async () => {
    const phone = await device(PHONE);
    await phone.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await comeIn(phone, patient, "Today", laterUrl());
    await phone.getByRole("link", { name: "Progress" }).click();
    await expectPage(phone, "Progress", "later-progress-phone-dark");
  });

  await test.step("the clinician's page shows the same", async () => {
    const desk = await device({ viewport: { width: 1440, height: 900 } });
    await comeIn(desk, world.clinician, "Worklist", laterUrl());
    await visit(desk, `${laterUrl()}/patients/${patient.patientId}`, patient.name, "later-patient");
    await expect(desk.getByRole("region", { name: "Is it working?" })).toContainText(/better/i);
    await expect(desk.getByText("Pain (0–100)", { exact: true }).locator("xpath=..")).toContainText("25");
    await expect(desk.getByRole("img", { name: /Pain during exercise/ })).toBeVisible();
    await expect(desk.getByRole("list", { name: "What happened, newest first" })).toContainText(/4 sets/);
  });
});
