import { and, eq } from "drizzle-orm";
import { responseDrafts } from "@/db/schema/questionnaires";
import { inScope } from "@/lib/access/scope";
import { calendarDayOf } from "@/lib/core/calendar";
import { command } from "@/lib/core/command";
import { found } from "@/lib/core/errors";
import { publishedPlans } from "@/lib/plans/queries";
import { openOccasion } from "../occasions";
import { openDraftSchema } from "../schemas";

/**
 * Begins a questionnaire that is due, with the version of the instrument in force on the day it fell due, or gives the copy
 * that is open already: there is one an occasion. Throws AppError not-found when it is not due.
 */
export const openDraft = command({
  can: "questionnaires.open-draft",
  input: openDraftSchema,
  once: true,
  async run({ tx, actor, now, input, audit }): Promise<{ draftId: string }> {
    const patientId = found(actor.patientId);
    const { itemKey, dueOn } = input;
    const plans = await publishedPlans(tx, actor, patientId);
    const occasion = found(openOccasion(plans, input, calendarDayOf(now, actor.timeZone)));
    await tx
      .insert(responseDrafts)
      .values({
        clinicId: actor.clinicId,
        id: input.id,
        patientId,
        itemKey,
        dueOn,
        instrumentVersionId: occasion.instrumentVersionId,
        startedAt: now,
      })
      .onConflictDoNothing();
    const [kept] = await tx
      .select({ id: responseDrafts.id })
      .from(responseDrafts)
      .where(and(inScope(actor, responseDrafts), eq(responseDrafts.itemKey, itemKey), eq(responseDrafts.dueOn, dueOn)));
    const draftId = found(kept).id;
    const detail = { itemKey, dueOn, begun: draftId === input.id };
    audit({ subjectType: "response-draft", subjectId: draftId, patientId, detail });
    return { draftId };
  },
});
