import fs from "node:fs";
import readline from "node:readline";
import { isLeaving, never } from "./lifecycle.mjs";
import { lastLines, startChild } from "./processes.mjs";
import { doneLine } from "./progress.mjs";
import { Trouble } from "./trouble.mjs";

/** One line of what db/prepare.ts prints: { step, ms, note }, { signIns } or { error }; null for anything else. */
export function parseReport(line) {
  if (!line.startsWith("{")) return null;
  try {
    const report = JSON.parse(line);
    if (typeof report.step === "string" || typeof report.error === "string" || Array.isArray(report.signIns))
      return report;
  } catch {
    // Not a report: it goes to the log like all else that is printed.
  }
  return null;
}

/** Runs db/prepare.ts (roles, migrations, content, demo clinic) and shows its steps. Returns the demo sign-ins. */
export async function prepareDatabase({ root, env, logFile, progress }) {
  // lib/ marks its server files with `server-only`, which throws without this condition.
  const args = ["--conditions=react-server", "--import", "tsx", "db/prepare.ts"];
  const log = fs.openSync(logFile, "w", 0o600);
  let signIns = [];
  let complaint = "";
  try {
    const { child, ended } = startChild(process.execPath, args, { cwd: root, env, stdio: ["ignore", "pipe", log] });
    const lines = readline.createInterface({ input: child.stdout });
    lines.on("line", (line) => {
      const report = parseReport(line);
      if (!report) fs.writeSync(log, `${line}\n`);
      else if (report.step) progress.print(doneLine(report.step, report.ms ?? 0, report.note));
      if (report?.signIns) signIns = report.signIns;
      if (report?.error) complaint = report.error;
    });
    const { code, signal } = await ended;
    if (isLeaving()) await never();
    if (code === 0 && !complaint) return signIns;
    if (complaint) {
      // The first line says what kind of trouble it is; what is listed under it is shown above.
      const [what = "", ...list] = complaint.split("\n");
      const wayOut = list.length > 0 ? "npm run content checks it again" : `more is in ${logFile}`;
      throw new Trouble(what.replace(/:$/, ""), { tail: list.join("\n"), wayOut });
    }
    throw new Trouble(`the database could not be prepared (${signal ?? `exit code ${code}`})`, {
      wayOut: `the reason is in ${logFile}`,
      tail: lastLines(fs.readFileSync(logFile, "utf8"), 8),
    });
  } finally {
    fs.closeSync(log);
  }
}

/** The demo sign-ins as aligned lines. */
export function signInLines(signIns) {
  const rows = signIns.map(({ role, email, password, note }) => [role, email, password, note ?? ""]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => String(row[column] ?? "").length)));
  return rows.map((row) =>
    `    ${row.map((cell, at) => String(cell ?? "").padEnd(widths[at] ?? 0)).join("   ")}`.trimEnd(),
  );
}
