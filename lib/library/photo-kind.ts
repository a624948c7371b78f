/** A photo may be as large as this when it is put in; what is kept of it is smaller. */
export const PHOTO_BYTES_MOST = 10 * 1024 * 1024;

export const PHOTO_TYPES = ["image/jpeg", "image/png", "image/webp"] as const;
export type PhotoKind = "jpeg" | "png" | "webp";

const JPEG = [0xff, 0xd8, 0xff];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const beginsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, at) => bytes[at] === byte);
const letters = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));

/** What a file is by its first bytes, whatever its name says; null for all that is no JPEG, PNG or WebP. */
export function photoKindOf(bytes: Uint8Array): PhotoKind | null {
  if (beginsWith(bytes, JPEG)) return "jpeg";
  if (beginsWith(bytes, PNG)) return "png";
  if (letters(bytes, 0, 4) === "RIFF" && letters(bytes, 8, 12) === "WEBP") return "webp";
  return null;
}

/** The way many telephones keep their photos: an ISO base media file of one of these brands. */
const isHeic = (bytes: Uint8Array) =>
  letters(bytes, 4, 8) === "ftyp" && /^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(letters(bytes, 8, 12));

export const NOT_A_PHOTO = "This is not a JPEG, PNG or WebP photo, whatever its name says. Choose another one.";
export const TOO_LARGE = "This photo is larger than 10 MB. Make it smaller, or choose another one.";

/** Why a file cannot be put in, in one sentence, as far as its size and its first bytes tell; null when they are all right. */
export function photoProblem(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return "This file is empty. Choose another one.";
  if (bytes.length > PHOTO_BYTES_MOST) return TOO_LARGE;
  if (photoKindOf(bytes) !== null) return null;
  if (isHeic(bytes)) return "This is a HEIC photo, which browsers do not show. Save it as a JPEG and choose that.";
  return NOT_A_PHOTO;
}
