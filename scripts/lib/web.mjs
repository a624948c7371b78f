import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import readline from "node:readline";
import { beforeLeaving } from "./lifecycle.mjs";
import { lastLines, startChild, stopProcess } from "./processes.mjs";
import { httpAddress, reachableHost } from "./settings.mjs";
import { Trouble } from "./trouble.mjs";

const DRAIN_PATIENCE = 30_000;
const READY_PATIENCE = 120_000;
const LOG_LIMIT = 20 * 1024 * 1024;
const PINO_ERROR = 50;

/** What of a line in the web server's log belongs on the terminal: errors, shortly; null for all else. */
export function errorToShow(line) {
  if (line.startsWith("{")) {
    try {
      const { level, msg, error, code, reference } = JSON.parse(line);
      if (typeof level !== "number" || level < PINO_ERROR) return null;
      return [msg, error, code, reference].filter(Boolean).join(" · ") || "an error";
    } catch {
      return null;
    }
  }
  const found =
    /^\s*(?:⨯\s*)?((?:Uncaught |unhandledRejection:? )?\[?\w*Error\b.*)$/.exec(line) ?? /^\s*⨯\s*(.+)$/.exec(line);
  return found?.[1] ?? null;
}

function openLog(file) {
  if (fs.existsSync(file) && fs.statSync(file).size > LOG_LIMIT) fs.renameSync(file, `${file}.1`);
  return fs.createWriteStream(file, { flags: "a", mode: 0o600 });
}

/** Starts the web server. What it says of itself as "plumbline: …" is why it will not serve. Its words go to the log; errors are shown as well. In development all is shown. */
export function startWeb({ root, isDev, host, port, env, logFile, progress }) {
  const next = path.join(root, "node_modules/next/dist/bin/next");
  const args = isDev ? [next, "dev", "-H", host, "-p", String(port)] : [path.join(root, "scripts/serve.mjs")];
  const stdio = isDev ? "inherit" : ["ignore", "pipe", "pipe"];
  const { child, ended } = startChild(process.execPath, args, { cwd: root, env, stdio });
  let complaint = "";
  if (!isDev) {
    const log = openLog(logFile);
    for (const stream of [child.stdout, child.stderr]) {
      readline.createInterface({ input: stream }).on("line", (line) => {
        log.write(`${line}\n`);
        if (line.startsWith("plumbline: ")) complaint = line.slice("plumbline: ".length);
        const shown = errorToShow(line);
        if (shown) progress.print(`  error        ${shown}`);
      });
    }
  }
  beforeLeaving(async () => {
    const isGone = await stopProcess(child.pid, [
      ["SIGTERM", DRAIN_PATIENCE],
      ["SIGKILL", 2000],
    ]);
    if (!isGone) console.error(`plumbline: the web server, process ${child.pid}, does not stop: kill -9 ${child.pid}`);
  });
  return { child, ended, complaint: () => complaint };
}

function ask(url) {
  return new Promise((resolve) => {
    const request = http.get(url, { agent: false, timeout: 30_000 }, (response) => {
      response.resume();
      response.once("end", () => resolve(`HTTP ${response.statusCode}`));
      response.once("error", () => resolve("a broken answer"));
    });
    request.once("timeout", () => request.destroy());
    request.once("error", (error) => resolve(error.code ?? error.message));
  });
}

/** Waits until /readyz says 200. */
export async function waitUntilReady({ host, port, web, logFile }) {
  const url = `${httpAddress(reachableHost(host), port)}/readyz`;
  const end = Date.now() + READY_PATIENCE;
  let hasEnded = false;
  web.ended.then(
    () => {
      hasEnded = true;
    },
    () => {
      hasEnded = true;
    },
  );
  let answer = "";
  while (Date.now() < end && !hasEnded) {
    answer = await ask(url);
    if (answer === "HTTP 200") return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  if (web.complaint()) throw new Trouble(web.complaint());
  const tail = fs.existsSync(logFile) ? lastLines(fs.readFileSync(logFile, "utf8"), 12) : "";
  const what = hasEnded ? "the web server ended before it was ready" : `${url} does not answer 200 (${answer})`;
  throw new Trouble(what, { tail, wayOut: `the reason is in ${logFile}` });
}
