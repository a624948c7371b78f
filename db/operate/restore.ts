import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { doorIdentity, systemIdentity } from "@/lib/access/tokens";
import { newId } from "@/lib/core/ids";
import { folderStore, mediaStore } from "@/lib/core/media-store";
import { putBack } from "../backup/put-back";
import { applyMigrations, ensureAppRole, openAdmin, registerKeys } from "../migrate";
import { adminAddress, runProgram, secondsSince, tell } from "./program";

void runProgram(async () => {
  const begin = performance.now();
  const given = process.argv[2];
  if (!given) throw new Error("which backup? npm run restore -- FOLDER");
  const folder = resolve(given);
  if (!existsSync(join(folder, "manifest.json"))) throw new Error(`${folder} is no backup: it has no manifest.json`);
  const admin = openAdmin(adminAddress());
  try {
    await applyMigrations(admin);
    await ensureAppRole(admin, process.env.DATABASE_URL ?? "");
    const manifest = await putBack(admin, folder, { from: folderStore(join(folder, "media")), to: mediaStore() });
    await registerKeys(admin, { doorHash: doorIdentity(), systemHash: systemIdentity, newId });
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    tell(
      `Put back ${rows} rows of ${manifest.tables.length} tables, taken ${manifest.takenAt}, in ${secondsSince(begin)}`,
    );
    tell(
      manifest.photos
        ? `Photos: ${manifest.photos.copied}`
        : "Photos were kept in a bucket: set the same S3_* settings, or put the bucket back from its own backup.",
    );
    tell("Counts, hashes and policies are as they were. Everybody signs in anew.");
  } finally {
    await admin.end({ timeout: 5 });
  }
});
