import type { Person } from "@/lib/access/actor";
import { newId } from "@/lib/core/ids";
import { uploadPhoto } from "@/lib/library/commands/upload";
import type { OwnExerciseInput } from "@/lib/library/schemas";

/** A whole PNG of one pixel. */
export const TINY_PNG = new Uint8Array(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
    "base64",
  ),
);

/** A photo put into the clinic's library; gives its id. */
export async function putPhotoIn(person: Person, now = new Date(), bytes: Uint8Array = TINY_PNG): Promise<string> {
  const { mediaId } = await uploadPhoto.execute(person, { id: newId(), bytes }, { now });
  return mediaId;
}

/** A photo as it stands in the words of an exercise. */
export const photoText = (mediaId: string): NonNullable<OwnExerciseInput["media"]>[number] => ({
  kind: "photo",
  mediaId,
  alt: "A foot on a towel",
  credit: "Casey Clinician",
  licence: "Our own",
});
