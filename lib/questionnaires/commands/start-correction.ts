import { and, eq } from "drizzle-orm";
import { draftAnswers, responseDrafts, responses } from "@/db/schema/questionnaires";
import { inScope } from "@/lib/access/scope";
import { command } from "@/lib/core/command";
import { AppError, found } from "@/lib/core/errors";
import { isStanding } from "../queries/standing";
import { startCorrectionSchema } from "../schemas";

/**
 * Opens a copy of answers that were sent, to put them right; the answers sent stay as they are until it is sent too. Gives the copy that is
 * open already. Throws conflict when they were corrected already, or were entered from paper: the clinic corrects those.
 */
export const startCorrection = command({
  can: "questionnaires.start-correction",
  input: startCorrectionSchema,
  once: true,
  async run({ tx, actor, now, input, audit }): Promise<{ draftId: string }> {
    const patientId = found(actor.patientId);
    const { responseId } = input;
    const own = and(inScope(actor, responses), eq(responses.id, responseId));
    const [row] = await tx.select().from(responses).where(own);
    const response = found(row);
    if (response.source !== "portal") {
      throw new AppError("conflict", {
        message: "Your clinic entered these answers. Please ask them to correct them.",
      });
    }
    const [standing] = await tx.select({ id: responses.id }).from(responses).where(and(own, isStanding));
    if (!standing) {
      throw new AppError("conflict", {
        message: "These answers were corrected already. Correct the newer ones instead.",
      });
    }
    const { itemKey, dueOn, instrumentVersionId, answers, declined, named, receivedAt } = response;
    await tx
      .insert(responseDrafts)
      .values({
        clinicId: actor.clinicId,
        id: input.id,
        patientId,
        itemKey,
        dueOn,
        instrumentVersionId,
        startedAt: now,
        correctsId: responseId,
      })
      .onConflictDoNothing();
    const [draft] = await tx
      .select({ id: responseDrafts.id })
      .from(responseDrafts)
      .where(and(inScope(actor, responseDrafts), eq(responseDrafts.correctsId, responseId)));
    const draftId = found(draft).id;
    if (draftId === input.id) {
      const given = Object.entries(answers).filter(([itemId, value]) => value !== null || declined.includes(itemId));
      const rows = given.map(([itemId, value]) => ({
        clinicId: actor.clinicId,
        draftId,
        itemId,
        value,
        named: named?.[itemId] ?? null,
        answeredAt: receivedAt,
      }));
      if (rows.length > 0) await tx.insert(draftAnswers).values(rows);
    }
    audit({ subjectType: "response-draft", subjectId: draftId, patientId, detail: { correctsId: responseId } });
    return { draftId };
  },
});
