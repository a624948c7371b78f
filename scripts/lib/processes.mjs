import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { beforeLeaving, isLeaving, never } from "./lifecycle.mjs";
import { Trouble } from "./trouble.mjs";

/** The fields of /proc/<pid>/stat that follow the command, which may itself hold spaces and brackets. */
export function parseProcStat(text) {
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return { state: fields[0], startTicks: fields[19] };
}

/**
 * A text that is the same for as long as this process lives and differs for any later process with the same number;
 * null when no such process lives.
 */
export function identityOf(pid) {
  if (!Number.isSafeInteger(pid) || pid <= 0) return null;
  try {
    if (process.platform === "linux") {
      const { state, startTicks } = parseProcStat(fs.readFileSync(`/proc/${pid}/stat`, "utf8"));
      if (state === "Z" || state === "X") return null;
      return `${fs.readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}/${startTicks}`;
    }
    const options = {
      encoding: "utf8",
      env: { PATH: process.env.PATH, LC_ALL: "C" },
      stdio: ["ignore", "pipe", "ignore"],
    };
    const [state, ...started] = execFileSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], options)
      .trim()
      .split(/\s+/);
    return state?.startsWith("Z") ? null : started.join(" ") || null;
  } catch {
    return null;
  }
}

/** True while the process that had this identity lives. */
export const isSameProcess = (pid, identity) => identity !== null && identityOf(pid) === identity;

export function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

/** Waits until `condition` returns something truthy and returns it; null after `milliseconds`. */
export async function waitUntil(condition, milliseconds, every = 25) {
  const end = Date.now() + milliseconds;
  for (;;) {
    const result = await condition();
    if (result) return result;
    if (Date.now() >= end) return null;
    await delay(every);
  }
}

/** Sends the signals in turn, each with its patience in milliseconds, until the process is gone. True when it is. */
export async function stopProcess(pid, steps) {
  const identity = identityOf(pid);
  for (const [name, patience] of steps) {
    if (!isSameProcess(pid, identity)) return true;
    signal(pid, name);
    if (await waitUntil(() => !isSameProcess(pid, identity), patience)) return true;
  }
  return !isSameProcess(pid, identity);
}

/** The end of a log, without the frames of stack traces: those stay in the file. */
export function lastLines(text, count) {
  const lines = text.trimEnd().split("\n");
  return lines
    .filter((line) => !/^\s+at .*(:\d+\)?|\(<anonymous>\)|\(native\))$/.test(line))
    .slice(-count)
    .join("\n");
}

/** Starts a child that is stopped if this process has to leave. `ended` settles with its code and signal. */
export function startChild(command, args, options) {
  const child = spawn(command, args, options);
  const ended = new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signalName) => resolve({ code, signal: signalName }));
  });
  const forget = beforeLeaving(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    await stopProcess(child.pid, [
      ["SIGTERM", 5000],
      ["SIGKILL", 2000],
    ]);
  });
  ended.then(forget, forget);
  return { child, ended };
}

/** Runs a command with everything it says in a log file; when it fails the end of the log is what is shown. */
export async function runLogged(command, args, { logFile, failure, wayOut, ...options }) {
  fs.mkdirSync(path.dirname(logFile), { recursive: true });
  const log = fs.openSync(logFile, "w", 0o600);
  try {
    const { code, signal: signalName } = await startChild(command, args, { ...options, stdio: ["ignore", log, log] })
      .ended;
    if (code === 0) return;
    if (isLeaving()) await never();
    throw new Trouble(`${failure} (${signalName ?? `exit code ${code}`})`, {
      wayOut: `${wayOut ? `${wayOut}; ` : ""}all of it is in ${logFile}`,
      tail: lastLines(fs.readFileSync(logFile, "utf8"), 30),
    });
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    throw new Trouble(`${command} is not installed or not on the PATH`, { cause: error });
  } finally {
    fs.closeSync(log);
  }
}
