import type { Page } from "@playwright/test";
import type { Person } from "@/lib/access/actor";
import { calendarDayOf } from "@/lib/core/calendar";
import { newId } from "@/lib/core/ids";
import { inviteMember } from "@/lib/identity/commands/invite-member";
import { reviseItem } from "@/lib/library/commands/revise";
import { writeItem } from "@/lib/library/commands/write";
import { getLibraryItem } from "@/lib/library/queries/item";
import { startDraft } from "@/lib/plans/commands/start-draft";
import { correctPractice } from "@/lib/practice/commands/correct";
import { linesOf, logOnce, ownExercise } from "../support/e2e/records";
import { comeIn } from "../support/e2e/steps";
import { DESKTOP, expect, PHONE, test } from "../support/e2e/test";
import { freshEmail, makePatient, makeWorld, publishChanged } from "../support/e2e/world";
import { ownArticleText } from "../support/library";

const SCRIPT = `"'><script>window.ran=1</script><img src=x onerror=window.ran=1>`;
const GOAL = `${SCRIPT}<svg onload=window.ran=1> goal \${7*7} {{7*7}} javascript:window.ran=1`;
const NOTE = `${SCRIPT}[x](javascript:window.ran=1) note <a href="javascript:window.ran=1">x</a>`;
const REASON = `${SCRIPT} reason </title></textarea></style>`;
const NAME = `Mal ${SCRIPT}`;

/** The page drew the text as text: nothing of it ran, and no element was made of it. */
async function expectText(page: Page, path: string, texts: readonly string[]): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const words = () =>
    page.evaluate(() => {
      const fields = Array.from(document.querySelectorAll("input, textarea"));
      // biome-ignore lint/performance/useDomNodeTextContent: what is seen, without the data React keeps in scripts.
      return [document.body.innerText, ...fields.map((field) => ("value" in field ? field.value : ""))].join("\n");
    });
  for (const text of texts) await expect.poll(words, { message: path }).toContain(text);
  await page.waitForLoadState("load");
  const state = await page.evaluate(() => ({
    ran: "ran" in window,
    made: document.querySelectorAll("img[src=x], [onerror], [onload], a[href^='javascript:']").length,
  }));
  expect(state, path).toEqual({ ran: false, made: 0 });
}

/** Gives an exercise of the clinic's own words that would run. */
async function rewriteExercise(clinician: Person, id: string): Promise<void> {
  const item = await getLibraryItem(clinician, { id });
  if (item.kind !== "exercise") throw new Error("this is no exercise");
  const { slug: _slug, ...words } = item.body;
  const film = { kind: "video", url: "https://films.example.org/1", title: SCRIPT, credit: SCRIPT, licence: SCRIPT };
  const body = { ...words, purpose: NOTE, steps: [NOTE], media: [film] };
  await reviseItem.execute(clinician, { itemId: id, baseVersion: 1, kind: "exercise", body });
}

/** An article of the clinic's own whose every word would run, and whose links would too. */
async function hostileArticle(clinician: Person): Promise<string> {
  const id = newId();
  const body = ownArticleText({
    title: NAME,
    summary: NOTE,
    keyPoints: [NOTE],
    questions: [{ question: SCRIPT, answer: NOTE }],
    tags: ["<img src=x onerror=window.ran=1>"],
    body: `## ${SCRIPT}\n\nPlain words before it. ${REASON} <div onload="window.ran=1">[x](javascript:window.ran=1)`,
  });
  await writeItem.execute(clinician, { id, kind: "article", body });
  return id;
}

test("what people write is shown as they wrote it, on every page, and never runs", async ({ device, page, admin }) => {
  test.setTimeout(150_000);
  const world = await makeWorld(admin);
  const patient = await makePatient(admin, world, { name: NAME, goal: GOAL });
  const clinician = world.clinician.person;
  const planId = patient.planId ?? "";
  const draft = { id: newId(), patientId: patient.patientId, planId };
  const { revision } = await startDraft.execute(clinician, draft);
  await publishChanged(admin, clinician, { planId, revision }, new Date(), (item) => ({ ...item, note: NOTE }));
  const { logId } = await logOnce(admin, patient, { note: NOTE, painNrs: 9 });
  const measures = { outcome: "done", setsDone: 1, painNrs: 8, note: NOTE };
  const correction = newId();
  await correctPractice.execute(patient.person, { id: correction, logId, reason: REASON, ...measures });
  await inviteMember.execute(world.admin.person, {
    id: newId(),
    name: NAME,
    email: freshEmail("Mal"),
    role: "clinician",
  });
  const libraryId = await ownExercise(admin, world);
  await rewriteExercise(clinician, libraryId);
  const articleId = await hostileArticle(clinician);
  const [article] = await linesOf(admin, patient, "article");
  const [exercise] = await linesOf(admin, patient, "exercise");
  const asked = await linesOf(admin, patient, "questionnaire");
  const questions = asked.find(({ slug }) => slug === "knee-and-hip-index");
  const day = calendarDayOf(new Date(), patient.person.timeZone);

  const phone = await device(PHONE);
  await comeIn(phone, patient, "Today");
  for (const [path, texts] of [
    ["/today", [NOTE]],
    ["/read", [NOTE]],
    [`/read/${article?.id}`, [NOTE]],
    [`/session/${exercise?.id}?day=${day}`, [NOTE]],
    ["/history", [NOTE]],
    [`/history/${correction}`, [NOTE]],
    ["/questions", [NOTE]],
    [`/questions/${questions?.key}/${questions?.anchorOn}`, [NOTE]],
    ["/progress", []],
    ["/me", [NAME]],
  ] as const) {
    await expectText(phone, path, texts);
  }

  await comeIn(page, world.clinician, "Worklist");
  await startDraft.execute(clinician, { ...draft, id: newId() });
  const record = `/patients/${patient.patientId}`;
  for (const [path, texts] of [
    ["/worklist", []],
    ["/worklist/everyone", [NAME]],
    ["/patients", [NAME]],
    [`/patients?q=${encodeURIComponent(SCRIPT)}`, [NAME]],
    [record, [NAME, GOAL, NOTE]],
    [`${record}/log`, [NOTE, REASON]],
    [`${record}/answers`, [NAME]],
    [`${record}/edit`, [NAME, GOAL]],
    [`${record}/plan`, [NAME, NOTE]],
    [`${record}/plan/preview`, [NAME, NOTE]],
    ["/library?own=1", [NOTE]],
    [`/library?q=${encodeURIComponent(SCRIPT)}`, [SCRIPT]],
    [`/library/${libraryId}`, [NOTE]],
    [`/library/${libraryId}?use=plan`, [NAME]],
    [`/library/${libraryId}/edit`, [NOTE]],
    [`/library/${articleId}`, [NAME, NOTE, SCRIPT]],
    [`/library/${articleId}/edit`, [NAME, NOTE]],
  ] as const) {
    await expectText(page, path, texts);
  }

  const office = await device(DESKTOP);
  await comeIn(office, world.admin, "Members");
  for (const path of ["/members", "/audit", `/members?q=${encodeURIComponent(NAME)}`]) {
    await expectText(office, path, [NAME]);
  }
});
