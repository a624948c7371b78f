import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { responseDrafts } from "@/db/schema/questionnaires";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import { calendarDayOf } from "@/lib/core/calendar";
import { command } from "@/lib/core/command";
import { AppError, found } from "@/lib/core/errors";
import { dueOccasions, openOccasion } from "../occasions";
import { answeredOccasions, begunCopies } from "../queries/answered";
import { askedPlans } from "../queries/asked-plans";
import { openDraftSchema } from "../schemas";

/**
 * Begins a questionnaire that is due, with the version of the instrument in force on the day it fell due, or gives the copy
 * that is open already: there is one an occasion, and of one questionnaire one altogether. Throws AppError not-found when it is not due,
 * conflict when another copy of it is open or was answered since.
 */
export const openDraft = command({
  can: "questionnaires.open-draft",
  input: openDraftSchema,
  once: true,
  async run({ tx, actor, now, input, audit }): Promise<{ draftId: string }> {
    const patientId = found(actor.patientId);
    const { itemKey, dueOn } = input;
    const today = calendarDayOf(now, actor.timeZone);
    const plans = await askedPlans(tx, actor, patientId);
    const occasion = found(openOccasion(plans, input, today));
    const subject = { subjectType: "response-draft" as const, patientId };
    const open = await firstDraft(tx, actor, input);
    if (open) {
      audit({ ...subject, subjectId: open.id, detail: { itemKey, dueOn, begun: false } });
      return { draftId: open.id };
    }
    // Two copies of one questionnaire opened at the same moment wait for each other here.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${patientId}/${occasion.slug}`}, 0))`);
    const answered = await answeredOccasions(tx, actor, patientId);
    const shown = dueOccasions(plans, today, answered, await begunCopies(tx, actor, patientId));
    if (!shown.some((due) => due.itemKey === itemKey && due.dueOn === dueOn) && !(await firstDraft(tx, actor, input))) {
      throw new AppError("conflict", {
        message: "These questions are open in another copy, or were answered since. Your list shows what is due now.",
      });
    }
    const { instrumentVersionId } = occasion;
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
      })
      .onConflictDoNothing();
    const draftId = found(await firstDraft(tx, actor, input)).id;
    audit({ ...subject, subjectId: draftId, detail: { itemKey, dueOn, begun: draftId === input.id } });
    return { draftId };
  },
});

async function firstDraft(tx: Tx, actor: Person, { itemKey, dueOn }: { itemKey: string; dueOn: string }) {
  const [draft] = await tx
    .select({ id: responseDrafts.id })
    .from(responseDrafts)
    .where(
      and(
        inScope(actor, responseDrafts),
        eq(responseDrafts.itemKey, itemKey),
        eq(responseDrafts.dueOn, dueOn),
        isNull(responseDrafts.correctsId),
      ),
    );
  return draft;
}
