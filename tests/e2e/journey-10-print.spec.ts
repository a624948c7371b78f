import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { comeIn } from "../support/e2e/steps";
import { expect, expectPage, PHONE, test, visit } from "../support/e2e/test";
import { makePatient, makeWorld } from "../support/e2e/world";

/** What a handout may weigh, in bytes. */
const MOST_BYTES = 300_000;

const pagesOf = (pdf: Buffer) => Number(/\/Type \/Pages[\s\S]*?\/Count (\d+)/.exec(pdf.toString("latin1"))?.[1]);

/** Follows a link to a file and gives its name and bytes. */
async function download(page: Page, link: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: link, exact: true }).click(),
  ]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** The sheet as it lies on paper: what the browser prints of the page. */
async function expectPrinted(page: Page, exercises: number): Promise<Buffer> {
  const sheet = page.getByRole("article");
  await expect(sheet.getByRole("img", { name: /: how it (starts|ends)$/ })).toHaveCount(2 * exercises);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(page.getByRole("navigation", { name: "Places" })).toBeHidden();
  await expect(sheet.getByRole("img", { name: "QR code to sign in" })).toBeVisible();
  const wide = await sheet.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await page.emulateMedia({ media: null });
  return page.pdf({ preferCSSPageSize: true });
}

test("a plan goes on paper: from the browser, as a PDF, in large print", async ({ page, device, request, admin }) => {
  test.setTimeout(120_000);
  const world = await makeWorld(admin);
  const patient = await makePatient(admin, world, { name: "Zoë O'Brien" });
  const [day] = new Date().toISOString().split("T");

  await test.step("the clinician opens the sheet from the plan, and it prints with its figures", async () => {
    await comeIn(page, world.clinician, "Worklist");
    await visit(page, `/patients/${patient.patientId}/plan`, patient.name, "plan-handout-links");
    await page.getByRole("navigation", { name: "Handout" }).getByRole("link", { name: "Handout to print" }).click();
    await expectPage(page, "Your exercises", "handout");
    await expect(page.getByText(`For ${patient.name}`)).toBeVisible();
    await expect(page.getByRole("heading", { name: "Two-week diary" })).toBeVisible();
    await expect(page.getByText("Pain limit: 4 out of 10.").first()).toBeVisible();
    const printed = await expectPrinted(page, 5);
    expect(pagesOf(printed)).toBeGreaterThanOrEqual(2);
    expect(pagesOf(printed)).toBeLessThanOrEqual(5);
  });

  await test.step("the PDF is small, and its name says whose it is", async () => {
    const { name, bytes } = await download(page, "Download as PDF");
    expect(name).toMatch(new RegExp(`^exercises-zoe-o-brien-${day?.slice(0, 8)}\\d\\d\\.pdf$`));
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(bytes.length).toBeLessThan(MOST_BYTES);
    expect(pagesOf(bytes)).toBeGreaterThanOrEqual(2);
  });

  await test.step("large print has larger letters and more pages", async () => {
    const normal = await download(page, "Download as PDF");
    await page.getByRole("link", { name: "Large print" }).click();
    await expect(page.getByRole("link", { name: "Normal print" })).toBeVisible();
    await expectPage(page, "Your exercises", "handout-large");
    const large = await download(page, "Download as PDF");
    expect(pagesOf(large.bytes)).toBeGreaterThan(pagesOf(normal.bytes));
    expect(large.bytes.length).toBeLessThan(MOST_BYTES);
  });

  await test.step("the patient prints the same from the phone, and sees who looked", async () => {
    const phone = await device(PHONE);
    await comeIn(phone, patient, "Today");
    await phone.getByRole("link", { name: "Print my plan" }).click();
    await expectPage(phone, "Your exercises", "handout-phone");
    await expectPrinted(phone, 5);
    const { bytes } = await download(phone, "Download as PDF");
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    await visit(phone, "/me", patient.name);
    await expect(phone.getByText(/made the handout of the plan/i)).toBeVisible();
  });

  await test.step("nothing of it is kept by a cache, and a stranger's answer is that of nothing", async () => {
    const neighbour = await makePatient(admin, world, { name: "Nia Neighbour" });
    const get = (cookie: string) =>
      request.get(`/api/handout/${patient.planId}`, { headers: { Cookie: cookie }, maxRedirects: 0 });
    const own = await get(patient.cookie);
    expect(own.headers()["cache-control"]).toContain("no-store");
    expect(own.headers()["content-type"]).toBe("application/pdf");
    expect(own.headers()["x-content-type-options"]).toBe("nosniff");
    expect((await get(neighbour.cookie)).status()).toBe(404);
  });
});
