import type { Page } from "@playwright/test";
import { ownSlug } from "@/lib/library/own-slug";
import { finishSaying, muteSpeech, saidOn } from "../support/e2e/speech";
import { comeIn } from "../support/e2e/steps";
import { DESKTOP, expect, expectPage, PHONE, test, visit } from "../support/e2e/test";
import { makePatient, makeWorld } from "../support/e2e/world";

const ORIGINAL = "Stiff ankles: what they can change higher up";
const OWN = "Your ankle after the cast";
const OWN_HEADING = "The first days without it";
const TEXT = `# ${OWN_HEADING}

Your ankle is stiff and thin now. **That is normal.** Walk a little more each day.

- Take the stairs one at a time.
- Sit down when it throbs.

See [our page](https://example.org/ankle), and [not this](javascript:window.ran=1).

<script>window.ran = 1</script>`;
const LEAFLET = "How to book a call";

const sheet = (page: Page) => page.getByRole("region", { name: "As your patient reads it" });
const preview = (page: Page) => page.getByRole("region", { name: "The text as your patient reads it" });
const save = (page: Page) => page.getByRole("button", { name: "Save as a new version" });

test("copy an article, change it, see how it reads, and give it to a patient, who reads it", async ({
  page,
  device,
  admin,
}) => {
  test.setTimeout(180_000);
  const world = await makeWorld(admin);
  const patient = await makePatient(admin, world);
  await comeIn(page, world.clinician, "Worklist");

  await test.step("a copy is made from its page, once, and opened", async () => {
    await page.goto("/library?kind=article&q=stiff+ankles");
    await page.getByRole("list", { name: "Library", exact: true }).getByRole("link", { name: ORIGINAL }).click();
    await expectPage(page, ORIGINAL);
    await page.getByRole("button", { name: "Copy and change" }).dblclick();
    await expectPage(page, "Edit article", "article-edit");
    await expect(page.getByLabel("Title", { exact: true })).toHaveValue(`${ORIGINAL} (copy)`);
    await expect(page.getByRole("list", { name: "Questions" }).getByRole("listitem")).toHaveCount(5);
    await expect(page.getByText("Reads at about age", { exact: false })).toBeVisible();
    const own = await admin`select 1 from library_items where clinic_id = ${world.id} and origin = 'clinic'`;
    expect(own).toHaveLength(1);
  });

  await test.step("what is missing is told at its field, and nothing typed is lost", async () => {
    await page.getByLabel("Title", { exact: true }).fill(OWN);
    await page.getByLabel("Text", { exact: true }).fill("Rest.");
    await page.getByRole("button", { name: "Add a source" }).click();
    await page
      .getByRole("group", { name: /^Source, 7/ })
      .getByLabel("Address")
      .fill("http://example.org");
    await save(page).click();
    const alert = page.getByRole("alert");
    await expect(alert.getByText("Text: Write the text: a few sentences at least.")).toBeVisible();
    await expect(alert.getByText("Sources, 7: Say what it is, or take it away.")).toBeVisible();
    await expect(
      alert.getByText("Sources, 7: Give the whole address, beginning with https://, or none."),
    ).toBeVisible();
    await expectPage(page, "Edit article", "article-edit-errors");
    await alert.getByText(/^Text: /).click();
    await expect(page.getByLabel("Text", { exact: true })).toBeFocused();
    await expect(page.getByLabel("Title", { exact: true })).toHaveValue(OWN);
    await page.getByRole("button", { name: "Take out: Source, 7 of 7" }).click();
  });

  await test.step("the text is seen as the patient reads it, while it is typed", async () => {
    await page.getByText("See how it reads").click();
    await page.getByLabel("Text", { exact: true }).fill(TEXT);
    await expect(preview(page).getByRole("heading", { name: OWN_HEADING })).toBeVisible();
    await expect(preview(page).getByRole("listitem")).toHaveCount(2);
    await expect(preview(page).getByText("<script>window.ran = 1</script>")).toBeVisible();
    await expect(preview(page).getByRole("link", { name: "our page" })).toHaveAttribute(
      "href",
      "https://example.org/ankle",
    );
    await expect(preview(page).getByText("not this")).toBeVisible();
    await expect(preview(page).getByRole("link")).toHaveCount(1);
    await page.getByText("How to write headings, lists and links").click();
    await expectPage(page, "Edit article", "article-preview");
  });

  await test.step("long sentences make it older, and it says so", async () => {
    const hard =
      "Compensatory biomechanical adaptations necessitate individualised neuromuscular rehabilitation programmes. ";
    await page.getByLabel("Text", { exact: true }).fill(hard.repeat(120));
    await expect(page.getByText("Reads at about age 18 or older.")).toBeVisible();
    await expect(page.getByText(/Shorter sentences and everyday words bring it down\./)).toBeVisible();
    await page.getByLabel("Text", { exact: true }).fill(TEXT);
    await expect(page.getByText(/^Reads at about age (7 or younger|[89]|1[01])\.$/)).toBeVisible();
  });

  await test.step("saved, it is the next version, with its own reading time", async () => {
    await save(page).click();
    await expectPage(page, OWN, "article-own");
    await expect(sheet(page).getByRole("heading", { name: OWN_HEADING })).toBeVisible();
    await expect(page.getByRole("list", { name: "Versions, newest first" })).toContainText("Version 2");
    await expect(page.getByText(`Copied from ${ORIGINAL}.`)).toBeVisible();
    await expect(page.getByRole("link", { name: "Edit" })).toBeVisible();
  });

  await test.step("it goes into the patient's plan and is published", async () => {
    await page.getByRole("link", { name: "Use in a plan" }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: new RegExp(patient.name) })
      .click();
    await expectPage(page, "Change the plan");
    await expect(page.getByRole("group", { name: OWN, exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Publish version 2" }).click();
    await expect(page.getByText("Version 2 is published.")).toBeVisible();
  });

  await test.step("the patient reads it, hears it, and can ask about it", async () => {
    const phone = await device(PHONE);
    await muteSpeech(phone);
    await comeIn(phone, patient, "Today");
    await visit(phone, "/read", "Read");
    await phone.getByRole("link", { name: OWN }).click();
    await expectPage(phone, OWN, "own-article-read");
    await phone.getByText("Contents", { exact: true }).click();
    const contents = phone.getByRole("navigation", { name: "In this article" });
    await contents.getByRole("link", { name: OWN_HEADING }).click();
    await expect(phone.locator("#the-first-days-without-it")).toBeInViewport();
    await phone.getByRole("button", { name: "Listen" }).click();
    await finishSaying(phone);
    expect((await saidOn(phone)).map(({ text }) => text)).toEqual([OWN, "Why it matters"]);
    await phone.getByRole("button", { name: "Stop" }).click();
    await phone.getByLabel("Your question").fill("May I cycle?");
    await phone.getByRole("button", { name: "Send my question" }).click();
    await expect(phone.getByText("Your question is sent.")).toBeVisible();
    expect(await phone.evaluate(() => "ran" in window)).toBe(false);
    await visit(phone, "/handout", /./);
    await expect(phone.getByText(OWN).first()).toBeVisible();
  });
});

test("a short leaflet is written from nothing", async ({ device, admin }) => {
  test.setTimeout(90_000);
  const world = await makeWorld(admin);
  const page = await device(DESKTOP);
  await comeIn(page, world.clinician, "Worklist");
  await visit(page, "/library", "Library");
  await page.getByRole("link", { name: "New article" }).click();
  await expectPage(page, "New article", "article-new");
  await expect(page.getByRole("link", { name: "An article" })).toHaveAttribute("aria-current", "page");

  await test.step("the other kind has its own form", async () => {
    await page.getByRole("link", { name: "An exercise" }).click();
    await expectPage(page, "New exercise");
    await page.getByRole("link", { name: "An article" }).click();
    await expectPage(page, "New article");
  });

  await page.getByRole("button", { name: "Add to the library" }).click();
  await expect(page.getByRole("alert").getByRole("button")).toHaveCount(7);
  await page.getByLabel("Title", { exact: true }).fill(LEAFLET);
  await page.getByLabel("What it is about").fill("How to talk to us without coming in.");
  await page.getByLabel("Why it matters").fill("It saves you the way on a bad day.");
  await page.getByLabel("Point 1", { exact: true }).fill("Ring us before ten.");
  await page.getByLabel("Sign 1", { exact: true }).fill("You are short of breath. Ring 999.");
  await page.getByLabel("Reason 1", { exact: true }).fill("You feel worse than last week. Ring us.");
  await page
    .getByLabel("Text", { exact: true })
    .fill("Ring us before ten in the morning. We call you back on the same day.");
  await page.getByLabel("Exercises it speaks of").selectOption({ label: "Clamshell" });
  await page.getByRole("button", { name: "Add to the library" }).dblclick();
  await expectPage(page, LEAFLET, "article-written");
  await expect(page.getByRole("heading", { name: "Exercises it speaks of" })).toBeVisible();
  await expect(sheet(page).getByRole("heading", { name: "Questions people ask" })).toHaveCount(0);
  const rows = await admin<{ id: string; slug: string; minutes: number }[]>`
    select i.id, i.slug, (v.body ->> 'readingMinutes')::int as minutes
    from library_items i join library_versions v on v.clinic_id = i.clinic_id and v.item_id = i.id
    where i.clinic_id = ${world.id} and i.origin = 'clinic'`;
  expect(rows.map(({ id, slug, minutes }) => [slug === ownSlug(LEAFLET, id, "article"), minutes])).toEqual([[true, 1]]);
});
