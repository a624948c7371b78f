import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { leave, runScript } from "./lifecycle.mjs";
import { ensureInstalled } from "./prepare-tree.mjs";
import { createProgress } from "./progress.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** `npm run content [-- slug ...]`: checks what is in content/ and makes a page of the drawings. No database is needed. */
runScript(async () => {
  await ensureInstalled(root, createProgress(), { withDev: false });
  const args = ["--import", "tsx", "lib/jobs/content/check-content.ts", ...process.argv.slice(2)];
  const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit", env: { ...process.env, TZ: "UTC" } });
  const code = await new Promise((resolve) => child.once("exit", (status) => resolve(status ?? 1)));
  await leave(code);
});
