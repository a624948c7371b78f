import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { installBrowser, lookForBrowser } from "./browser.mjs";
import { beforeLeaving, handleSignals, isLeaving, leave, never, runScript } from "./lifecycle.mjs";
import { ensureBuilt, ensureInstalled } from "./prepare-tree.mjs";
import { startChild } from "./processes.mjs";
import { createProgress } from "./progress.mjs";
import {
  addTallies,
  failuresOfPlaywright,
  failuresOfVitest,
  judgeFloor,
  tallyLine,
  tallyPlaywright,
  tallyVitest,
} from "./tally.mjs";
import { describeTrouble, Trouble } from "./trouble.mjs";

const FLOORS = ["unit", "integration", "e2e"];
// A developer's own portal, its database and its secrets stay out of the tests.
const NOT_FOR_TESTS =
  /^(DATABASE_URL|DATABASE_ADMIN_URL|DATA_DIR|DEMO|HOST|PORT|PUBLIC_URL|NODE_ENV|CLOCK_OFFSET_SECONDS|NEXTAUTH_.*|APP_SECRET|DOOR_SECRET|ENCRYPTION_KEY|S3_.*)$/;

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
const progress = createProgress();

function chooseFloors([first, ...rest]) {
  if (first === undefined) return { floors: FLOORS, extra: [] };
  if (FLOORS.includes(first)) return { floors: [first], extra: rest };
  throw new Trouble(`there are no tests called ${first}`, {
    wayOut: "npm test, or npm test -- unit, integration or e2e, with the runner's own options after it",
  });
}

function readReport(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

async function runFloor(floor, { extra, env, folder }) {
  const report = path.join(folder, `${floor}.json`);
  const isBrowser = floor === "e2e";
  const args = isBrowser
    ? [path.join(root, "node_modules/@playwright/test/cli.js"), "test", ...extra]
    : [
        path.join(root, "node_modules/vitest/vitest.mjs"),
        "run",
        "--project",
        floor,
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${report}`,
        ...extra,
      ];
  const options = { cwd: root, env: { ...env, PLUMBLINE_E2E_REPORT: report }, stdio: "inherit" };
  const { code } = await startChild(process.execPath, args, options).ended;
  if (isLeaving()) await never();
  const found = readReport(report);
  const counts = found && (isBrowser ? tallyPlaywright(found) : tallyVitest(found));
  const tally = judgeFloor(code, counts);
  console.log(`\n${floor}: ${tallyLine(tally)}${counts ? "" : " (the runner did not finish)"}\n`);
  const failures = found ? (isBrowser ? failuresOfPlaywright(found) : failuresOfVitest(found, root)) : [];
  return { ...tally, failures };
}

async function ensureBrowser(logFile) {
  let file = await lookForBrowser();
  if (file) return file;
  const install = async () => {
    file = await installBrowser(root, { logFile, print: progress.print });
    return file;
  };
  await progress.step("browser", "fetching Chromium", install, { long: true });
  return file;
}

async function prepareFloor(floor, shared) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !NOT_FOR_TESTS.test(name)));
  if (floor === "unit") return env;
  if (!shared.database) {
    await progress.step("database", "starting a throw-away PostgreSQL", async () => {
      const { startTestDatabase } = await import("./test-database.mjs");
      shared.database = await startTestDatabase(root);
    });
  }
  env.TEST_DATABASE_ADMIN_URL = shared.database.adminUrl;
  if (floor === "integration") return env;
  env.PLUMBLINE_CHROMIUM = await ensureBrowser(path.join(root, ".data", "browser.log"));
  await ensureBuilt(root, progress);
  return env;
}

async function main() {
  const { floors, extra } = chooseFloors(process.argv.slice(2));
  handleSignals({ exitCode: (signal) => (signal === "SIGTERM" ? 143 : 130), onFirst: progress.end });
  await ensureInstalled(root, progress, { withDev: true });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "plumbline-reports-"));
  beforeLeaving(() => fs.rmSync(folder, { recursive: true, force: true }));
  const shared = {};
  const tallies = [];
  for (const floor of floors) {
    try {
      const env = await prepareFloor(floor, shared);
      tallies.push(await runFloor(floor, { extra, env, folder }));
    } catch (error) {
      if (isLeaving()) await never();
      console.error(describeTrouble(error));
      tallies.push(judgeFloor(1, null));
    }
  }
  await shared.database?.close();
  const sum = addTallies(tallies);
  // The last lines are what a log that was cut short still has: they say what to look for.
  for (const failure of tallies.flatMap(({ failures = [] }) => failures)) console.log(`failed: ${failure}`);
  console.log(tallyLine(sum));
  await leave(sum.failed > 0 || sum.passed === 0 ? 1 : 0);
}

runScript(main);
