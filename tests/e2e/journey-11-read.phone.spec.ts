import type { Page } from "@playwright/test";
import { finishSaying, isSpeaking, muteSpeech, removeSpeech, saidOn } from "../support/e2e/speech";
import { choose, comeIn } from "../support/e2e/steps";
import { DESKTOP, expect, expectPage, PHONE, test, visit } from "../support/e2e/test";
import { forgive } from "../support/e2e/watch";
import { makePatient, makeWorld } from "../support/e2e/world";

const ARTICLE = "When your knee feels unsteady: what it can mean for your back";
const QUESTION = "My knee gives way on wet grass. Should I wear the brace for gardening?";
const ANSWER = "For gardening, yes.\nLeave it off indoors.";

const contents = (page: Page) => page.getByRole("navigation", { name: "In this article" });
const place = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Places" }).getByRole("link", { name }).last();
const sendQuestion = (page: Page) => page.getByRole("button", { name: "Send my question" });

async function openArticle(page: Page) {
  await place(page, "Read").click();
  await expect(page.getByRole("heading", { level: 1, name: "Read" })).toBeVisible();
  await page.getByRole("link", { name: ARTICLE }).click();
  await expect(page.getByRole("heading", { level: 1, name: ARTICLE })).toBeVisible();
}

const keptKeys = (page: Page) =>
  page.evaluate(() => Object.keys(window.localStorage).filter((key) => key.startsWith("plumbline.own.")));

