import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { draftAnswers, instrumentVersions, responseDrafts, responses, scores } from "@/db/schema/questionnaires";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import { addDays, calendarDayOf } from "@/lib/core/calendar";
import { command } from "@/lib/core/command";
import { AppError, found } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { publishedPlans } from "@/lib/plans/queries";
import { openOccasion } from "../occasions";
import { type Answers, type Instrument, submitSchema } from "../schemas";
import { type InstrumentScore, score } from "../scoring";

/**
 * Sends a questionnaire, once: the answers become a response with its scores, and the draft is closed. Every item is in it;
 * one not answered is null. Throws AppError invalid for a blank form, conflict when it is sent already or its time is over
 * (it may be finished on the day after).
 */
export const submit = command({
  can: "questionnaires.submit",
  input: submitSchema,
  once: true,
  async run({ tx, actor, now, input, audit }): Promise<{ responseId: string }> {
    const patientId = found(actor.patientId);
    const draft = found(await lockedDraft(tx, actor, input.draftId));
    if (draft.submittedAt) {
      throw new AppError("conflict", { message: "These answers are sent already. We kept the first ones." });
    }
    const { itemKey, dueOn, instrumentVersionId, startedAt } = draft;
    const today = calendarDayOf(now, actor.timeZone);
    const plans = await publishedPlans(tx, actor, patientId);
    if (![today, addDays(today, -1)].some((day) => openOccasion(plans, { itemKey, dueOn }, day))) {
      throw new AppError("conflict", {
        message: "These questions are no longer open. Your list shows what is due now.",
      });
    }
    const instrument = draft.body as Instrument;
    const answers = await collectedAnswers(tx, actor, input.draftId, instrument);
    const given = Object.values(answers).filter((value) => value !== null).length;
    if (given === 0) throw new AppError("invalid", { message: "Please answer at least one question before you send." });
    const responseId = input.id;
    await tx.insert(responses).values({
      clinicId: actor.clinicId,
      id: responseId,
      patientId,
      itemKey,
      dueOn,
      instrumentVersionId,
      answers,
      startedAt,
      submittedAt: now,
      submittedOn: today,
      receivedAt: now,
      submittedBy: actor.memberId,
    });
    const rows = scoreRows(score(instrument, answers), given);
    await tx
      .insert(scores)
      .values(rows.map((row) => ({ ...row, clinicId: actor.clinicId, id: newId(), responseId, patientId })));
    await tx
      .update(responseDrafts)
      .set({ submittedAt: now })
      .where(and(inScope(actor, responseDrafts), eq(responseDrafts.id, input.draftId)));
    const detail = { draftId: input.draftId, itemKey, dueOn, answered: given };
    audit({ subjectType: "response", subjectId: responseId, patientId, detail });
    return { responseId };
  },
});

/** The draft, held until the end of the transaction: nobody else sends it, or adds to it, in the meantime. */
async function lockedDraft(tx: Tx, actor: Person, draftId: string) {
  const [draft] = await tx
    .select({
      itemKey: responseDrafts.itemKey,
      dueOn: responseDrafts.dueOn,
      instrumentVersionId: responseDrafts.instrumentVersionId,
      startedAt: responseDrafts.startedAt,
      submittedAt: responseDrafts.submittedAt,
      body: instrumentVersions.body,
    })
    .from(responseDrafts)
    .innerJoin(
      instrumentVersions,
      and(
        eq(instrumentVersions.clinicId, responseDrafts.clinicId),
        eq(instrumentVersions.id, responseDrafts.instrumentVersionId),
      ),
    )
    .where(and(inScope(actor, responseDrafts), eq(responseDrafts.id, draftId)))
    .for("update", { of: responseDrafts });
  return draft;
}

async function collectedAnswers(tx: Tx, actor: Person, draftId: string, { subscales }: Instrument): Promise<Answers> {
  const rows = await tx
    .select({ itemId: draftAnswers.itemId, value: draftAnswers.value })
    .from(draftAnswers)
    .where(and(eq(draftAnswers.clinicId, actor.clinicId), eq(draftAnswers.draftId, draftId)));
  const values = new Map(rows.map(({ itemId, value }) => [itemId, value]));
  const items = subscales.flatMap((subscale) => subscale.items);
  return Object.fromEntries(items.map(({ id }) => [id, values.get(id) ?? null]));
}

function scoreRows({ subscales, total }: InstrumentScore, answered: number) {
  const parts = subscales.map((part) => ({ ...part, subscale: part.id, isTotal: false }));
  const imputed = total.raw === null ? 0 : subscales.reduce((sum, part) => sum + part.imputed, 0);
  return [...parts, { ...total, subscale: "total", isTotal: true, answered, imputed }].map((part) => ({
    subscale: part.subscale,
    isTotal: part.isTotal,
    raw: part.raw,
    rawMax: part.range[1],
    worst100: part.worst100,
    answered: part.answered,
    imputed: part.imputed,
    reason: part.reason,
  }));
}
