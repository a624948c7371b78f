import path from "node:path";
import { fileURLToPath } from "node:url";
import { handleSignals, isLeaving, leave, never, runScript } from "./lifecycle.mjs";
import { ensureInstalled } from "./prepare-tree.mjs";
import { startChild } from "./processes.mjs";
import { createProgress, doneLine, formatDuration, stepLine } from "./progress.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
const inModules = (file) => path.join(root, "node_modules", file);

// `next typegen` writes next-env.d.ts and the types of the routes, which a fresh clone does not have.
const STEPS = [
  ["biome", [inModules(".bin/biome"), "ci", "."]],
  ["route types", [process.execPath, inModules("next/dist/bin/next"), "typegen"]],
  ["types", [inModules(".bin/tsc"), "--noEmit"]],
  ["dead code", [inModules(".bin/knip")]],
  ["supply", [process.execPath, path.join(root, "scripts/check-supply.mjs")]],
];

async function run([command, ...args]) {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  const { child, ended } = startChild(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => said.push(chunk));
  const { code } = await ended;
  if (isLeaving()) await never();
  return { isGood: code === 0, said: Buffer.concat(said).toString() };
}

async function main() {
  handleSignals({ exitCode: (signal) => (signal === "SIGTERM" ? 143 : 130) });
  await ensureInstalled(root, createProgress(), { withDev: true });
  const failed = [];
  for (const [name, command] of STEPS) {
    const from = performance.now();
    const { isGood, said } = await run(command);
    const took = performance.now() - from;
    if (isGood) {
      console.log(doneLine(name, took, ""));
      continue;
    }
    failed.push(name);
    console.log(`${said.trimEnd()}\n${stepLine(name, `FAILED after ${formatDuration(took)}`)}`);
  }
  console.log(failed.length > 0 ? `\ncheck failed: ${failed.join(", ")}` : "\ncheck passed");
  await leave(failed.length > 0 ? 1 : 0);
}

runScript(main);
