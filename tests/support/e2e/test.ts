import { type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import postgres from "postgres";
import { closePool } from "@/db/client";
import { checkAxe, complaints, shot, type Watched, watch } from "./watch";

export { expect } from "@playwright/test";

export const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: process.env.SHOTS === "1" ? 2 : 1,
} satisfies BrowserContextOptions;
export const DESKTOP = { viewport: { width: 1440, height: 900 } } satisfies BrowserContextOptions;

const setting = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run these through \`npm test -- e2e\``);
  return value;
};

/** The portal, and the same portal five weeks later. Cookies know no ports: who is signed in here is signed in there. */
export const portalUrl = () => setting("PLUMBLINE_E2E_URL");
export const laterUrl = () => setting("PLUMBLINE_E2E_LATER_URL");

type Tools = {
  /** Another person's device: a page with cookies of its own. */
  device: (screen: BrowserContextOptions) => Promise<Page>;
  watching: Watched[];
};

/** Tests of the portal: every page is watched, and a console error, an uncaught error or a refusal by the CSP fails it. */
export const test = base.extend<Tools, { admin: postgres.Sql }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from this pattern.
  baseURL: async ({}, use) => use(portalUrl()),
  contextOptions: { reducedMotion: "reduce" },
  admin: [
    // biome-ignore lint/correctness/noEmptyPattern: as above.
    async ({}, use) => {
      const sql = postgres(setting("DATABASE_ADMIN_URL"), { max: 2, onnotice: () => undefined });
      await use(sql);
      await sql.end();
      await closePool();
    },
    { scope: "worker" },
  ],
  watching: [
    // biome-ignore lint/correctness/noEmptyPattern: as above.
    async ({}, use) => {
      const watching: Watched[] = [];
      await use(watching);
      expect(watching.flatMap(complaints), "what pages complained of").toEqual([]);
    },
    { auto: true },
  ],
  page: async ({ page, watching }, use) => {
    watching.push(watch(page));
    await use(page);
  },
  device: async ({ browser, watching }, use) => {
    const opened: { close: () => Promise<void> }[] = [];
    await use(async (screen) => {
      const context = await browser.newContext({
        ...screen,
        baseURL: portalUrl(),
        locale: "en-GB",
        timezoneId: "Europe/London",
        reducedMotion: "reduce",
        serviceWorkers: "block",
      });
      opened.push(context);
      const page = await context.newPage();
      watching.push(watch(page));
      return page;
    });
    for (const context of opened) await context.close();
  },
});

/**
 * The page with this heading has come, to its last byte: React complains of a page that is left while parts of it are still on
 * their way, and rightly, because it never got them.
 */
export async function expectHeading(page: Page, heading: string | RegExp): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
  await page.waitForLoadState("domcontentloaded");
  // The title comes in a piece of its own, which may be the last.
  await expect(page).toHaveTitle(/./);
}

/** The page with this heading is there, and axe finds nothing to say. Its name is what a picture is kept under. */
export async function expectPage(page: Page, heading: string | RegExp, name?: string): Promise<void> {
  await expectHeading(page, heading);
  await checkAxe(page);
  if (name) await shot(page, name);
}

/** Goes to an address and expects its page. */
export async function visit(page: Page, path: string, heading: string | RegExp, name?: string): Promise<void> {
  await page.goto(path);
  await expectPage(page, heading, name);
}
