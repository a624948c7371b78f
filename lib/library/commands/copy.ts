import { command } from "@/lib/core/command";
import { AppError } from "@/lib/core/errors";
import { copyName, ownSlug } from "../own-slug";
import { addOwnItem, lockItem, newestVersion } from "../queries/own-items";
import { copyItemSchema, libraryExerciseSchema } from "../schemas";

/**
 * Makes a copy of an exercise, in its newest words, that the clinic may change; the one it came from stays as it is. Throws
 * not-found, and invalid for an article.
 */
export const copyItem = command({
  can: "library.copy",
  input: copyItemSchema,
  once: true,
  async run({ tx, actor, now, input: { id, fromItemId }, audit }) {
    const { kind } = await lockItem(tx, actor, fromItemId);
    if (kind !== "exercise") throw new AppError("invalid", { message: "Only exercises can be copied." });
    const original = libraryExerciseSchema.parse((await newestVersion(tx, actor, fromItemId)).body);
    const name = copyName(original.name);
    const body = { ...original, name, slug: ownSlug(name, id) };
    await addOwnItem(tx, actor, { id, copiedFromId: fromItemId, body }, now);
    audit({ subjectType: "library-item", subjectId: id, detail: { fromItemId } });
    return { itemId: id };
  },
});
