import { fileURLToPath } from "node:url";
import { beforeLeaving, handleSignals, leave, runScript } from "./lifecycle.mjs";
import { programEnvironment } from "./operate.mjs";
import { startChild, stopProcess } from "./processes.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
/** Longer than any send may take: the one in hand is finished. */
const FINISH_PATIENCE = 30_000;

/** The runner in a process of its own, until it is stopped. */
runScript(async () => {
  handleSignals({ exitCode: () => 0 });
  const env = await programEnvironment({ mayStart: false });
  const args = ["--conditions=react-server", "--import", "tsx", "lib/jobs/run-runner.ts"];
  // Empty rather than absent: .env may name it, and a runner must not get the owner's rights from there.
  const { child, ended } = startChild(process.execPath, args, {
    cwd: root,
    env: { ...env, NODE_ENV: "production", DATABASE_ADMIN_URL: "" },
    stdio: "inherit",
  });
  beforeLeaving(() =>
    stopProcess(child.pid, [
      ["SIGTERM", FINISH_PATIENCE],
      ["SIGKILL", 2000],
    ]),
  );
  const { code } = await ended;
  await leave(code ?? 1);
});
