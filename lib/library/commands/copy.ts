import { command } from "@/lib/core/command";
import { copyOf } from "../own-text";
import { addOwnItem, lockItem, newestVersion } from "../queries/own-items";
import { copyItemSchema } from "../schemas";

/**
 * Makes a copy of an exercise or an article, in its newest words, that the clinic may change; the one it came from stays as it
 * is. Throws not-found.
 */
export const copyItem = command({
  can: "library.copy",
  input: copyItemSchema,
  once: true,
  async run({ tx, actor, now, input: { id, fromItemId }, audit }) {
    const { kind } = await lockItem(tx, actor, fromItemId);
    const text = copyOf(kind, (await newestVersion(tx, actor, fromItemId)).body);
    await addOwnItem(tx, actor, { id, copiedFromId: fromItemId, text }, now);
    audit({ subjectType: "library-item", subjectId: id, detail: { fromItemId } });
    return { itemId: id };
  },
});
