import { and, eq } from "drizzle-orm";
import { questionnaireRequests, responses } from "@/db/schema/questionnaires";
import { inScope } from "@/lib/access/scope";
import { command } from "@/lib/core/command";
import { AppError, found } from "@/lib/core/errors";
import { withdrawRequestSchema } from "../schemas";

/** Takes back a questionnaire that was sent and not answered. Throws conflict when it was answered. */
export const withdrawRequest = command({
  can: "questionnaires.withdraw-request",
  input: withdrawRequestSchema,
  async run({ tx, actor, now, input: { requestId }, audit }): Promise<{ requestId: string }> {
    const own = and(inScope(actor, questionnaireRequests), eq(questionnaireRequests.id, requestId));
    const [row] = await tx
      .select({ patientId: questionnaireRequests.patientId, withdrawnAt: questionnaireRequests.withdrawnAt })
      .from(questionnaireRequests)
      .where(own)
      .for("update");
    const { patientId, withdrawnAt } = found(row);
    const [answered] = await tx
      .select({ id: responses.id })
      .from(responses)
      .where(and(inScope(actor, responses), eq(responses.itemKey, requestId)))
      .limit(1);
    if (answered) throw new AppError("conflict", { message: "It was answered in the meantime, so it stays." });
    if (withdrawnAt === null) await tx.update(questionnaireRequests).set({ withdrawnAt: now }).where(own);
    audit({ subjectType: "questionnaire-request", subjectId: requestId, patientId });
    return { requestId };
  },
});
