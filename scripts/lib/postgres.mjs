import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { beforeLeaving, isLeaving, never } from "./lifecycle.mjs";
import { copyForOthers, findBinaries, isOpenToOthers } from "./postgres-binaries.mjs";
import { chooseUser } from "./postgres-user.mjs";
import { lastLines, startChild, stopProcess, waitUntil } from "./processes.mjs";
import { Trouble } from "./trouble.mjs";

export const SUPERUSER = "postgres";
const START_PATIENCE = 120_000;
const FAST_STOP = [
  ["SIGINT", 30_000],
  ["SIGQUIT", 10_000],
  ["SIGKILL", 2000],
];

// DETAIL lines and statements can hold what a patient wrote, so errors are logged by their code and message alone.
const SETTINGS = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "timezone=UTC",
  "log_timezone=UTC",
  "password_encryption=scram-sha-256",
  "log_line_prefix=%m [%p] %e ",
  "log_error_verbosity=terse",
  "log_min_error_statement=panic",
  "log_parameter_max_length=0",
  "log_parameter_max_length_on_error=0",
];
const DISPOSABLE = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"];

/** The facts of postmaster.pid, or null: { pid, port, isReady }. */
export function parsePostmasterPid(text) {
  const lines = text.split("\n").map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[3]) || 0, isReady: lines[7] === "ready" };
}

