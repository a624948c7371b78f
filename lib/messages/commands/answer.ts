import { and, eq, isNull } from "drizzle-orm";
import { messages } from "@/db/schema/messages";
import { inScope } from "@/lib/access/scope";
import { command } from "@/lib/core/command";
import { found } from "@/lib/core/errors";
import { answerSchema } from "../schemas";

/**
 * Answers a patient's question. Nothing that was sent is ever changed: an answer that needs a word more, or another, is
 * followed by a second one.
 */
export const answerQuestion = command({
  can: "messages.answer",
  input: answerSchema,
  once: true,
  async run({ tx, actor, now, input: { id, questionId, body }, audit }) {
    const [question] = await tx
      .select({ patientId: messages.patientId })
      .from(messages)
      .where(and(inScope(actor, messages), eq(messages.id, questionId), isNull(messages.answersId)));
    const { patientId } = found(question);
    await tx.insert(messages).values({
      clinicId: actor.clinicId,
      id,
      patientId,
      authorId: actor.memberId,
      aboutVersionId: null,
      answersId: questionId,
      body,
      sentAt: now,
    });
    audit({ subjectType: "message", subjectId: id, patientId, detail: { questionId, characters: body.length } });
    return { answerId: id };
  },
});
