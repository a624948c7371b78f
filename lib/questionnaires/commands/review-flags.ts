import { and, eq } from "drizzle-orm";
import { responseReviews, responses } from "@/db/schema/questionnaires";
import { inScope } from "@/lib/access/scope";
import { command } from "@/lib/core/command";
import { AppError, found } from "@/lib/core/errors";
import { reviewFlagsSchema } from "../schemas";

/** Notes that a clinician has seen the answers of a response that must be acted on, and what they did. Throws conflict when somebody did before. */
export const reviewFlags = command({
  can: "questionnaires.review-flags",
  input: reviewFlagsSchema,
  async run({ tx, actor, now, input: { responseId, note }, audit }): Promise<{ responseId: string }> {
    const [row] = await tx
      .select({ patientId: responses.patientId, flags: responses.flags })
      .from(responses)
      .where(and(inScope(actor, responses), eq(responses.id, responseId)));
    const { patientId, flags } = found(row);
    if (flags.length === 0) throw new AppError("conflict", { message: "There is nothing to act on in these answers." });
    const written = await tx
      .insert(responseReviews)
      .values({ clinicId: actor.clinicId, responseId, patientId, note, reviewedAt: now, reviewedBy: actor.memberId })
      .onConflictDoNothing()
      .returning({ responseId: responseReviews.responseId });
    if (written.length === 0)
      throw new AppError("conflict", { message: "A colleague has noted this already. Reload to see it." });
    audit({ subjectType: "response", subjectId: responseId, patientId, detail: { flags: flags.length } });
    return { responseId };
  },
});
