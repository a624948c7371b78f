import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { draftAnswers, instrumentVersions, responseDrafts, responses } from "@/db/schema/questionnaires";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import { addDays, type CalendarDay, calendarDayOf } from "@/lib/core/calendar";
import { command } from "@/lib/core/command";
import { AppError, found, invalidField } from "@/lib/core/errors";
import { differs, NOTHING_DIFFERS, type SentAnswers } from "../differs";
import type { Instrument } from "../instrument-schema";
import { openOccasion } from "../occasions";
import { answeredOn } from "../queries/answered";
import { askedPlans } from "../queries/asked-plans";
import { itemsOf } from "../scales";
import { submitSchema } from "../schemas";
import { keepResponse } from "../writes/keep-response";

/**
 * Sends a questionnaire, once: the answers become a response with its scores, and the draft is closed. Every item is in it;
 * one not answered is null. Answers that replace earlier ones are a row of their own, with the reason, for the day of those. Throws AppError
 * invalid for a blank form, and a correction that changes nothing or is without a reason; conflict when it is sent already or its time is over
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
    const { itemKey, dueOn, instrumentVersionId, startedAt, correctsId } = draft;
    const today = calendarDayOf(now, actor.timeZone);
    const replaced = correctsId === null ? null : await replacedResponse(tx, actor, correctsId);
    if (correctsId !== null && input.reason === undefined) {
      throw invalidField("reason", "Say in a few words what was wrong.");
    }
    if (correctsId === null) await refuseClosed(tx, actor, { patientId, itemKey, dueOn, today });
    const instrument = draft.body as Instrument;
    const collected = await collectedAnswers(tx, actor, input.draftId, instrument);
    const given = Object.values(collected.answers).filter((value) => value !== null).length;
    if (given === 0) throw new AppError("invalid", { message: "Please answer at least one question before you send." });
    if (replaced && !differs(collected, replaced)) throw new AppError("invalid", { message: NOTHING_DIFFERS });
    const responseId = input.id;
    await keepResponse(tx, actor, {
      id: responseId,
      patientId,
      itemKey,
      dueOn,
      instrumentVersionId,
      instrument,
      ...collected,
      startedAt,
      submittedAt: now,
      submittedOn: today,
      answeredOn: replaced?.answeredOn ?? null,
      receivedAt: now,
      source: "portal",
      correctsId,
      correctionReason: correctsId === null ? null : (input.reason ?? null),
    });
    await tx
      .update(responseDrafts)
      .set({ submittedAt: now })
      .where(and(inScope(actor, responseDrafts), eq(responseDrafts.id, input.draftId)));
    const detail = { draftId: input.draftId, itemKey, dueOn, answered: given, correctsId };
    audit({ subjectType: "response", subjectId: responseId, patientId, detail });
    return { responseId };
  },
});

type Wanted = { patientId: string; itemKey: string; dueOn: CalendarDay; today: CalendarDay };

async function refuseClosed(tx: Tx, actor: Person, { patientId, itemKey, dueOn, today }: Wanted): Promise<void> {
  const plans = await askedPlans(tx, actor, patientId);
  if ([today, addDays(today, -1)].some((day) => openOccasion(plans, { itemKey, dueOn }, day))) return;
  throw new AppError("conflict", {
    message: "These questions are no longer open. Your list shows what is due now.",
  });
}

/** The response that is replaced; a conflict when another correction came first. */
async function replacedResponse(tx: Tx, actor: Person, correctsId: string) {
  const [later] = await tx
    .select({ id: responses.id })
    .from(responses)
    .where(and(inScope(actor, responses), eq(responses.correctsId, correctsId)));
  if (later) {
    throw new AppError("conflict", {
      message: "These answers were corrected already. Correct the newer ones instead.",
    });
  }
  const [replaced] = await tx
    .select({ answeredOn, answers: responses.answers, declined: responses.declined, named: responses.named })
    .from(responses)
    .where(and(inScope(actor, responses), eq(responses.id, correctsId)));
  const { named, ...sent } = found(replaced);
  return { ...sent, names: named ?? {} };
}

/** The draft, held until the end of the transaction: nobody else sends it, or adds to it, in the meantime. */
async function lockedDraft(tx: Tx, actor: Person, draftId: string) {
  const [draft] = await tx
    .select({
      itemKey: responseDrafts.itemKey,
      dueOn: responseDrafts.dueOn,
      instrumentVersionId: responseDrafts.instrumentVersionId,
      startedAt: responseDrafts.startedAt,
      submittedAt: responseDrafts.submittedAt,
      correctsId: responseDrafts.correctsId,
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

async function collectedAnswers(tx: Tx, actor: Person, draftId: string, instrument: Instrument): Promise<SentAnswers> {
  const rows = await tx
    .select({ itemId: draftAnswers.itemId, value: draftAnswers.value, named: draftAnswers.named })
    .from(draftAnswers)
    .where(and(eq(draftAnswers.clinicId, actor.clinicId), eq(draftAnswers.draftId, draftId)));
  const values = new Map(rows.map(({ itemId, value }) => [itemId, value]));
  const ids = itemsOf(instrument).map(({ item }) => item.id);
  return {
    answers: Object.fromEntries(ids.map((id) => [id, values.get(id) ?? null])),
    declined: ids.filter((id) => values.get(id) === null),
    names: Object.fromEntries(rows.flatMap(({ itemId, named }) => (named === null ? [] : [[itemId, named]]))),
  };
}
