import { createHash } from "node:crypto";
import type postgres from "postgres";

export type PhotoKey = { clinicId: string; sha256: string };

/** Where photos are kept: the portal's own place, and the folder of a backup. Each is named by the SHA-256 of its bytes. */
export type PhotoPlace = {
  put: (key: PhotoKey, bytes: Uint8Array, contentType: string) => Promise<void>;
  get: (key: PhotoKey) => Promise<Uint8Array | null>;
};

type KeptPhoto = PhotoKey & { contentType: string };

/** The photos that rows name; what stands beside them belongs to nobody. */
export async function keptPhotos(sql: postgres.Sql | postgres.TransactionSql): Promise<KeptPhoto[]> {
  return sql<KeptPhoto[]>`
    select distinct clinic_id as "clinicId", sha256, content_type as "contentType" from library_media order by 1, 2`;
}

async function wholeFrom(place: PhotoPlace, key: PhotoKey): Promise<Uint8Array | null> {
  const bytes = await place.get(key);
  return bytes && createHash("sha256").update(bytes).digest("hex") === key.sha256 ? bytes : null;
}

/** Copies photos from one place to the other, and counts those that are not there, or are not what was kept. */
export async function copyPhotos(
  photos: readonly KeptPhoto[],
  from: PhotoPlace,
  to: PhotoPlace,
): Promise<{ copied: number; lost: number }> {
  let copied = 0;
  for (const photo of photos) {
    const bytes = await wholeFrom(from, photo);
    if (!bytes) continue;
    await to.put(photo, bytes, photo.contentType);
    copied += 1;
  }
  return { copied, lost: photos.length - copied };
}
