import { randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { beforeLeaving } from "./lifecycle.mjs";
import { SUPERUSER, startPostgres, stopOrphan } from "./postgres.mjs";
import { identityOf, isSameProcess } from "./processes.mjs";

const PREFIX = "plumbline-test-";

function ownerOf(folder) {
  try {
    return JSON.parse(fs.readFileSync(path.join(folder, "owner.json"), "utf8"));
  } catch {
    return null;
  }
}

/** Puts away what a test run that was killed left behind. A folder that names no owner is not ours to judge. */
async function putAwayLeftovers() {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const folder = path.join(os.tmpdir(), name);
    const owner = name.startsWith(PREFIX) ? ownerOf(folder) : null;
    if (!owner || isSameProcess(owner.pid, owner.identity)) continue;
    await stopOrphan(path.join(folder, "postgres", "data"));
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** A throw-away PostgreSQL for one test run: { folder, adminUrl, close }. */
export async function startTestDatabase(root) {
  await putAwayLeftovers();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), PREFIX));
  fs.chmodSync(folder, 0o711);
  fs.writeFileSync(
    path.join(folder, "owner.json"),
    JSON.stringify({ pid: process.pid, identity: identityOf(process.pid) }),
  );
  const remove = () => fs.rmSync(folder, { recursive: true, force: true });
  const forget = beforeLeaving(remove);
  const password = randomBytes(24).toString("base64url");
  const logFile = path.join(folder, "postgres.log");
  const clusterDir = path.join(folder, "postgres");
  const server = await startPostgres({ root, clusterDir, password, logFile, disposable: true });
  return {
    folder,
    adminUrl: `postgres://${SUPERUSER}:${password}@127.0.0.1:${server.port}/postgres`,
    async close() {
      await server.stop();
      forget();
      remove();
    },
  };
}
