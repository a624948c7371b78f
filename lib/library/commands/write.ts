import { command } from "@/lib/core/command";
import { ownSlug } from "../own-slug";
import { addOwnItem, checkReferences } from "../queries/own-items";
import { writeItemSchema } from "../schemas";

/**
 * Adds an exercise the clinic wrote itself to its library. Throws invalid with a message at each field that needs changing, and
 * when it names an exercise or a photo the clinic does not have.
 */
export const writeItem = command({
  can: "library.write",
  input: writeItemSchema,
  once: true,
  async run({ tx, actor, now, input: { id, kind, body }, audit }) {
    await checkReferences(tx, actor, body);
    const stored = { slug: ownSlug(body.name, id), ...body };
    await addOwnItem(tx, actor, { id, copiedFromId: null, body: stored }, now);
    audit({ subjectType: "library-item", subjectId: id, detail: { kind } });
    return { itemId: id };
  },
});
