import sharp from "sharp";
import { sha256Of } from "./canonical";
import { AppError } from "./errors";

/** Longest side of what is kept. */
const LONGEST_PIXELS = 1600;
/** What a good telephone takes; a small file that claims more is made to fill the memory. */
const MOST_PIXELS = 50_000_000;
const MOST_SECONDS = 30;
/** Photos that may wait for the one in hand, each held in memory. */
const MOST_WAITING = 8;

// Nothing else is ever read: the readers of SVG, GIF, TIFF, PDF and of files by name stay shut for the whole process.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"],
});
sharp.concurrency(1);
sharp.cache(false);

export type PreparedPhoto = {
  bytes: Uint8Array;
  contentType: "image/webp";
  widthPixels: number;
  heightPixels: number;
  /** SHA-256 of the bytes, in hexadecimal. */
  sha256: string;
};

type Kind = "jpeg" | "png" | "webp";
type Prepared = PreparedPhoto | { problem: "unreadable" | "vast" };

let inHand: Promise<unknown> = Promise.resolve();
let waiting = 0;

/**
 * Draws a photo anew as WebP: upright, at most 1600 pixels long, in the colours of the screen, and without anything else that
 * was in the file. One at a time. `kind` is what its first bytes say; a file that turns out to be something else, is damaged or
 * claims more than 50 million pixels is a problem. Throws unavailable when too many wait.
 */
export async function preparePhoto(bytes: Uint8Array, kind: Kind): Promise<Prepared> {
  if (waiting >= MOST_WAITING) {
    throw new AppError("unavailable", {
      message: "Many photos are being put in just now. Please try again in a minute.",
    });
  }
  waiting += 1;
  const turn = inHand.then(() => prepare(bytes, kind));
  inHand = turn.catch(() => undefined);
  try {
    return await turn;
  } finally {
    waiting -= 1;
  }
}

async function prepare(given: Uint8Array, kind: Kind): Promise<Prepared> {
  try {
    // The head of the file alone: nothing is decoded yet.
    const { format, width, height } = await sharp(given, { limitInputPixels: false }).metadata();
    if (format !== kind) return { problem: "unreadable" };
    if (width * height > MOST_PIXELS) return { problem: "vast" };
    const { data, info } = await sharp(given, { failOn: "error", limitInputPixels: MOST_PIXELS })
      .autoOrient()
      .resize({ width: LONGEST_PIXELS, height: LONGEST_PIXELS, fit: "inside", withoutEnlargement: true })
      .toColourspace("srgb")
      .webp({ quality: 82 })
      .timeout({ seconds: MOST_SECONDS })
      .toBuffer({ resolveWithObject: true });
    return {
      bytes: data,
      contentType: "image/webp",
      widthPixels: info.width,
      heightPixels: info.height,
      sha256: sha256Of(data),
    };
  } catch {
    // Whatever the decoder says of a file is a fact about the file, and its words may quote it.
    return { problem: "unreadable" };
  }
}
