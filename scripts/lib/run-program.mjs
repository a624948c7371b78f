import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { leave, runScript } from "./lifecycle.mjs";
import { ensureInstalled } from "./prepare-tree.mjs";
import { createProgress } from "./progress.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** Installs what is missing and runs one of the project's own programs, which needs no database, with the arguments given. */
export function runProgram(program, { withDev }) {
  return runScript(async () => {
    await ensureInstalled(root, createProgress(), { withDev });
    const args = ["--import", "tsx", program, ...process.argv.slice(2)];
    const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit", env: { ...process.env, TZ: "UTC" } });
    const code = await new Promise((resolve) => child.once("exit", (status) => resolve(status ?? 1)));
    await leave(code);
  });
}
