import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { responseDrafts, responses } from "@/db/schema/questionnaires";
import { inScope } from "@/lib/access/scope";
import { found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { nextItemId } from "../review";
import { answeredOn } from "./answered";
import { askedVersion, type DraftView, keptAnswers } from "./draft";

/**
 * The copy in which the patient puts right answers they sent: the questions and the answers as they stand in it, or where the corrected result
 * is. `draftId` is null before it is begun. Throws AppError not-found for answers that are not theirs or that the clinic entered.
 */
export const getCorrection = query({
  can: "questionnaires.read-own",
  input: z.strictObject({ responseId: z.uuid() }),
  async run({ tx, actor, now, input: { responseId } }): Promise<DraftView> {
    const [row] = await tx
      .select({
        itemKey: responses.itemKey,
        dueOn: responses.dueOn,
        answeredOn,
        instrumentVersionId: responses.instrumentVersionId,
        answers: responses.answers,
        declined: responses.declined,
        named: responses.named,
      })
      .from(responses)
      .where(and(inScope(actor, responses), eq(responses.id, responseId), eq(responses.source, "portal")));
    const response = found(row);
    const names = response.named ?? {};
    const [later] = await tx
      .select({ id: responses.id })
      .from(responses)
      .where(and(inScope(actor, responses), eq(responses.correctsId, responseId)));
    if (later) return { state: "submitted", responseId: later.id };
    const [draft] = await tx
      .select({ id: responseDrafts.id })
      .from(responseDrafts)
      .where(and(inScope(actor, responseDrafts), eq(responseDrafts.correctsId, responseId)));
    const { instrument } = await askedVersion(tx, actor, response.instrumentVersionId);
    const answers = draft ? await keptAnswers(tx, actor, draft.id) : {};
    return {
      state: "open",
      itemKey: response.itemKey,
      dueOn: response.dueOn,
      overdueDays: 0,
      closesOn: null,
      note: "",
      draftId: draft?.id ?? null,
      instrument,
      answers,
      names,
      nextItemId: nextItemId(instrument, answers),
      correction: {
        responseId,
        answeredOn: response.answeredOn,
        sent: { answers: response.answers, names, declined: response.declined },
      },
      now: now.toISOString(),
    };
  },
});
