import { env } from "@/lib/core/env";
import { type Runner, startRunner } from "./runner";
import { postOf } from "./transports/post";

const kept = globalThis as typeof globalThis & { plumblineRunner?: Runner };

/** Starts the runner of the web server's process, once, unless RUNNER=off. scripts/serve.mjs stops it before the process ends. */
export function startWebRunner(): void {
  if (env().RUNNER === "off") return;
  kept.plumblineRunner ??= startRunner({ post: postOf() });
}
