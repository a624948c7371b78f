import sharp from "sharp";
import type { Handout } from "@/lib/export/handout";

/** Twice what the widest place on the page needs at 150 dots an inch, in pixels. */
const WIDEST = 900;

/**
 * The photos a handout shows, by their id, as small grey JPEGs, the kind of picture a PDF can hold. A photo that is there no
 * more is left out: the words beside it say what to do.
 */
export async function photosOf(
  { exercises }: Handout,
  read: (mediaId: string) => Promise<Uint8Array | null>,
): Promise<Map<string, Buffer>> {
  const ids = exercises.flatMap(({ picture }) => (picture?.kind === "photo" ? [picture.mediaId] : []));
  const photos = new Map<string, Buffer>();
  for (const id of new Set(ids)) {
    const bytes = await read(id);
    if (!bytes) continue;
    const small = sharp(bytes).resize({ width: WIDEST, height: WIDEST, fit: "inside", withoutEnlargement: true });
    photos.set(
      id,
      await small.flatten({ background: "#ffffff" }).toColourspace("b-w").jpeg({ quality: 70 }).toBuffer(),
    );
  }
  return photos;
}
