import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { runLogged } from "./processes.mjs";
import { Trouble } from "./trouble.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC_APPS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** True when it runs at all: a stub, or a browser whose libraries are missing, does not. */
function runs(file) {
  if (!file || !fs.existsSync(file)) return false;
  const { status, stdout } = spawnSync(file, ["--version"], { encoding: "utf8", timeout: 20_000 });
  return status === 0 && /chrom/i.test(stdout);
}

async function ownChromium() {
  const { chromium } = await import("@playwright/test");
  return chromium.executablePath();
}

function installedChromium() {
  const folders = [...(process.env.PATH ?? "").split(path.delimiter), "/usr/bin", "/snap/bin"].filter(Boolean);
  return [...MAC_APPS, ...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)))].find(runs) ?? null;
}

async function findChromium() {
  const own = await ownChromium();
  return runs(own) ? own : installedChromium();
}

/** A Chromium for the browser tests: the one that is named, Playwright's, the machine's, or null. */
export async function lookForBrowser() {
  for (const name of ["PLUMBLINE_CHROMIUM", "CHROMIUM_PATH"]) {
    const given = process.env[name];
    if (!given) continue;
    if (runs(given)) return given;
    throw new Trouble(`${name}=${given} is not a Chromium that runs`, { wayOut: `correct it, or unset ${name}` });
  }
  return findChromium();
}

const canUseApt = () => process.getuid?.() === 0 && fs.existsSync("/usr/bin/apt-get");

function waysToInstall(root) {
  const playwright = [process.execPath, path.join(root, "node_modules/@playwright/test/cli.js"), "install"];
  const apt = canUseApt();
  return [
    [...playwright, ...(apt ? ["--with-deps"] : []), "chromium"],
    ...(apt
      ? [
          ["apt-get", "update"],
          ["apt-get", "install", "-y", "--no-install-recommends", "chromium"],
        ]
      : []),
  ];
}

/** Gets one, by Playwright and then by the machine's own packages. Returns its path. */
export async function installBrowser(root, { logFile, print }) {
  for (const [command, ...args] of waysToInstall(root)) {
    try {
      const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
      await runLogged(command, args, {
        cwd: root,
        env,
        logFile,
        timeout: 300_000,
        failure: `${path.basename(command)} failed`,
      });
    } catch (error) {
      print(`  browser      ${path.basename(command)} ${args.at(-1)}: ${error.message}; trying another way`);
    }
    const found = await findChromium();
    if (found) return found;
  }
  throw new Trouble("there is no Chromium for the browser tests, and none could be fetched", {
    wayOut: "install Chromium or Chrome, or name one with CHROMIUM_PATH=…",
  });
}
