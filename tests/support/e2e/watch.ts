import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What went wrong in a page that nobody asserts on: console errors, uncaught errors, refusals of the security policy. */
export type Watched = { page: Page; problems: string[]; forgiven: RegExp[] };

const watched = new WeakMap<Page, Watched>();

/** Begins to listen. Every problem that is not forgiven fails the test at its end. */
export function watch(page: Page): Watched {
  const problems: string[] = [];
  const entry: Watched = { page, problems, forgiven: [] };
  watched.set(page, entry);
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
  page.on("response", (response) => {
    if (response.status() >= 500)
      problems.push(`${response.status()} ${response.request().method()} ${response.url()}`);
  });
  return entry;
}

/** A failed load the step is about, such as the page of an id that is not there. */
export function forgive(page: Page, pattern: RegExp): void {
  watched.get(page)?.forgiven.push(pattern);
}

/** What is left to complain of. */
export function complaints({ problems, forgiven }: Watched): string[] {
  return problems.filter((problem) => !forgiven.some((pattern) => pattern.test(problem)));
}

const require = createRequire(import.meta.url);
/** Less than half of what the package gives as its source, which every page would have to read anew. */
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

type AxeWindow = Window & { axe?: { run: (context: Document, options: object) => Promise<AxeResult> } };
type AxeResult = {
  violations: { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }[];
};

/**
 * No violation of WCAG 2.2 AA that axe can find, in the page as it stands. It is measured at its full height: a bar that stays
 * at the foot of the screen then covers nothing one could scroll to.
 */
export async function checkAxe(page: Page): Promise<void> {
  const size = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const isTall = size !== null && height > size.height;
  if (isTall) await page.setViewportSize({ width: size.width, height });
  const isThere = await page.evaluate(() => "axe" in window);
  if (!isThere) await page.evaluate(AXE);
  const found = await page.evaluate(async (tags) => {
    const { axe: here } = window as AxeWindow;
    if (!here) throw new Error("axe is not loaded");
    const { violations } = await here.run(document, {
      runOnly: { type: "tag", values: tags },
      resultTypes: ["violations"],
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help} at ${node.target.join(" ")}: ${node.failureSummary ?? ""}`),
    );
  }, WCAG);
  if (isTall) await page.setViewportSize(size);
  expect(found, `axe on ${page.url()}`).toEqual([]);
}

/** Keeps a picture of the page when SHOTS=1. */
export async function shot(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS !== "1") return;
  await page.screenshot({ path: join("test-results", "shots", `${name}.png`), fullPage: true, timeout: 60_000 });
}
