import fs from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { build, hashSource, isBuilt } from "./build.mjs";
import { install, needsInstall } from "./install.mjs";
import { beforeLeaving } from "./lifecycle.mjs";
import { takeLock } from "./lock.mjs";

/** Two starts must not install or build in one working tree at once: the second waits for the first. */
async function withTreeLock(root, progress, work) {
  const folder = path.join(root, ".data");
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  let hasSaidSo = false;
  for (;;) {
    const { lock, heldBy } = await takeLock(path.join(folder, "working-tree.lock"));
    if (lock) {
      const forget = beforeLeaving(() => lock.release());
      try {
        return await work();
      } finally {
        lock.release();
        forget();
      }
    }
    if (!hasSaidSo) progress.print(`  waiting for process ${heldBy.holder.pid}, which is installing or building here`);
    hasSaidSo = true;
    await delay(500);
  }
}

/** `npm ci`, when node_modules is not what the lockfile says. */
export async function ensureInstalled(root, progress, { withDev }) {
  if (!needsInstall(root, { withDev })) return;
  await withTreeLock(root, progress, async () => {
    if (!needsInstall(root, { withDev })) return;
    const logFile = path.join(root, ".data", "install.log");
    await progress.step("install", "npm ci", () => install(root, { logFile, withDev }), { long: true });
  });
}

/** `next build`, when .next is not a build of this source. */
export async function ensureBuilt(root, progress) {
  if (isBuilt(root, hashSource(root))) return;
  await withTreeLock(root, progress, async () => {
    if (isBuilt(root, hashSource(root))) return;
    const logFile = path.join(root, ".data", "build.log");
    await progress.step("build", "next build", () => build(root, { logFile }), { long: true });
  });
}
