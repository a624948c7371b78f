import { and, eq, lt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { draftAnswers, instrumentVersions, responseDrafts } from "@/db/schema/questionnaires";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import { command } from "@/lib/core/command";
import { AppError, found, invalidField } from "@/lib/core/errors";
import type { SavedAnswer } from "../answers";
import type { Instrument } from "../instrument-schema";
import { faultOf, itemsOf } from "../scales";
import { saveAnswerSchema } from "../schemas";

/** How far the person's device may be ahead of the portal's clock. */
const CLOCK_SLACK_MS = 5 * 60 * 1000;

/**
 * Keeps one answer of an open questionnaire; of two answers to one question the newer stands, whichever arrives first. Throws
 * AppError invalid (unknown question, a value off the scale, an activity without a name, a time in the future), conflict once it is sent.
 */
export const saveAnswer = command({
  can: "questionnaires.save-answer",
  input: saveAnswerSchema,
  async run({ tx, actor, now, input, audit }): Promise<SavedAnswer> {
    const { draftId, itemId, value, answeredAt } = input;
    const draft = found(await sharedDraft(tx, actor, draftId));
    if (draft.submittedAt) {
      throw new AppError("conflict", { message: "These answers are sent already, so they can no longer be changed." });
    }
    const named = nameFor(draft.body as Instrument, input);
    if (answeredAt.getTime() > now.getTime() + CLOCK_SLACK_MS) {
      throw invalidField("answeredAt", "The clock of this device is ahead. Please set it right and choose again.");
    }
    const columns = { value: draftAnswers.value, named: draftAnswers.named, answeredAt: draftAnswers.answeredAt };
    const [written] = await tx
      .insert(draftAnswers)
      .values({ clinicId: actor.clinicId, draftId, itemId, value, named, answeredAt })
      .onConflictDoUpdate({
        target: [draftAnswers.clinicId, draftAnswers.draftId, draftAnswers.itemId],
        set: { value, named, answeredAt },
        setWhere: lt(draftAnswers.answeredAt, answeredAt),
      })
      .returning(columns);
    const own = and(
      eq(draftAnswers.clinicId, actor.clinicId),
      eq(draftAnswers.draftId, draftId),
      eq(draftAnswers.itemId, itemId),
    );
    const [standing] = written ? [written] : await tx.select(columns).from(draftAnswers).where(own);
    const answer = found(standing);
    const isSame = answer.value === value && answer.named === named;
    const kept = isSame && answer.answeredAt.getTime() === answeredAt.getTime();
    audit({ subjectType: "response-draft", subjectId: draftId, patientId: draft.patientId, detail: { itemId, kept } });
    return {
      kept,
      value: answer.value,
      ...(answer.named === null ? {} : { named: answer.named }),
      answeredAt: answer.answeredAt.toISOString(),
      receivedAt: now.toISOString(),
    };
  },
});

/** The draft, held so that nobody sends it in the meantime. */
async function sharedDraft(tx: Tx, actor: Person, draftId: string) {
  const [draft] = await tx
    .select({
      submittedAt: responseDrafts.submittedAt,
      patientId: responseDrafts.patientId,
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
    .for("share", { of: responseDrafts });
  return draft;
}

type Given = { itemId: string; value: number | null; named?: string | null | undefined };

/** The activity an answer is about; null where the questions name it. Throws invalid when the answer does not fit its question. */
function nameFor(instrument: Instrument, { itemId, value, named }: Given): string | null {
  const asked = itemsOf(instrument).find(({ item }) => item.id === itemId);
  if (!asked) throw invalidField("itemId", "There is no such question.");
  // Asked in whole steps, a line too.
  if (value !== null && (faultOf(asked.scale, value) || !Number.isInteger(value))) {
    throw invalidField("value", "Choose one of the answers.");
  }
  if (asked.scale.kind !== "named") {
    if (named) throw invalidField("named", "This question has a name of its own.");
    return null;
  }
  if (value !== null && !named) throw invalidField("named", "Name the activity.");
  return named ?? null;
}
