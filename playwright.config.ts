import { defineConfig } from "@playwright/test";

const report = process.env.PLUMBLINE_E2E_REPORT;
const DESKTOP = { viewport: { width: 1440, height: 900 } };
// A phone has more dots than these; they matter to pictures alone, and painting four times as many takes its time.
const DOTS = process.env.SHOTS === "1" ? 2 : 1;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: DOTS };
// A file is tried on one screen: the phone when it is called *.phone.spec.ts, else the desktop.
const ON_PHONE = /\.phone\.spec\.ts$/;

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: /\.spec\.ts$/,
  outputDir: "test-results",
  globalSetup: "./tests/support/portal.ts",
  workers: 2,
  retries: 0,
  timeout: 30_000,
  expect: { timeout: 7_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: report ? [["list"], ["json", { outputFile: report }]] : [["list"]],
  use: {
    browserName: "chromium",
    locale: "en-GB",
    timezoneId: "Europe/London",
    // What a service worker fetches escapes the eyes of a test; those that are about it let it in.
    serviceWorkers: "block",
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    // A trace of every step costs a quarter of the time; what failed is told with the page as it was.
    trace: process.env.TRACE === "1" ? "retain-on-failure" : "off",
    launchOptions: {
      executablePath: process.env.PLUMBLINE_CHROMIUM,
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-gpu",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  projects: [
    { name: "desktop", testIgnore: ON_PHONE, use: DESKTOP },
    { name: "phone", testMatch: ON_PHONE, use: PHONE },
  ],
});
