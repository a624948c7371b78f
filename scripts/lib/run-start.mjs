import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { checkGivenDatabase, openOwnDatabase } from "./database.mjs";
import { beforeLeaving, handleSignals, isLeaving, leave, never, runScript } from "./lifecycle.mjs";
import { lockDataDirectory } from "./lock.mjs";
import { checkPort } from "./port.mjs";
import { findFreePort, startPostgres } from "./postgres.mjs";
import { prepareDatabase, signInLines } from "./prepare.mjs";
import { ensureBuilt, ensureInstalled } from "./prepare-tree.mjs";
import { signal } from "./processes.mjs";
import { createProgress } from "./progress.mjs";
import { areSecretsLost, GIVEN_NAMES, openSecrets } from "./secrets.mjs";
import { httpAddress, makeDataDirectory, readSettings } from "./settings.mjs";
import { Trouble } from "./trouble.mjs";
import { startWeb, waitUntilReady } from "./web.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
const progress = createProgress();

async function openDatabase({ dataDir, databases, secrets }) {
  if (databases) {
    await progress.step("database", "looking", () => checkGivenDatabase(databases));
    return { urls: databases };
  }
  let server;
  let urls;
  await progress.step("database", "starting PostgreSQL", async () => {
    server = await startPostgres({
      root,
      clusterDir: path.join(dataDir, "postgres"),
      password: secrets.databaseAdminPassword,
      logFile: path.join(dataDir, "postgres.log"),
    });
    urls = await openOwnDatabase({
      port: server.port,
      adminPassword: secrets.databaseAdminPassword,
      webPassword: secrets.databaseWebPassword,
    });
    const orphan = server.hadOrphan ? "; the one a killed start left behind was stopped first" : "";
    return `PostgreSQL ${server.version} on 127.0.0.1:${server.port}${orphan}`;
  });
  return { urls, server };
}

function commonEnvironment({ dataDir, publicUrl, urls, secrets, isDev }) {
  const given = Object.fromEntries(GIVEN_NAMES.map((name) => [name, secrets[name]]));
  return {
    ...process.env,
    ...given,
    NODE_ENV: isDev ? "development" : "production",
    DATA_DIR: dataDir,
    DATABASE_URL: urls.web,
    PUBLIC_URL: publicUrl,
    NEXTAUTH_URL: publicUrl,
    NEXT_TELEMETRY_DISABLED: "1",
    TZ: "UTC",
  };
}

function watch(web, server, dataDir) {
  const die = (what, log) => {
    if (isLeaving()) return;
    progress.end();
    console.error(`plumbline: ${what}: the reason is in ${path.join(dataDir, log)}`);
    leave(1);
  };
  web.ended.then(
    ({ code, signal: name }) => die(`the web server ended by itself (${name ?? `exit code ${code}`})`, "web.log"),
    (error) => die(`the web server could not run (${error.code})`, "web.log"),
  );
  server?.ended.then(() => die("the database ended by itself", "postgres.log"));
}

async function main() {
  const envFile = path.join(root, ".env");
  if (fs.existsSync(envFile)) process.loadEnvFile(envFile);
  const settings = readSettings(root, process.env, process.argv.slice(2));
  const { dataDir, host, isDev, command, databases } = settings;
  const port = settings.port || (await findFreePort(host));
  const address = httpAddress(host, port);
  const publicUrl = settings.publicUrl ?? httpAddress(host === "0.0.0.0" || host === "::" ? "localhost" : host, port);
  let webPid = 0;
  handleSignals({
    exitCode: () => 0,
    onFirst: () => {
      progress.end();
      console.log(webPid ? "\n  stopping     letting requests finish" : "\n  stopping");
    },
    onImpatience: () => webPid && signal(webPid, "SIGKILL"),
  });

  progress.print("\nPlumbline\n");
  makeDataDirectory(dataDir);
  if (!databases && areSecretsLost(dataDir)) {
    throw new Trouble(`${dataDir} holds a database but not the secrets.json that opens it`, {
      wayOut: "put that file back from your backup, or move the folder away to begin afresh",
    });
  }
  const { lock, recovered } = await lockDataDirectory(dataDir, { address, command });
  beforeLeaving(() => lock.release());
  if (recovered) progress.print("  recovered    the last start was killed; what it left behind is put in order");
  await checkPort({ host, port, command });

  await ensureInstalled(root, progress, { withDev: false });
  if (!isDev) await ensureBuilt(root, progress);
  const secrets = openSecrets(dataDir);
  const { urls, server } = await openDatabase({ dataDir, databases, secrets });

  const env = commonEnvironment({ dataDir, publicUrl, urls, secrets, isDev });
  const seed = databases && settings.demo === "auto" ? "no" : settings.demo;
  const signIns = await prepareDatabase({
    root,
    env: { ...env, DATABASE_ADMIN_URL: urls.admin, PLUMBLINE_SEED: seed },
    logFile: path.join(dataDir, "prepare.log"),
    progress,
  });

  const logFile = path.join(dataDir, "web.log");
  let web;
  await progress.step("serve", "starting the web server", async () => {
    if (isLeaving()) await never();
    await checkPort({ host, port, command });
    // Empty rather than absent: .env may name it, and the web server must not get the owner's rights from there.
    const webEnv = { ...env, DATABASE_ADMIN_URL: "", HOST: host, PORT: String(port) };
    web = startWeb({ root, isDev, host, port, env: webEnv, logFile, progress });
    webPid = web.child.pid;
    lock.recordWeb(webPid);
    await waitUntilReady({ host, port, web, logFile });
    return "";
  });
  watch(web, server, dataDir);

  progress.print(`\n  Ready at ${publicUrl}\n`);
  if (signIns.length > 0) progress.print(["  Sign in to the demo clinic as", ...signInLines(signIns), ""].join("\n"));
  progress.print("  Ctrl-C stops it.");
}

runScript(main);