test("a patient reads, listens, goes on later, and asks; the clinician answers", async ({ page, device, admin }) => {
  test.setTimeout(150_000);
  const world = await makeWorld(admin);
  const patient = await makePatient(admin, world);
  const questions = () => admin<{ body: string }[]>`
    select body from messages where patient_id = ${patient.patientId} and answers_id is null`;
  await muteSpeech(page);
  await comeIn(page, patient, "Today");

  await test.step("the contents lead to every part, and mark the one in sight", async () => {
    await openArticle(page);
    await expectPage(page, ARTICLE, "article-reader");
    await contents(page).getByText("Contents").click();
    await expectPage(page, ARTICLE, "article-contents");
    const links = contents(page).getByRole("link");
    const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    expect(addresses.length).toBeGreaterThan(6);
    for (const address of addresses) await expect(page.locator(address)).toHaveCount(1);
    await links.filter({ hasText: "The main points" }).click();
    await expect(page.locator("#the-main-points")).toBeInViewport();
    await contents(page).getByText("Contents").click();
    await expect(contents(page).locator("[aria-current=location]")).toHaveText("The main points");
    await page.keyboard.press("Escape");
    await expect(links.first()).toBeHidden();
  });

  await test.step("it is read aloud piece by piece in a British voice, and the part is marked", async () => {
    await page.getByRole("button", { name: "Listen" }).click();
    expect(await saidOn(page)).toEqual([{ text: ARTICLE, rate: 1, voice: "Kate" }]);
    await expect(page.locator("#why-it-matters")).toHaveAttribute("data-heard", "true");
    await finishSaying(page);
    expect((await saidOn(page)).at(-1)?.text).toBe("Why it matters");
    await expectPage(page, ARTICLE, "article-listening");
  });

  await test.step("a pause holds it there, and the speed changes what is said next", async () => {
    await page.getByRole("button", { name: "Pause" }).click();
    expect(await isSpeaking(page)).toBe(false);
    await page.getByRole("button", { name: "Play" }).click();
    await page.getByRole("button", { name: "1.2, faster" }).click();
    expect((await saidOn(page)).slice(-2)).toMatchObject([
      { text: "Why it matters", rate: 1 },
      { text: "Why it matters", rate: 1.2 },
    ]);
    const isAtPoints = async () => (await page.locator("#the-main-points").getAttribute("data-heard")) === "true";
    for (let piece = 0; piece < 20 && !(await isAtPoints()); piece += 1) await finishSaying(page);
    expect((await saidOn(page)).map(({ text }) => text)).toContain("The main points");
    await expect(page.locator("#why-it-matters")).not.toHaveAttribute("data-heard");
    await page.getByRole("button", { name: "Stop" }).click();
    expect(await isSpeaking(page)).toBe(false);
    await expect(page.locator("[data-heard]")).toHaveCount(0);
  });

  await test.step("leaving the article stops the voice", async () => {
    await page.getByRole("button", { name: "Listen" }).click();
    expect(await isSpeaking(page)).toBe(true);
    await place(page, "Today").click();
    await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
    expect(await isSpeaking(page)).toBe(false);
  });

  await test.step("who comes back goes on where they stopped, in a larger text", async () => {
    await openArticle(page);
    await contents(page).getByText("Contents").click();
    const third = contents(page).getByRole("link").nth(3);
    const [title, address] = [(await third.textContent()) ?? "", (await third.getAttribute("href")) ?? ""];
    await third.click();
    await expect(page.locator(address)).toBeInViewport();
    await expect(page.getByRole("progressbar", { name: "How far you have read" })).toHaveAttribute(
      "aria-valuetext",
      /^[4-9] of \d+ parts$/,
    );
    await page.reload();
    const goOn = page.getByRole("link", { name: /^Go on where you stopped/ });
    await expect(goOn).toContainText(title);
    await choose(page, "Text size", "Largest");
    await expectPage(page, ARTICLE, "article-go-on");
    await goOn.click();
    await expect(page.locator(address)).toBeInViewport();
    expect(await keptKeys(page)).toHaveLength(1);
  });

  await test.step("the drawn figure's knee is moved by its slider, and picture and words go along", async () => {
    const slider = page.getByRole("slider");
    const figure = page.locator("figure").filter({ has: slider });
    const drawn = () =>
      figure.locator("path").evaluateAll((paths) => paths.map((path) => path.getAttribute("d")).join());
    const [before, steady] = [await drawn(), await slider.getAttribute("aria-valuetext")];
    await slider.focus();
    await page.keyboard.press("End");
    const unsteady = (await slider.getAttribute("aria-valuetext")) ?? "";
    expect(unsteady).not.toBe(steady);
    await expect(figure.getByText(unsteady)).toBeVisible();
    expect(await drawn()).not.toBe(before);
    await expectPage(page, ARTICLE, "article-explorer");
    await page.keyboard.press("Home");
    await expect(slider).toHaveAttribute("aria-valuetext", steady ?? "");
    expect(await drawn()).toBe(before);
    await page.getByText("The same story in words").click();
    await expect(page.getByRole("listitem").filter({ hasText: unsteady }).first()).toBeVisible();
  });

  await test.step("an empty question, and one sent without a connection, lose nothing", async () => {
    await sendQuestion(page).click();
    await expect(page.getByText("Write your question first.").first()).toBeVisible();
    await page.getByLabel("Your question").fill(QUESTION);
    forgive(page, /net::ERR_INTERNET_DISCONNECTED/);
    await page.context().setOffline(true);
    await sendQuestion(page).click();
    await expect(page.getByText("You are offline. What you wrote is still here.")).toBeVisible();
    await page.context().setOffline(false);
    await page.reload();
    await expect(page.getByLabel("Your question")).toHaveValue(QUESTION);
    expect(await questions()).toEqual([]);
  });

  await test.step("the question is sent once, and stands under the article", async () => {
    await sendQuestion(page).dblclick();
    await expect(page.getByText("Your question is sent.")).toBeVisible();
    await expect(page.getByLabel("Your question")).toHaveValue("");
    await expect(page.getByText("Your clinic has not answered yet.")).toBeVisible();
    await expect(page.getByText("This is not for emergencies.")).toBeVisible();
    await expectPage(page, ARTICLE, "article-asked");
    expect(await questions()).toEqual([{ body: QUESTION }]);
  });

  await test.step("the clinician finds it in the worklist and answers on the record", async () => {
    const desk = await device(DESKTOP);
    await comeIn(desk, world.clinician, "Worklist");
    await expect(desk.getByText(/Asked a question: “My knee gives way on wet grass/)).toBeVisible();
    await expectPage(desk, "Worklist", "worklist-asked");
    await visit(desk, `/patients/${patient.patientId}`, patient.name, "patient-question");
    const section = desk.getByRole("region", { name: "Questions" });
    await expect(section.getByText(QUESTION)).toBeVisible();
    await section.getByLabel("Your answer").fill(ANSWER);
    await section.getByRole("button", { name: "Send answer" }).dblclick();
    await expect(section.getByText("Every question is answered.")).toBeVisible();
    await section.getByText("Answered (1)").click();
    await expect(section.getByText("Leave it off indoors.")).toBeVisible();
    await expectPage(desk, patient.name, "patient-answered");
    expect(await admin`select 1 from messages where patient_id = ${patient.patientId}`).toHaveLength(2);
    await visit(desk, "/worklist", "Worklist");
    await expect(desk.getByText(/Asked a question/)).toHaveCount(0);
  });

  await test.step("the patient sees that it was answered, by whom, and marks the article as read", async () => {
    await place(page, "Read").click();
    await expectPage(page, "Read", "read-answered");
    await expect(page.getByRole("link", { name: ARTICLE }).getByText("Question answered")).toBeVisible();
    await page.getByRole("link", { name: ARTICLE }).click();
    await expect(page.getByText(`${world.clinician.name} answered`)).toBeVisible();
    await expect(page.getByText("Leave it off indoors.")).toBeVisible();
    await expectPage(page, ARTICLE, "article-answered");
    await page.getByRole("button", { name: "I have read this" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
    await openArticle(page);
    await expect(page.getByText(/^You marked this as read on/)).toBeVisible();
    await expect(page.getByText("Go on where you stopped")).toHaveCount(0);
  });
});

test("a browser without a voice says so, and signing out leaves no trace of what was read", async ({
  device,
  admin,
}) => {
  test.setTimeout(60_000);
  const world = await makeWorld(admin);
  const patient = await makePatient(admin, world);
  const page = await device(PHONE);
  await removeSpeech(page);
  await comeIn(page, patient, "Today");
  await openArticle(page);
  await expect(page.getByText("This browser cannot read the article aloud.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Listen" })).toHaveCount(0);
  await page.locator("#when-to-get-help").scrollIntoViewIfNeeded();
  await expect.poll(() => keptKeys(page)).toHaveLength(1);
  await place(page, "Me").click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expectPage(page, "Sign in");
  expect(await keptKeys(page)).toEqual([]);
});