function readPostmaster(dataDir) {
  try {
    return parsePostmasterPid(fs.readFileSync(path.join(dataDir, "postmaster.pid"), "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}

/** True when the process is a PostgreSQL at work in this folder, and not a later process that got the same number. */
function isPostgresOf(pid, dataDir) {
  try {
    if (process.platform === "linux") return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(dataDir);
    const command = execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return command.includes("postgres") && command.includes(dataDir);
  } catch {
    return false;
  }
}

/** Stops a PostgreSQL whose starter was killed. Only for whoever holds the lock of its DATA_DIR. */
export async function stopOrphan(dataDir) {
  const found = readPostmaster(dataDir);
  if (!found) return false;
  const isOrphan = isPostgresOf(found.pid, dataDir);
  if (isOrphan && !(await stopProcess(found.pid, FAST_STOP))) {
    throw new Trouble(`a PostgreSQL left behind as process ${found.pid} does not stop`, {
      wayOut: `kill ${found.pid}`,
    });
  }
  // PostgreSQL itself refuses to start while any process has the number in this file, even if it is no PostgreSQL.
  fs.rmSync(path.join(dataDir, "postmaster.pid"), { force: true });
  return isOrphan;
}

export async function findFreePort(host = "127.0.0.1") {
  const server = net.createServer();
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, host, resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function own(target, user) {
  if (user) fs.chownSync(target, user.uid, user.gid);
}

/**
 * How to run one of PostgreSQL's programs on a cluster. A user who may not enter the folders above the cluster (root's
 * home, say) can still work in it on Linux when started inside it: /proc/self/cwd leads there without passing through them.
 */
function plan(root, clusterDir) {
  const binaries = findBinaries(root);
  const user = chooseUser(clusterDir);
  fs.mkdirSync(clusterDir, { recursive: true, mode: 0o700 });
  fs.chmodSync(clusterDir, 0o700);
  own(clusterDir, user);
  const isClosed = user !== null && !isOpenToOthers(path.dirname(clusterDir));
  if (isClosed && process.platform !== "linux") {
    throw new Trouble(`the database's own user cannot reach ${clusterDir}`, {
      wayOut: "choose a folder every user may enter: DATA_DIR=/var/lib/plumbline",
    });
  }
  const native = user && !isOpenToOthers(path.join(binaries.native, "bin")) ? copyForOthers(binaries) : binaries.native;
  const run = (program, dataDir, args) => ({
    command: path.join(native, "bin", program),
    args: ["-D", isClosed ? "/proc/self/cwd" : dataDir, ...args],
    options: { cwd: dataDir, env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" }, ...(user ?? {}) },
  });
  return { run, user, major: binaries.major };
}

async function initialise({ run, user, clusterDir, dataDir, password, logFile }) {
  const draft = path.join(clusterDir, "data.new");
  const passwordFile = path.join(clusterDir, "password");
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { mode: 0o700 });
  fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  own(draft, user);
  own(passwordFile, user);
  const log = fs.openSync(logFile, "a", 0o600);
  const flags = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  const auth = ["--auth=scram-sha-256", `--username=${SUPERUSER}`, "--pwfile=../password", "--no-instructions"];
  const { command, args, options } = run("initdb", draft, [...flags, ...auth]);
  let code;
  try {
    ({ code } = await startChild(command, args, { ...options, stdio: ["ignore", log, log] }).ended);
  } finally {
    fs.closeSync(log);
    fs.rmSync(passwordFile, { force: true });
  }
  if (isLeaving()) await never();
  if (code !== 0) throw failure("the database could not be made", logFile);
  fs.renameSync(draft, dataDir);
}

function failure(message, logFile) {
  const text = fs.existsSync(logFile) ? fs.readFileSync(logFile, "utf8") : "";
  const unknownUser = /could not look up effective user ID/.test(text.slice(-2000));
  const wayOut = unknownUser ? "start as a user that has a name on this machine" : `the reason is in ${logFile}`;
  return new Trouble(message, { tail: lastLines(text, 8), wayOut });
}

/**
 * Starts PostgreSQL on the cluster in `clusterDir`, which is made when it is not there, on a free port of 127.0.0.1.
 * @param {{ root: string, clusterDir: string, password: string, logFile: string, disposable?: boolean }} options
 * @returns {Promise<{ port: number, pid: number, version: string, wasMade: boolean, hadOrphan: boolean, ended: Promise<void>, stop: () => Promise<void> }>}
 */
export async function startPostgres({ root, clusterDir, password, logFile, disposable = false }) {
  const { run, user, major } = plan(root, clusterDir);
  const dataDir = path.join(clusterDir, "data");
  const versionFile = path.join(dataDir, "PG_VERSION");
  const wasMade = !fs.existsSync(versionFile);
  if (wasMade) await initialise({ run, user, clusterDir, dataDir, password, logFile });
  const found = fs.readFileSync(versionFile, "utf8").trim();
  if (found !== major) {
    throw new Trouble(`the database in ${clusterDir} is of PostgreSQL ${found}, and this Plumbline brings ${major}`, {
      wayOut: "restore a backup into a new DATA_DIR, as docs/operating.md says",
    });
  }
  const hadOrphan = await stopOrphan(dataDir);
  // Another program may take the port first, and what a killed server left behind needs a moment to notice.
  for (let attempt = 1; ; attempt += 1) {
    const { server, why } = await launch({ run, dataDir, logFile, disposable });
    if (server) return { ...server, version: major, wasMade, hadOrphan };
    if (attempt === 20 || !/Address already in use|is still in use|could not create any TCP/.test(why)) {
      throw failure("PostgreSQL did not start", logFile);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

async function launch({ run, dataDir, logFile, disposable }) {
  const port = await findFreePort();
  const settings = [`port=${port}`, ...SETTINGS, ...(disposable ? DISPOSABLE : [])].flatMap((one) => ["-c", one]);
  const { command, args, options } = run("postgres", dataDir, settings);
  const log = fs.openSync(logFile, "a", 0o600);
  const logFrom = fs.fstatSync(log).size;
  // A group of its own: Ctrl-C in the terminal must not stop the database before the web server has drained.
  const child = spawn(command, args, { ...options, detached: true, stdio: ["ignore", log, log] });
  fs.closeSync(log);
  let hasEnded = false;
  const ended = new Promise((resolve) => {
    const end = () => {
      hasEnded = true;
      resolve();
    };
    child.once("exit", end);
    child.once("error", end);
  });
  const lastResort = () => child.pid && !hasEnded && child.kill("SIGINT");
  process.on("exit", lastResort);
  const close = async () => {
    process.off("exit", lastResort);
    if (!hasEnded && child.pid) await stopProcess(child.pid, FAST_STOP);
  };
  const forget = beforeLeaving(close);
  const stop = () => {
    forget();
    return close();
  };
  const isUp = () => {
    const postmaster = readPostmaster(dataDir);
    return hasEnded || isLeaving() || (postmaster?.pid === child.pid && postmaster.isReady);
  };
  const isReady = await waitUntil(isUp, START_PATIENCE, 20);
  if (isLeaving()) await never();
  if (isReady && !hasEnded) {
    return { server: { port, pid: child.pid, ended, stop } };
  }
  await stop();
  return { why: fs.readFileSync(logFile, "utf8").slice(logFrom) };
}
