import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { openOwnDatabase } from "./database.mjs";
import { beforeLeaving, handleSignals, leave, runScript } from "./lifecycle.mjs";
import { takeLock } from "./lock.mjs";
import { parsePostmasterPid, startPostgres } from "./postgres.mjs";
import { ensureInstalled } from "./prepare-tree.mjs";
import { createProgress } from "./progress.mjs";
import { areSecretsLost, GIVEN_NAMES, openSecrets } from "./secrets.mjs";
import { httpAddress, makeDataDirectory, readSettings } from "./settings.mjs";
import { Trouble } from "./trouble.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** The addresses of the database in DATA_DIR: of the running portal's, or of one started for this command alone where it may be. */
async function openKeptDatabase(dataDir, secrets, { mayStart }) {
  const clusterDir = path.join(dataDir, "postgres");
  const passwords = { adminPassword: secrets.databaseAdminPassword, webPassword: secrets.databaseWebPassword };
  const { lock } = await takeLock(path.join(dataDir, "lock.json"));
  if (lock && !mayStart) {
    lock.release();
    throw new Trouble("the portal here does not run, and its database with it", {
      wayOut: "npm start, which has a runner of its own; or set DATABASE_URL to your own server",
    });
  }
  if (lock) {
    beforeLeaving(() => lock.release());
    const logFile = path.join(dataDir, "postgres.log");
    const server = await startPostgres({ root, clusterDir, password: secrets.databaseAdminPassword, logFile });
    return openOwnDatabase({ port: server.port, ...passwords });
  }
  const file = path.join(clusterDir, "data", "postmaster.pid");
  const running = fs.existsSync(file) ? parsePostmasterPid(fs.readFileSync(file, "utf8")) : null;
  if (!running?.isReady) throw new Trouble("the portal here is still starting", { wayOut: "try again in a moment" });
  return openOwnDatabase({ port: running.port, ...passwords });
}

/** The environment of a program that works on this portal's database. `mayStart` lets it start the database for itself alone. */
export async function programEnvironment({ mayStart }) {
  const envFile = path.join(root, ".env");
  if (fs.existsSync(envFile)) process.loadEnvFile(envFile);
  const { dataDir, databases, publicUrl, host, port } = readSettings(root, process.env, []);
  makeDataDirectory(dataDir);
  if (!databases && areSecretsLost(dataDir)) {
    throw new Trouble(`${dataDir} holds a database but not the secrets.json that opens it`, {
      wayOut: "put that file back from your backup",
    });
  }
  await ensureInstalled(root, createProgress(), { withDev: false });
  const secrets = openSecrets(dataDir);
  const urls = databases ?? (await openKeptDatabase(dataDir, secrets, { mayStart }));
  const given = Object.fromEntries(GIVEN_NAMES.map((name) => [name, secrets[name]]));
  return {
    ...process.env,
    ...given,
    DATA_DIR: dataDir,
    DATABASE_URL: urls.web,
    DATABASE_ADMIN_URL: urls.admin,
    PUBLIC_URL: publicUrl ?? httpAddress(host, port),
    TZ: "UTC",
  };
}

/** Runs one of the operator's programs in db/operate against this portal's database, whether the portal runs or not. */
export function operate(program) {
  return runScript(async () => {
    handleSignals({ exitCode: () => 130 });
    const env = await programEnvironment({ mayStart: true });
    const args = ["--conditions=react-server", "--import", "tsx", `db/operate/${program}.ts`, ...process.argv.slice(2)];
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: "inherit" });
    const code = await new Promise((resolve) => child.once("exit", (status) => resolve(status ?? 1)));
    await leave(code);
  });
}
