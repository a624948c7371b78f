import { command } from "@/lib/core/command";
import { addOwnItem, checkReferences } from "../queries/own-items";
import { writeItemSchema } from "../schemas";

/**
 * Adds an exercise or an article the clinic wrote itself to its library. Throws invalid with a message at each field that needs
 * changing, and when it names an exercise or a photo the clinic does not have.
 */
export const writeItem = command({
  can: "library.write",
  input: writeItemSchema,
  once: true,
  async run({ tx, actor, now, input: { id, ...text }, audit }) {
    await checkReferences(tx, actor, text);
    await addOwnItem(tx, actor, { id, copiedFromId: null, text }, now);
    audit({ subjectType: "library-item", subjectId: id, detail: { kind: text.kind } });
    return { itemId: id };
  },
});
