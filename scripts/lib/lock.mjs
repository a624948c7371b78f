import fs from "node:fs";
import path from "node:path";
import { identityOf, isSameProcess, stopProcess } from "./processes.mjs";
import { Trouble } from "./trouble.mjs";

const isProcess = (value) => Number.isSafeInteger(value?.pid) && value.pid > 0 && typeof value.identity === "string";

/** What a lock file says, or null when it is damaged: { holder: {pid, identity}, address, web: {pid, identity} | null }. */
export function parseLock(text) {
  try {
    const { holder, address, web } = JSON.parse(text);
    if (!isProcess(holder)) return null;
    return { holder, address: typeof address === "string" ? address : "", web: isProcess(web) ? web : null };
  } catch {
    return null;
  }
}

const processRecord = (pid) => ({ pid, identity: identityOf(pid) ?? "" });

function read(file) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}

/** Puts the whole text in place in one go; false when another lock is there already. */
function create(file, text) {
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, text, { mode: 0o600 });
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/** Takes a dead holder's lock away, and puts it back when somebody else had already replaced it. */
function takeAway(file, expected) {
  const aside = `${file}.${process.pid}.stale`;
  try {
    fs.renameSync(file, aside);
  } catch (error) {
    if (error.code === "ENOENT") return;
    throw error;
  }
  if (read(aside) !== expected) {
    try {
      fs.linkSync(aside, file);
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
  }
  fs.rmSync(aside, { force: true });
}

/**
 * Takes the lock, or says who holds it: { lock } or { heldBy }. A lock whose holder has died is replaced; a web server
 * the dead holder left behind is stopped. `recovered` is true in that case.
 */
export async function takeLock(file, { address = "" } = {}) {
  let recovered = false;
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const content = { holder: processRecord(process.pid), address, web: null };
    if (create(file, JSON.stringify(content))) return { lock: openLock(file, content), recovered };
    const text = read(file);
    if (text === null) continue;
    const found = parseLock(text);
    if (found && isSameProcess(found.holder.pid, found.holder.identity)) return { heldBy: found };
    if (found?.web && isSameProcess(found.web.pid, found.web.identity)) {
      const patience = [
        ["SIGTERM", 10_000],
        ["SIGKILL", 2000],
      ];
      await stopProcess(found.web.pid, patience);
    }
    takeAway(file, text);
    recovered = true;
  }
  throw new Trouble(`the lock ${file} cannot be taken`, { wayOut: "delete that file if no Plumbline is running" });
}

function openLock(file, content) {
  let current = JSON.stringify(content);
  return {
    /** Writes down the web server's process, so that the next start can stop it if this one is killed. */
    recordWeb(pid) {
      current = JSON.stringify({ ...content, web: processRecord(pid) });
      const draft = `${file}.${process.pid}`;
      fs.writeFileSync(draft, current, { mode: 0o600 });
      fs.renameSync(draft, file);
    },
    release() {
      if (read(file) === current) fs.rmSync(file, { force: true });
    },
  };
}

/** The lock of one DATA_DIR: only one Plumbline may serve it. */
export async function lockDataDirectory(dataDir, { address, command }) {
  const { lock, heldBy, recovered } = await takeLock(path.join(dataDir, "lock.json"), { address });
  if (heldBy) {
    throw new Trouble(`already running on ${dataDir} as process ${heldBy.holder.pid}, at ${heldBy.address}`, {
      wayOut: `stop that one, or start another beside it with DATA_DIR=.data-2 PORT=3001 ${command}`,
    });
  }
  return { lock, recovered };
}
