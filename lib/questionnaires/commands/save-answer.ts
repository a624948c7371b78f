import { and, eq, lt } from "drizzle-orm";
import { draftAnswers, instrumentVersions, responseDrafts } from "@/db/schema/questionnaires";
import { inScope } from "@/lib/access/scope";
import { command } from "@/lib/core/command";
import { AppError, found, invalidField } from "@/lib/core/errors";
import type { SavedAnswer } from "../answers";
import { type Instrument, saveAnswerSchema } from "../schemas";

/** How far the person's device may be ahead of the portal's clock. */
const CLOCK_SLACK_MS = 5 * 60 * 1000;

/**
 * Keeps one answer of an open questionnaire; of two answers to one question the newer stands, whichever arrives first. Throws
 * AppError invalid (unknown question, a value off the scale, a time in the future), conflict once it is sent.
 */
export const saveAnswer = command({
  can: "questionnaires.save-answer",
  input: saveAnswerSchema,
  async run({ tx, actor, now, input, audit }): Promise<SavedAnswer> {
    const { draftId, itemId, value, answeredAt } = input;
    const [row] = await tx
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
    const draft = found(row);
    if (draft.submittedAt) {
      throw new AppError("conflict", { message: "These answers are sent already, so they can no longer be changed." });
    }
    const { subscales, scale } = draft.body as Instrument;
    if (!subscales.some((subscale) => subscale.items.some(({ id }) => id === itemId))) {
      throw invalidField("itemId", "There is no such question.");
    }
    if (value !== null && !scale.options.some((option) => option.value === value)) {
      throw invalidField("value", "Choose one of the answers.");
    }
    if (answeredAt.getTime() > now.getTime() + CLOCK_SLACK_MS) {
      throw invalidField("answeredAt", "The clock of this device is ahead. Please set it right and choose again.");
    }
    const [written] = await tx
      .insert(draftAnswers)
      .values({ clinicId: actor.clinicId, draftId, itemId, value, answeredAt })
      .onConflictDoUpdate({
        target: [draftAnswers.clinicId, draftAnswers.draftId, draftAnswers.itemId],
        set: { value, answeredAt },
        setWhere: lt(draftAnswers.answeredAt, answeredAt),
      })
      .returning({ value: draftAnswers.value, answeredAt: draftAnswers.answeredAt });
    const [standing] = written
      ? [written]
      : await tx
          .select({ value: draftAnswers.value, answeredAt: draftAnswers.answeredAt })
          .from(draftAnswers)
          .where(
            and(
              eq(draftAnswers.clinicId, actor.clinicId),
              eq(draftAnswers.draftId, draftId),
              eq(draftAnswers.itemId, itemId),
            ),
          );
    const answer = found(standing);
    const kept = answer.value === value && answer.answeredAt.getTime() === answeredAt.getTime();
    audit({ subjectType: "response-draft", subjectId: draftId, patientId: draft.patientId, detail: { itemId, kept } });
    return {
      kept,
      value: answer.value,
      answeredAt: answer.answeredAt.toISOString(),
      receivedAt: now.toISOString(),
    };
  },
});
