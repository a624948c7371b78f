import { readFileSync } from "node:fs";
import { join } from "node:path";

let known: string | null | undefined;

/** The name of the build that runs; null when none was made, as while the portal is worked on. */
export function buildId(): string | null {
  if (known === undefined) known = process.env.NODE_ENV === "production" ? read() : null;
  return known;
}

function read(): string | null {
  try {
    const id = readFileSync(join(process.cwd(), ".next/BUILD_ID"), "utf8").trim();
    return /^[\w-]{1,64}$/.test(id) ? id : null;
  } catch {
    return null;
  }
}
