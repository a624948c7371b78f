import { join } from "node:path";
import type postgres from "postgres";
import { doorIdentity, systemIdentity } from "@/lib/access/tokens";
import { now } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { type Content, loadContent } from "@/lib/jobs/content/load-content";
import { syncContent } from "@/lib/jobs/content/sync-content";
import { closePool } from "./client";
import { applyMigrations, ensureAppRole, openAdmin, registerKeys } from "./migrate";
import { DEMO_CLINIC_ID, DEMO_SIGN_INS, demoState, makeDemoClinic } from "./seed/demo";
import { PEOPLE } from "./seed/people";

/**
 * Makes a database ready to serve: migrations, roles, keys, shipped content and, where asked for, the demonstration clinic.
 * PLUMBLINE_SEED is `auto` (make it in a database without clinics), `yes` (make it when it is not there) or `no`.
 * Run by the start script, which reads one JSON object a line: {"step","ms","note"}, {"signIns"} or {"error"}.
 */
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

async function step(name: string, work: () => Promise<string>): Promise<void> {
  const begin = performance.now();
  const note = await work();
  say({ step: name, ms: Math.round(performance.now() - begin), note });
}

/** Makes the demonstration clinic where it is wanted. Returns whether there is one in the end. */
async function demoClinic(admin: postgres.Sql, content: Content, clinics: string[], seed: string): Promise<boolean> {
  const state = await demoState(admin);
  if (state === "whole" || seed === "no") return state === "whole";
  const others = clinics.filter((id) => id !== DEMO_CLINIC_ID);
  if (seed === "auto" && others.length > 0) return false;
  await step("demo clinic", async () => {
    const { days } = await makeDemoClinic(admin, { content, now: now() });
    const again = state === "cut-short" ? ", made anew: the last start was cut short" : "";
    return `${PEOPLE.length} patients over ${Math.round(days / 7)} weeks${again}`;
  });
  return true;
}

async function main(): Promise<void> {
  const { DATABASE_URL, DATABASE_ADMIN_URL, PLUMBLINE_SEED = "no" } = process.env;
  if (!DATABASE_URL || !DATABASE_ADMIN_URL) throw new Error("DATABASE_URL and DATABASE_ADMIN_URL are needed");
  // A commit need not wait for the disk here: the last one, by the migration role, waits for all of them.
  const quick = new URL(DATABASE_URL);
  quick.searchParams.set("synchronous_commit", "off");
  process.env.DATABASE_URL = quick.href;
  const root = join(import.meta.dirname, "..");
  const admin = openAdmin(DATABASE_ADMIN_URL);
  try {
    let clinics: string[] = [];
    await step("migrations", async () => {
      const applied = await applyMigrations(admin);
      await ensureAppRole(admin, DATABASE_URL);
      clinics = await registerKeys(admin, { doorHash: doorIdentity(), systemHash: systemIdentity, newId });
      return applied === 0 ? "up to date" : `${applied} applied`;
    });
    const content = loadContent(root);
    await step("content", async () => {
      let written = 0;
      for (const clinic of clinics) written += await syncContent(clinic, content, now());
      return clinics.length === 0 ? "checked" : written === 0 ? "up to date" : `${written} new versions`;
    });
    const hasDemo = await demoClinic(admin, content, clinics, PLUMBLINE_SEED);
    if (!hasDemo && clinics.length === 0) {
      await step("clinic", async () => "none yet: npm run clinic -- --help");
    }
    if (hasDemo) say({ signIns: DEMO_SIGN_INS });
  } finally {
    await admin.end({ timeout: 5 });
    await closePool();
  }
}

main().catch((error: unknown) => {
  say({ error: error instanceof Error ? error.message : "unknown" });
  process.exitCode = 1;
});
