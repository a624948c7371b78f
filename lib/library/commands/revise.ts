import { canonicalHash } from "@/lib/core/canonical";
import { command } from "@/lib/core/command";
import { AppError } from "@/lib/core/errors";
import { keptText } from "../own-text";
import { addVersion, checkReferences, lockItem, newestVersion } from "../queries/own-items";
import { reviseItemSchema } from "../schemas";

/**
 * Writes the next version of an exercise or an article the clinic wrote itself; plans keep the version they were given. Throws conflict when
 * somebody changed it since the form was made, and invalid for what came with the portal and at fields that need changing.
 * The same text again is no new version.
 */
export const reviseItem = command({
  can: "library.revise",
  input: reviseItemSchema,
  async run({ tx, actor, now, input: { itemId, baseVersion, ...text }, audit }) {
    const { kind, slug, origin } = await lockItem(tx, actor, itemId);
    if (origin !== "clinic") {
      throw new AppError("invalid", {
        message: "This came with the portal and cannot be changed. Make a copy, and change the copy.",
      });
    }
    if (kind !== text.kind) {
      throw new AppError("invalid", { message: "This form is not for what it would change. Reload the page." });
    }
    const kept = keptText(text, slug);
    const latest = await newestVersion(tx, actor, itemId);
    const isSame = latest.bodyHash === canonicalHash(kept.body);
    // What was sent a moment ago and is sent again: its answer was lost on the way.
    const isRepeat = isSame && latest.number === baseVersion + 1;
    if (latest.number !== baseVersion && !isRepeat) {
      throw new AppError("conflict", {
        message: `Version ${latest.number} was saved while you were writing. What you typed is still here. Open the newest version beside it to compare.`,
      });
    }
    const number = isSame ? latest.number : baseVersion + 1;
    if (!isSame) {
      await checkReferences(tx, actor, text);
      await addVersion(tx, actor, { itemId, number, text: kept }, now);
    }
    audit({ subjectType: "library-item", subjectId: itemId, detail: { version: number, repeated: isSame } });
    return { itemId, number };
  },
});
