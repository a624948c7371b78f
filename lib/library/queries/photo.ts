import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { libraryMedia, libraryVersions } from "@/db/schema/library";
import { planItems } from "@/db/schema/plans";
import type { Person } from "@/lib/access/actor";
import { sha256Of } from "@/lib/core/canonical";
import { AppError, found } from "@/lib/core/errors";
import { logEvent } from "@/lib/core/log";
import { mediaStore } from "@/lib/core/media-store";
import { query } from "@/lib/core/query";
import { photoSchema } from "../schemas";

/** What is known of a photo: a clinician's of any of the clinic, a patient's of those that a plan of theirs shows or showed. */
export const getPhoto = query({
  can: "library.read-photo",
  input: photoSchema,
  run: async ({ tx, actor, input: { id } }) => {
    const [photo] = await tx
      .select({
        id: libraryMedia.id,
        contentType: libraryMedia.contentType,
        widthPixels: libraryMedia.widthPixels,
        heightPixels: libraryMedia.heightPixels,
        sha256: libraryMedia.sha256,
      })
      .from(libraryMedia)
      .where(
        and(
          eq(libraryMedia.clinicId, actor.clinicId),
          eq(libraryMedia.id, id),
          actor.role === "clinician" ? undefined : inOwnPlan(actor),
        ),
      );
    return found(photo);
  },
});

/** True of a photo that stands in the words of a published plan of the person's own, as the plan was given. */
const inOwnPlan = (actor: Person) => sql`exists (
  select from ${planItems} join ${libraryVersions}
    on ${libraryVersions.clinicId} = ${planItems.clinicId} and ${libraryVersions.id} = ${planItems.libraryVersionId}
  cross join lateral jsonb_array_elements(${libraryVersions.body} -> 'media') as shown(one)
  where ${planItems.clinicId} = ${actor.clinicId} and ${planItems.patientId} = ${actor.patientId}
    and lower(shown.one ->> 'mediaId') = ${libraryMedia.id}::text)`;

export type Photo = { bytes: Uint8Array; contentType: string };

/**
 * A photo with its bytes. Throws not-found for one the person may not see, and for one whose bytes are lost or not those that
 * were kept; unavailable when photos cannot be reached.
 */
export async function readPhoto(actor: Person, raw: z.input<typeof photoSchema>): Promise<Photo> {
  const { id, sha256, contentType } = await getPhoto(actor, raw);
  const bytes = await mediaStore().get({ clinicId: actor.clinicId, sha256 });
  if (bytes && sha256Of(bytes) === sha256) return { bytes, contentType };
  logEvent("a photo is not what was kept", {
    clinicId: actor.clinicId,
    reference: id,
    code: bytes ? "changed" : "missing",
  });
  throw new AppError("not-found");
}
