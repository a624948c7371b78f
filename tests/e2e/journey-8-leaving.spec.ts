import type { APIRequestContext, Page } from "@playwright/test";
import { linkOf, readMail } from "../support/e2e/mail";
import { givePassword, signIn } from "../support/e2e/steps";
import { DESKTOP, expect, expectPage, PHONE, test, visit } from "../support/e2e/test";
import { forgive } from "../support/e2e/watch";
import { makePatient, makeWorld } from "../support/e2e/world";

/** The cookie a browser holds, to be played again once the session it stands for has ended. */
async function cookieOf(page: Page): Promise<string> {
  const cookie = (await page.context().cookies()).find(({ name }) => name === "plumbline");
  if (!cookie) throw new Error("nobody is signed in here");
  return `plumbline=${cookie.value}`;
}

/** What somebody gets who holds this cookie: the page, or the way to sign-in. */
async function expectCookie(request: APIRequestContext, cookie: string, path: string, state: "lives" | "is dead") {
  const answer = await request.get(path, { maxRedirects: 0, headers: { Cookie: cookie } });
  expect(answer.status()).toBe(state === "lives" ? 200 : 307);
  if (state === "is dead") expect(answer.headers().location).toMatch(/^\/sign-in\?next=/);
}

test("signing out ends the session, not only the cookie", async ({ page, request, admin }) => {
  const world = await makeWorld(admin);
  const patient = await makePatient(admin, world);
  await signIn(page, patient, "Today");
  const cookie = await cookieOf(page);
  await expectCookie(request, cookie, "/today", "lives");
  await page.getByRole("link", { name: "Me", exact: true }).click();
  await expectPage(page, patient.name, "me");
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expectPage(page, "Sign in");
  await expectCookie(request, cookie, "/today", "is dead");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
});

test("a forgotten password is set anew by mail, once, and every session ends", async ({
  page,
  device,
  request,
  admin,
}) => {
  test.setTimeout(90_000);
  const world = await makeWorld(admin);
  const patient = await makePatient(admin, world);
  const phone = await device(PHONE);
  await signIn(phone, patient, "Today");
  const cookie = await cookieOf(phone);

  await test.step("asking for a link is answered alike for an address we know and one we do not", async () => {
    const said: string[] = [];
    for (const email of ["nobody.at.all@example.test", patient.email]) {
      await visit(page, "/reset", "Set a new password", "reset");
      await page.getByLabel("E-mail").fill(email);
      await page.getByRole("button", { name: "Send me a link" }).click();
      await expect(page.getByText("Look in your mail")).toBeVisible();
      said.push(await page.getByRole("main").ariaSnapshot());
    }
    expect(said[0]).toBe(said[1]);
  });

  const link = linkOf(await readMail(admin, patient.email, /new password/i));

  await test.step("the link sets one", async () => {
    await visit(page, link, "Choose a new password", "reset-password");
    await page.getByLabel("New password").fill("short");
    await page.getByRole("button", { name: "Save and go to sign-in" }).click();
    await expect(page.getByText(/at least 12 characters/i).first()).toBeVisible();
    await page.getByLabel("New password").fill("four boats on a green lake");
    await page.getByRole("button", { name: "Save and go to sign-in" }).click();
    await expectPage(page, "Sign in", "reset-done");
    await expect(page.getByText("Your new password is set")).toBeVisible();
  });

  await test.step("the old cookie and the old password are worth nothing, and the link is closed", async () => {
    await expectCookie(request, cookie, "/today", "is dead");
    await phone.reload();
    await expectPage(phone, "Sign in");
    forgive(phone, /401 \(Unauthorized\)/);
    await givePassword(phone, patient);
    await expect(phone.getByText("This e-mail and password do not fit together.")).toBeVisible();
    await givePassword(page, { email: patient.email, password: "four boats on a green lake" });
    await expectPage(page, "Today");
    await visit(phone, link, "This link is closed", "reset-closed");
  });
});

test("signing out everywhere reaches every device", async ({ page, device, request, admin }) => {
  const world = await makeWorld(admin);
  const tablet = await device(DESKTOP);
  await signIn(page, world.clinician, "Worklist");
  await signIn(tablet, world.clinician, "Worklist");
  const cookies = [await cookieOf(page), await cookieOf(tablet)];
  expect(cookies[0]).not.toBe(cookies[1]);
  await page.getByRole("link", { name: "Account" }).click();
  await expectPage(page, world.clinician.name);
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expectPage(page, "Sign in");
  for (const cookie of cookies) await expectCookie(request, cookie, "/worklist", "is dead");
  await tablet.getByRole("link", { name: "Patients" }).click();
  await expectPage(tablet, "Sign in");
  await givePassword(tablet, world.clinician);
  await expectPage(tablet, "Patients");
});

test("a member who is switched off is out on the next request, and in again when switched on", async ({
  page,
  device,
  request,
  admin,
}) => {
  test.setTimeout(90_000);
  const world = await makeWorld(admin);
  const desk = await device(DESKTOP);
  await signIn(desk, world.clinician, "Worklist");
  const cookie = await cookieOf(desk);
  await signIn(page, world.admin, "Members");
  const name = world.clinician.name;

  await test.step("switched off, after being asked", async () => {
    await page.getByRole("button", { name: `Switch off the access of ${name}` }).click();
    await expectPage(page, "Members", "members-switch");
    await page.getByRole("dialog").getByRole("button", { name: "Switch off" }).click();
    await expect(page.getByRole("button", { name: `Switch on the access of ${name}` })).toBeVisible();
    await expectCookie(request, cookie, "/worklist", "is dead");
    await desk.getByRole("link", { name: "Patients" }).click();
    await expectPage(desk, "Sign in");
    forgive(desk, /401 \(Unauthorized\)/);
    await givePassword(desk, world.clinician);
    await expect(desk.getByText("This e-mail and password do not fit together.")).toBeVisible();
  });

  await test.step("switched on again; the old cookie stays dead", async () => {
    await page.getByRole("button", { name: `Switch on the access of ${name}` }).click();
    await expect(page.getByRole("button", { name: `Switch off the access of ${name}` })).toBeVisible();
    await expectCookie(request, cookie, "/worklist", "is dead");
    await givePassword(desk, world.clinician);
    await expectPage(desk, "Patients");
  });
});
