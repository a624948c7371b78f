import type { Page } from "@playwright/test";
import { acceptInvitation, choose, comeIn } from "../support/e2e/steps";
import { DESKTOP, expect, expectPage, test, visit } from "../support/e2e/test";
import { forgive } from "../support/e2e/watch";
import { invite, makeWorld } from "../support/e2e/world";

const ARTICLE = "When your knee feels unsteady: what it can mean for your back";
const EXERCISES = [
  "Standing knee straightener with a band",
  "Glute bridge",
  "Clamshell",
  "Dead bug",
  "Kneeling stretch for the front of the hip",
] as const;

const entry = (page: Page, title: string) =>
  page.getByRole("list", { name: "Today" }).getByRole("listitem").filter({ hasText: title });

test("a patient accepts on a phone, reads, exercises, and puts a mistake right", async ({ page, device, admin }) => {
  test.setTimeout(150_000);
  const world = await makeWorld(admin);
  const patient = await invite(admin, world);
  const logs = (title: string) => admin<{ id: string; outcome: string; painNrs: number | null }[]>`
    select g.id, g.outcome, g.pain_nrs as "painNrs" from practice_logs g
    join plan_items i on i.clinic_id = g.clinic_id and i.id = g.plan_item_id
    join library_versions v on v.clinic_id = i.clinic_id and v.id = i.library_version_id
    where g.patient_id = ${patient.patientId} and v.title = ${title} order by g.received_at`;

  await test.step("the invitation is accepted, and Today says what is due and how long it takes", async () => {
    await acceptInvitation(page, patient.link, patient);
    await expectPage(page, "Today", "today");
    await expect(page.getByText(/^5 exercises, 1 article and some questions\. About \d+ minutes\.$/)).toBeVisible();
    for (const title of EXERCISES) await expect(entry(page, title)).toBeVisible();
  });

  await test.step("the article is read, with the reason it was given", async () => {
    await page.getByRole("link", { name: ARTICLE }).click();
    await expectPage(page, ARTICLE, "article");
    await expect(page.getByRole("heading", { name: "Why you were given this" })).toBeVisible();
    await expect(page.getByText("You told us that your knee feels unsteady").first()).toBeVisible();
    await page.getByRole("button", { name: "I have read this" }).dblclick();
    await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
    const receipts = await admin`select 1 from reading_receipts where patient_id = ${patient.patientId}`;
    expect(receipts).toHaveLength(1);
  });

  await test.step("the first exercise is written down by hand; saving it with a double tap keeps one record", async () => {
    await expect(page.getByRole("link", { name: "Start", exact: true })).toHaveAttribute("href", "/session");
    await entry(page, EXERCISES[0]).getByRole("link").click();
    await expectPage(page, EXERCISES[0], "exercise");
    await page.getByRole("button", { name: "I have done it" }).click();
    await choose(page, "How much did it hurt?", "3");
    await choose(page, "How hard was it?", "5");
    await page.getByLabel(/Anything to tell your physiotherapist/).fill("Fine, but the band slipped once 🙂");
    await expectPage(page, EXERCISES[0], "exercise-log");
    await page.getByRole("button", { name: "Save and go on" }).dblclick();
    await expect(page.getByRole("heading", { level: 1, name: EXERCISES[1] })).toBeVisible();
    expect(await logs(EXERCISES[0])).toMatchObject([{ outcome: "done", painNrs: 3 }]);
  });

  await test.step("pain 11 cannot be said, and sets cannot be fewer than none", async () => {
    await page.getByRole("button", { name: "Part of it" }).click();
    await expect(page.getByRole("group", { name: "How much did it hurt?" }).getByRole("radio")).toHaveCount(12);
    await page.getByLabel("Sets", { exact: true }).fill("-1");
    await page.getByRole("button", { name: "Save and go on" }).click();
    await expect(page.getByText("This cannot be less than 0.").first()).toBeVisible();
    expect(await logs(EXERCISES[1])).toEqual([]);
  });

  await test.step("too much pain is answered with what to do", async () => {
    await page.getByLabel("Sets", { exact: true }).fill("1");
    await choose(page, "How much did it hurt?", "7");
    await choose(page, "How hard was it?", "Rather not say");
    await page.getByRole("button", { name: "Save and go on" }).click();
    await expect(page.getByText("Pain 7 is above the limit for this exercise, which is 4.")).toBeVisible();
    await expectPage(page, EXERCISES[1], "exercise-advice");
    expect(await logs(EXERCISES[1])).toMatchObject([{ outcome: "partly", painNrs: 7 }]);
    await page.getByRole("link", { name: `Next: ${EXERCISES[2]}` }).click();
    await expect(page.getByRole("heading", { level: 1, name: EXERCISES[2] })).toBeVisible();
  });

  await test.step("an exercise is left out, with a reason", async () => {
    await page.getByRole("button", { name: "Not today" }).click();
    await page.getByRole("button", { name: "Save and go on" }).click();
    await expect(page.getByText("Choose a reason.").first()).toBeVisible();
    await choose(page, "What got in the way?", "Too tired");
    await expectPage(page, EXERCISES[2], "exercise-skipped");
    await page.getByRole("button", { name: "Save and go on" }).click();
    await expect(page.getByRole("heading", { level: 1, name: EXERCISES[3] })).toBeVisible();
    expect(await logs(EXERCISES[2])).toMatchObject([{ outcome: "skipped", painNrs: null }]);
  });

  await test.step("an answer lost on the way loses nothing, and sending again keeps one record", async () => {
    forgive(page, /net::ERR_FAILED/);
    await page.getByRole("button", { name: "I have done it" }).click();
    await choose(page, "How much did it hurt?", "0 , No pain");
    await page.route("**/session/**", async (route) => {
      if (route.request().method() !== "POST") return route.fallback();
      // The portal has it; the phone never hears of that.
      await route.fetch();
      await route.abort();
    });
    await page.getByRole("button", { name: "Save and go on" }).click();
    await expect(page.getByRole("heading", { level: 1, name: EXERCISES[4] })).toBeVisible();
    await page.unroute("**/session/**");
    expect(await logs(EXERCISES[3])).toHaveLength(1);
  });

  await test.step("what could not be sent at all is kept on the phone, and sent when there is a way", async () => {
    await page.getByRole("button", { name: "I have done it" }).click();
    await choose(page, "How much did it hurt?", "2");
    await page.getByLabel(/Anything to tell your physiotherapist/).fill("Written in a tunnel");
    await page.context().setOffline(true);
    forgive(page, /net::ERR_INTERNET_DISCONNECTED|Failed to fetch/);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect.poll(() => page.url()).not.toContain("/session/");
    await page.context().setOffline(false);
    await page.goto("/today");
    await expect.poll(() => logs(EXERCISES[4])).toMatchObject([{ outcome: "done", painNrs: 2 }]);
    await expectPage(page, "Today", "today-done");
  });

  await test.step("a mistake is put right, and what was told first is kept", async () => {
    await page.getByRole("link", { name: "Your days so far" }).click();
    await expectPage(page, /days/i, "history");
    await page.getByRole("link", { name: new RegExp(`^Correct ?: ${EXERCISES[0]}`) }).click();
    await expectPage(page, `Correct: ${EXERCISES[0]}`, "correct");
    await choose(page, "How much did it hurt?", "4");
    await page.getByRole("button", { name: "Save the correction" }).click();
    await expect(page.getByText("Say in a few words what was wrong.").first()).toBeVisible();
    await page.getByLabel("What was wrong?").fill("I pressed three and meant four");
    await page.getByRole("button", { name: "Save the correction" }).dblclick();
    await expect(page.getByText(/^Corrected on/)).toBeVisible();
    await page.getByText(/^Corrected on/).click();
    await expect(page.getByText("Because: I pressed three and meant four")).toBeVisible();
    await expectPage(page, /days/i, "history-corrected");
    expect((await logs(EXERCISES[0])).map(({ painNrs }) => painNrs)).toEqual([3, 4]);
  });

  await test.step("the clinician sees both, and the note", async () => {
    const desk = await device(DESKTOP);
    await comeIn(desk, world.clinician, "Worklist");
    await visit(desk, `/patients/${patient.patientId}/log`, patient.name, "patient-log");
    const rows = desk.getByRole("row", { name: EXERCISES[0] });
    await expect(rows).toHaveCount(2);
    await expect(rows.filter({ hasText: "Corrected later" })).toHaveCount(1);
    await expect(rows.filter({ hasText: "I pressed three and meant four" })).toHaveCount(1);
    await expect(desk.getByText("Written in a tunnel")).toBeVisible();
    await expect(desk.getByRole("row", { name: EXERCISES[2] })).toContainText("Not done: too tired");
  });
});
