import fs from "node:fs";
import path from "node:path";
import { runLogged } from "./processes.mjs";

const allows = (list, value) =>
  !list || list.includes(value) || (list.some((one) => one.startsWith("!")) && !list.includes(`!${value}`));

/**
 * True when node_modules holds what the lockfile says. Compared by content, because a checkout or a copy changes times.
 * @param {object} wanted package-lock.json
 * @param {object | null} installed node_modules/.package-lock.json, which npm writes when it has finished
 * @param {{ platform: string, arch: string, withDev: boolean }} machine
 */
export function isInstalled(wanted, installed, { platform, arch, withDev }) {
  if (!installed?.packages) return false;
  return Object.entries(wanted.packages).every(([where, entry]) => {
    if (where === "" || entry.link) return true;
    if (!withDev && (entry.dev || entry.devOptional)) return true;
    const found = installed.packages[where];
    if (found) return found.version === entry.version && found.integrity === entry.integrity;
    if (entry.peer && entry.optional) return true;
    if (!entry.optional && !entry.devOptional) return false;
    const isForUs = entry.os && entry.cpu && allows(entry.os, platform) && allows(entry.cpu, arch);
    return !isForUs || Boolean(entry.libc);
  });
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** True when `npm ci` has to run. */
export function needsInstall(root, { withDev }) {
  const wanted = readJson(path.join(root, "package-lock.json"));
  const installed = readJson(path.join(root, "node_modules", ".package-lock.json"));
  return !isInstalled(wanted ?? { packages: {} }, installed, {
    platform: process.platform,
    arch: process.arch,
    withDev,
  });
}

/** Runs `npm ci` with the npm that called us, or the one on the PATH. */
export async function install(root, { logFile, withDev }) {
  const npm = process.env.npm_execpath?.endsWith("npm-cli.js") ? process.env.npm_execpath : null;
  const args = ["ci", "--no-audit", "--no-fund", ...(withDev ? ["--include=dev"] : [])];
  await runLogged(npm ? process.execPath : "npm", npm ? [npm, ...args] : args, {
    cwd: root,
    logFile,
    failure: "npm ci failed",
    wayOut: "check the network, then start again",
  });
}
