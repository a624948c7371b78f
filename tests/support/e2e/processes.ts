import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";

const ROOT = join(import.meta.dirname, "../../..");
const READY_MS = 60_000;
const STOP_MS = 15_000;

const signInsSchema = z.array(z.object({ role: z.string(), email: z.string(), password: z.string() }));
export type SignIns = z.infer<typeof signInsSchema>;

/** A port nobody listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

type Ended = { code: number | null; said: string };

function run(
  args: readonly string[],
  env: Record<string, string>,
): { child: ChildProcess; ended: Promise<Ended>; said: () => string } {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", TZ: "UTC", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, said }));
  });
  return { child, ended, said: () => said };
}

/** Migrations, roles, content and the demonstration clinic, by the program that `npm start` runs. Gives the demo sign-ins. */
export async function prepareDatabase(): Promise<SignIns> {
  const args = ["--conditions=react-server", "--import", "tsx", "db/prepare.ts"];
  const { code, said } = await run(args, { PLUMBLINE_SEED: "yes" }).ended;
  if (code !== 0) throw new Error(`db/prepare.ts ended with ${code}:\n${said}`);
  const line = said.split("\n").find((text) => text.startsWith('{"signIns"'));
  return line ? signInsSchema.parse(JSON.parse(line).signIns) : [];
}

/** The built portal on a port, its clock moved by seconds; ready when this resolves. */
export async function startServer({ port, offset }: { port: number; offset: number }) {
  const url = `http://localhost:${port}`;
  const { child, ended, said } = run(["scripts/serve.mjs"], {
    DATABASE_ADMIN_URL: "",
    HOST: "localhost",
    PORT: String(port),
    PUBLIC_URL: url,
    NEXTAUTH_URL: url,
    CLOCK_OFFSET_SECONDS: String(offset),
    // One that lives weeks ahead would send what is not due for the other.
    RUNNER: offset === 0 ? "on" : "off",
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    const late = delay(STOP_MS, "late" as const, { ref: false });
    if ((await Promise.race([ended, late])) === "late") child.kill("SIGKILL");
  };
  const isReady = async () => {
    try {
      return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) })).ok;
    } catch {
      return false;
    }
  };
  const end = Date.now() + READY_MS;
  while (!(await isReady())) {
    if (child.exitCode !== null || Date.now() > end) {
      await stop();
      throw new Error(`the portal on port ${port} is not ready:\n${said().slice(-4_000)}`);
    }
    await delay(100);
  }
  return { url, stop, said };
}
