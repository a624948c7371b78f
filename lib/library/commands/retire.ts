import { and, eq } from "drizzle-orm";
import { libraryItems } from "@/db/schema/library";
import { command } from "@/lib/core/command";
import { lockItem } from "../queries/own-items";
import { retireItemSchema } from "../schemas";

/**
 * Takes an item, shipped or the clinic's own, out of search and of what can be added to a plan. Plans that hold it keep it, and
 * content brought in later does not put it back. Throws not-found; doing it twice changes nothing.
 */
export const retireItem = command({
  can: "library.retire",
  input: retireItemSchema,
  async run({ tx, actor, now, input: { itemId }, audit }) {
    const { retiredAt } = await lockItem(tx, actor, itemId);
    if (retiredAt === null) {
      await tx
        .update(libraryItems)
        .set({ retiredAt: now })
        .where(and(eq(libraryItems.clinicId, actor.clinicId), eq(libraryItems.id, itemId)));
    }
    audit({ subjectType: "library-item", subjectId: itemId, detail: { repeated: retiredAt !== null } });
    return { itemId };
  },
});
