import { Secret, TOTP } from "otpauth";
import { z } from "zod";
import { linkOf, readMail } from "../support/e2e/mail";
import { givePassword, signIn } from "../support/e2e/steps";
import { DESKTOP, expect, expectPage, test, visit } from "../support/e2e/test";
import { forgive } from "../support/e2e/watch";
import { freshEmail, makeWorld } from "../support/e2e/world";

/** What an authenticator app shows `ahead` seconds from now. */
const codeOf = (secret: string, ahead = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + ahead * 1000 });

test("an administrator signs in with a code and invites a clinician, who comes in once", async ({
  page,
  device,
  admin,
}) => {
  test.setTimeout(120_000);
  // A browser says of every refused password that the server answered 401.
  forgive(page, /401 \(Unauthorized\).*\/api\/auth\/callback\//);
  const world = await makeWorld(admin);
  const email = freshEmail("Noor");
  let secret = "";

  await test.step("a wrong password is refused and what was typed stays", async () => {
    await page.goto("/");
    await expectPage(page, "Sign in", "sign-in");
    await givePassword(page, { email: world.admin.email, password: "not the password at all" });
    await expect(page.getByText("This e-mail and password do not fit together.")).toBeVisible();
    await expect(page.getByLabel("E-mail")).toHaveValue(world.admin.email);
  });

  await test.step("the right one opens the first page of an administrator", async () => {
    await givePassword(page, world.admin);
    await expectPage(page, "Members", "members");
  });

  await test.step("sign-in codes are set up, and ten recovery codes shown once", async () => {
    await page.getByRole("link", { name: "Account" }).click();
    await expectPage(page, world.admin.name, "account");
    await page.getByRole("link", { name: "Set up" }).click();
    await expectPage(page, "Sign-in codes");
    await page.getByRole("button", { name: "Set up sign-in codes" }).click();
    await expect(page.getByRole("heading", { name: "1. Show this to your app" })).toBeVisible();
    await expectPage(page, "Sign-in codes", "code-set-up");
    secret = (await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent())?.replaceAll(" ", "") ?? "";
    await page.getByLabel("Six-digit code").fill(codeOf(secret));
    await page.getByRole("button", { name: "Turn sign-in codes on" }).click();
    await expect(page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem")).toHaveCount(10);
    await expectPage(page, "Sign-in codes", "recovery-codes");
    await page.getByRole("link", { name: "I have kept them" }).click();
    await expectPage(page, world.admin.name);
  });

  await test.step("from now on a password alone is not enough", async () => {
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    await expectPage(page, "Sign in");
    await givePassword(page, world.admin);
    await expectPage(page, "One more step", "code");
    await page.goto("/members");
    await expectPage(page, "One more step");
    await page.getByLabel("Six-digit code").fill("000000");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText("This code does not fit, or was used before.").first()).toBeVisible();
    await page.getByLabel("Six-digit code").fill(codeOf(secret, 30));
    await page.getByRole("button", { name: "Sign in" }).click();
    await expectPage(page, "Members");
  });

  await test.step("a clinician is invited, by a form that says what it lacks", async () => {
    await page.getByRole("button", { name: "Send invitation" }).click();
    await expect(page.getByText("Enter a name.").first()).toBeVisible();
    await expectPage(page, "Members");
    await page.getByLabel("Name", { exact: true }).fill("Noor Haddad");
    await page.getByLabel("E-mail", { exact: true }).fill(email);
    await page.getByRole("radio", { name: /^Clinician/ }).check();
    await page.getByRole("button", { name: "Send invitation" }).click();
    await expect(page.getByText("Invitation sent")).toBeVisible();
    await expect(
      page.getByRole("table", { name: "Invitations" }).getByRole("row", { name: /Noor Haddad/ }),
    ).toContainText("Waiting");
    await expectPage(page, "Members");
  });

  const mail = await readMail(admin, email, /invite|place/i);
  const guest = await device(DESKTOP);

  await test.step("looking at the invitation does not use it up; a weak password is refused with a hint", async () => {
    await guest.goto(linkOf(mail));
    await guest.reload();
    await expectPage(guest, "Welcome, Noor Haddad", "invitation");
    await guest.getByLabel("Choose a password").fill("password");
    await guest.getByRole("button", { name: "Accept and go in" }).click();
    await expect(guest.getByText(/at least 12 characters/i).first()).toBeVisible();
    await expectPage(guest, "Welcome, Noor Haddad");
  });

  await test.step("the clinician sets a password and is in", async () => {
    await guest.getByLabel("Choose a password").fill("grey herons over the weir");
    await guest.getByRole("button", { name: "Accept and go in" }).click();
    await expectPage(guest, "Worklist", "worklist-empty");
  });

  await test.step("the link opens nothing a second time", async () => {
    const late = await device(DESKTOP);
    await visit(late, linkOf(mail), "This invitation was accepted already", "invitation-used");
  });

  await test.step("the administrator sees that the clinician is here", async () => {
    await page.reload();
    await expect(
      page.getByRole("table", { name: "People who work here" }).getByRole("row", { name: /Noor Haddad/ }),
    ).toContainText("Clinician");
    await expectPage(page, "Members");
    await visit(page, "/audit", "Audit log", "audit");
    await expect(page.getByRole("row", { name: /Noor Haddad.*accepted an invitation/ })).toBeVisible();
  });

  await test.step("this clinic's mail is not among the demo clinic's", async () => {
    const visitor = await device(DESKTOP);
    await visit(visitor, "/outbox", "Outbox of the demo clinic");
    await expect(visitor.getByText(email)).toHaveCount(0);
  });
});

test("in the demo clinic the invitation can be read at a page", async ({ page, device }) => {
  const signIns = z
    .array(z.object({ role: z.string(), email: z.string(), password: z.string() }))
    .parse(JSON.parse(process.env.PLUMBLINE_E2E_SIGN_INS ?? "[]"));
  const demo = signIns.find(({ role }) => /admin/i.test(role));
  if (!demo) throw new Error("the demo clinic has no administrator to sign in as");
  const email = freshEmail("Rowan");
  await signIn(page, demo, "Members");
  await page.getByLabel("Name", { exact: true }).fill("Rowan Tate");
  await page.getByLabel("E-mail", { exact: true }).fill(email);
  await page.getByRole("radio", { name: /^Administrator/ }).check();
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByText("Invitation sent")).toBeVisible();
  const visitor = await device(DESKTOP);
  await visit(visitor, "/outbox", "Outbox of the demo clinic", "outbox");
  await visitor.getByRole("article").filter({ hasText: email }).getByRole("link").click();
  await expectPage(visitor, "Welcome, Rowan Tate");
});
