import { resolve } from "node:path";
import { takeBackup } from "../backup/take";
import { openAdmin } from "../migrate";
import { adminAddress, runProgram, secondsSince, tell } from "./program";

void runProgram(async () => {
  const begin = performance.now();
  const at = new Date();
  const folder = resolve(process.argv[2] ?? `plumbline-backup-${at.toISOString().replace(/[:.]/g, "-")}`);
  const admin = openAdmin(adminAddress());
  try {
    const manifest = await takeBackup(admin, folder, at);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    tell(`Backed up ${rows} rows of ${manifest.tables.length} tables in ${secondsSince(begin)} to ${folder}`);
    tell(
      "Keep secrets.json of your DATA_DIR with it, apart: without its ENCRYPTION_KEY one-time codes must be set up anew.",
    );
  } finally {
    await admin.end({ timeout: 5 });
  }
});
