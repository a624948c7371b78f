import { and, eq } from "drizzle-orm";
import { practiceLogs } from "@/db/schema/practice";
import { inScope } from "@/lib/access/scope";
import { command } from "@/lib/core/command";
import { AppError, found } from "@/lib/core/errors";
import { isCorrectable } from "../log-rules";
import { correctSchema } from "../schemas";
import { LATEST_LOG_AGE_DAYS } from "../vocabulary";

/** Puts a log right: a new row that names the one it replaces and says why. The old row stays as it was. */
export const correctPractice = command({
  can: "practice.correct",
  input: correctSchema,
  once: true,
  async run({ tx, actor, now, input, audit }) {
    const patientId = found(actor.patientId);
    const [row] = await tx
      .select({
        planItemId: practiceLogs.planItemId,
        itemKey: practiceLogs.itemKey,
        dueOn: practiceLogs.dueOn,
        occasion: practiceLogs.occasion,
        performedAt: practiceLogs.performedAt,
        timeZone: practiceLogs.timeZone,
      })
      .from(practiceLogs)
      .where(and(inScope(actor, practiceLogs), eq(practiceLogs.id, input.logId)));
    const replaced = found(row);
    if (!isCorrectable({ performedAt: replaced.performedAt, now, timeZone: actor.timeZone })) {
      throw new AppError("invalid", {
        message: `This is more than ${LATEST_LOG_AGE_DAYS} days ago, so it can no longer be changed here. Tell your clinic about it.`,
      });
    }
    const { logId, reason, ...measures } = input;
    const [kept] = await tx
      .insert(practiceLogs)
      .values({
        ...measures,
        ...replaced,
        clinicId: actor.clinicId,
        patientId,
        receivedAt: now,
        recordedBy: actor.memberId,
        correctsId: logId,
        correctionReason: reason,
      })
      .onConflictDoNothing()
      .returning({ id: practiceLogs.id });
    if (!kept) {
      throw new AppError("conflict", {
        message: "This was already corrected. Reload to see the newest, and correct that.",
      });
    }
    const { planItemId, dueOn, occasion } = replaced;
    audit({
      subjectType: "practice-log",
      subjectId: kept.id,
      patientId,
      detail: { corrects: logId, planItemId, dueOn, occasion, outcome: input.outcome },
    });
    return { logId: kept.id };
  },
});
