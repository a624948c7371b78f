import { fileURLToPath } from "node:url";
import { runScript } from "./lifecycle.mjs";
import { ensureInstalled } from "./prepare-tree.mjs";
import { createProgress } from "./progress.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * `npm run -s score`: scores JSON lines. Standard output is for the answers alone. The program runs in this process: a second one
 * would take longer to start than most files take to score.
 */
runScript(async () => {
  process.chdir(root);
  await ensureInstalled(process.cwd(), createProgress({ out: process.stderr }), { withDev: false });
  const { register } = await import("tsx/esm/api");
  register();
  await import("../../lib/jobs/scoring/score-input.ts");
});
