import { join, resolve } from "node:path";
import { folderStore, isInBucket, mediaStore } from "@/lib/core/media-store";
import { takeBackup } from "../backup/take";
import { openAdmin } from "../migrate";
import { adminAddress, runProgram, secondsSince, tell } from "./program";

void runProgram(async () => {
  const begin = performance.now();
  const at = new Date();
  const folder = resolve(process.argv[2] ?? `plumbline-backup-${at.toISOString().replace(/[:.]/g, "-")}`);
  const admin = openAdmin(adminAddress());
  try {
    const photos = { from: mediaStore(), to: (unfinished: string) => folderStore(join(unfinished, "media")) };
    const manifest = await takeBackup(admin, folder, at, isInBucket() ? null : photos);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    tell(`Backed up ${rows} rows of ${manifest.tables.length} tables in ${secondsSince(begin)} to ${folder}`);
    tell(photosInWords(manifest.photos));
    tell(
      "Keep secrets.json of your DATA_DIR with it, apart: without its ENCRYPTION_KEY one-time codes must be set up anew.",
    );
  } finally {
    await admin.end({ timeout: 5 });
  }
});

function photosInWords(photos: { copied: number; lost: number } | null): string {
  if (!photos) return "Photos are in your bucket and not in this backup: back the bucket up as well.";
  const lost =
    photos.lost > 0 ? ` ${photos.lost} more are not in DATA_DIR as they were kept, and are missing here.` : "";
  return `Photos: ${photos.copied}.${lost}`;
}
