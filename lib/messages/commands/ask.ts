import { and, eq } from "drizzle-orm";
import { messages } from "@/db/schema/messages";
import { planItems } from "@/db/schema/plans";
import { inScope } from "@/lib/access/scope";
import { command } from "@/lib/core/command";
import { found } from "@/lib/core/errors";
import { askSchema } from "../schemas";

/** Sends the clinic a patient's question about an article or an exercise of their plan, as they were given it. */
export const askQuestion = command({
  can: "messages.ask",
  input: askSchema,
  once: true,
  async run({ tx, actor, now, input: { id, planItemId, body }, audit }) {
    const patientId = found(actor.patientId);
    const [line] = await tx
      .select({ versionId: planItems.libraryVersionId })
      .from(planItems)
      .where(and(inScope(actor, planItems), eq(planItems.id, planItemId)));
    const aboutVersionId = found(line?.versionId);
    await tx.insert(messages).values({
      clinicId: actor.clinicId,
      id,
      patientId,
      authorId: actor.memberId,
      aboutVersionId,
      answersId: null,
      body,
      sentAt: now,
    });
    audit({ subjectType: "message", subjectId: id, patientId, detail: { aboutVersionId, characters: body.length } });
    return { questionId: id };
  },
});
