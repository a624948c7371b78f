import { expect, type Locator, type Page } from "@playwright/test";
import { expectHeading, expectPage, portalUrl } from "./test";
import type { Account } from "./world";

type Credentials = { email: string; password: string };

/** Gives e-mail and password on the page that asks for them. */
export async function givePassword(page: Page, { email, password }: Credentials): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Signs in from the front door and arrives at a page with this heading. */
export async function signIn(page: Page, who: Credentials, heading: string | RegExp, portal = "/"): Promise<void> {
  await page.goto(portal);
  await expectHeading(page, "Sign in");
  await givePassword(page, who);
  await expectHeading(page, heading);
}

/**
 * Is signed in from the start and arrives at a page with this heading: for journeys that are about something else than the front
 * door, which those of the administrator, of strangers and of leaving go through.
 */
export async function comeIn(
  page: Page,
  { newCookie }: Pick<Account, "newCookie">,
  heading: string | RegExp,
  portal = "/",
): Promise<void> {
  const [name = "", value = ""] = (await newCookie()).split("=");
  await page.context().addCookies([{ name, value, url: portalUrl() }]);
  await page.goto(portal);
  await expectHeading(page, heading);
}

/** Chooses one of the answers under a legend. */
export async function choose(within: Page | Locator, legend: string | RegExp, answer: string | RegExp): Promise<void> {
  const group = within.getByRole("group", { name: legend });
  const radio = group.getByRole("radio", { name: answer, exact: true });
  // The radio lies unseen under its label, which is what a person presses.
  await radio.locator("xpath=ancestor::label").click();
  await expect(radio).toBeChecked();
}

/** Opens an invitation on a device and accepts it with a password. */
export async function acceptInvitation(page: Page, link: string, who: Credentials & { name: string }): Promise<void> {
  await page.goto(link);
  await expectPage(page, `Welcome, ${who.name}`);
  await page.getByLabel("Choose a password").fill(who.password);
  await page.getByRole("button", { name: "Accept and go in" }).click();
}
