import { and, eq } from "drizzle-orm";
import { libraryFavourites, libraryItems } from "@/db/schema/library";
import { command } from "@/lib/core/command";
import { found } from "@/lib/core/errors";
import { favouriteSchema } from "../schemas";

/** Marks an item to find it again, or takes the mark away, for the person who asks alone. Doing it twice changes nothing. */
export const favouriteItem = command({
  can: "library.favourite",
  input: favouriteSchema,
  async run({ tx, actor, now, input: { itemId, on }, audit }) {
    const { clinicId, memberId: membershipId } = actor;
    const [item] = await tx
      .select({ id: libraryItems.id })
      .from(libraryItems)
      .where(and(eq(libraryItems.clinicId, clinicId), eq(libraryItems.id, itemId)));
    found(item);
    if (on) {
      await tx
        .insert(libraryFavourites)
        .values({ clinicId, membershipId, itemId, createdAt: now })
        .onConflictDoNothing();
    } else {
      await tx
        .delete(libraryFavourites)
        .where(
          and(
            eq(libraryFavourites.clinicId, clinicId),
            eq(libraryFavourites.membershipId, membershipId),
            eq(libraryFavourites.itemId, itemId),
          ),
        );
    }
    audit({ subjectType: "library-item", subjectId: itemId, detail: { on } });
    return { on };
  },
});
