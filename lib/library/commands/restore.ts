import { and, eq } from "drizzle-orm";
import { libraryItems } from "@/db/schema/library";
import { command } from "@/lib/core/command";
import { lockItem } from "../queries/own-items";
import { retireItemSchema } from "../schemas";

/** Puts a retired item back into the library. Throws not-found; doing it twice changes nothing. */
export const restoreItem = command({
  can: "library.restore",
  input: retireItemSchema,
  async run({ tx, actor, input: { itemId }, audit }) {
    const { retiredAt } = await lockItem(tx, actor, itemId);
    if (retiredAt !== null) {
      await tx
        .update(libraryItems)
        .set({ retiredAt: null })
        .where(and(eq(libraryItems.clinicId, actor.clinicId), eq(libraryItems.id, itemId)));
    }
    audit({ subjectType: "library-item", subjectId: itemId, detail: { repeated: retiredAt === null } });
    return { itemId };
  },
});
