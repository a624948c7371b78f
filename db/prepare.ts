import { join } from "node:path";
import { doorIdentity, systemIdentity } from "@/lib/access/tokens";
import { now } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { loadContent } from "@/lib/jobs/content/load-content";
import { syncContent } from "@/lib/jobs/content/sync-content";
import { closePool } from "./client";
import { applyMigrations, ensureAppRole, openAdmin, registerKeys } from "./migrate";

/**
 * Makes a database ready to serve: migrations, roles, keys, shipped content and, where asked for, the demonstration clinic.
 * Run by the start script, which reads one JSON object a line: {"step","ms","note"}, {"signIns"} or {"error"}.
 */
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

async function step(name: string, work: () => Promise<string>): Promise<void> {
  const begin = performance.now();
  const note = await work();
  say({ step: name, ms: Math.round(performance.now() - begin), note });
}

async function main(): Promise<void> {
  const { DATABASE_URL, DATABASE_ADMIN_URL, PLUMBLINE_SEED = "no" } = process.env;
  if (!DATABASE_URL || !DATABASE_ADMIN_URL) throw new Error("DATABASE_URL and DATABASE_ADMIN_URL are needed");
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
    await step("content", async () => {
      const content = loadContent(root);
      let written = 0;
      for (const clinic of clinics) written += await syncContent(clinic, content, now());
      return clinics.length === 0 ? "checked" : written === 0 ? "up to date" : `${written} new versions`;
    });
  } finally {
    await admin.end({ timeout: 5 });
    await closePool();
  }
}

main().catch((error: unknown) => {
  say({ error: error instanceof Error ? error.message : "unknown" });
  process.exitCode = 1;
});
