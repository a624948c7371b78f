import { libraryMedia } from "@/db/schema/library";
import { command } from "@/lib/core/command";
import { invalidField } from "@/lib/core/errors";
import { mediaStore } from "@/lib/core/media-store";
import { preparePhoto } from "@/lib/core/photo";
import { NOT_A_PHOTO, photoKindOf } from "../photo-kind";
import { uploadPhotoSchema } from "../schemas";

const PROBLEMS = {
  unreadable: "This photo is damaged, or is not what it says it is. Choose another one.",
  vast: "This photo has more than 50 million pixels. Make it smaller, or choose another one.",
};

/**
 * Puts a photo into the clinic's library, drawn anew without the camera's data. Throws invalid at `bytes` for what is no photo,
 * is damaged or is too large, and unavailable when photos cannot be kept just now. The bytes are kept first: what is left of
 * an upload that goes no further is named by no row.
 */
export const uploadPhoto = command({
  can: "library.upload",
  input: uploadPhotoSchema,
  once: true,
  async before({ actor: { clinicId }, input: { bytes } }) {
    const kind = photoKindOf(bytes);
    if (!kind) throw invalidField("bytes", NOT_A_PHOTO);
    const photo = await preparePhoto(bytes, kind);
    if ("problem" in photo) throw invalidField("bytes", PROBLEMS[photo.problem]);
    await mediaStore().put({ clinicId, sha256: photo.sha256 }, photo.bytes, photo.contentType);
    return photo;
  },
  async run({ tx, actor, now, input: { id }, prepared, audit }) {
    const { bytes, contentType, widthPixels, heightPixels, sha256 } = prepared;
    await tx.insert(libraryMedia).values({
      clinicId: actor.clinicId,
      id,
      contentType,
      sizeBytes: bytes.length,
      widthPixels,
      heightPixels,
      sha256,
      uploadedById: actor.memberId,
      createdAt: now,
    });
    audit({ subjectType: "library-photo", subjectId: id, detail: { sizeBytes: bytes.length } });
    return { mediaId: id, width: widthPixels, height: heightPixels };
  },
});
