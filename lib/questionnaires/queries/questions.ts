import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { draftAnswers, instrumentVersions, responseDrafts, responses } from "@/db/schema/questionnaires";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import { type CalendarDay, calendarDayOf } from "@/lib/core/calendar";
import { found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { copyId } from "@/lib/plans/open-questionnaires";
import { answeredQuestions } from "../answered-questions";
import { questionCount, reachedCount } from "../asked-questions";
import type { Instrument } from "../instrument-schema";
import { comingOccasions, dueOccasions } from "../occasions";
import type { ResponseSource } from "../vocabulary";
import { answeredOccasions, answeredOn, begunCopies } from "./answered";
import { askedPlans } from "./asked-plans";
import { isStanding } from "./standing";

export type DueQuestions = {
  itemKey: string;
  dueOn: CalendarDay;
  title: string;
  note: string;
  overdueDays: number;
  /** The last day it can be answered; null for as long as it takes. */
  closesOn: CalendarDay | null;
  /** About how long all of it takes, in minutes. */
  minutes: number;
  count: number;
  /** Questions answered or declined so far, a list to tick as one; null when not begun. */
  reached: number | null;
};

export type QuestionsView = {
  due: DueQuestions[];
  coming: { itemKey: string; dueOn: CalendarDay; title: string }[];
  past: {
    responseId: string;
    title: string;
    /** The day the answers speak of. */
    answeredOn: CalendarDay;
    source: ResponseSource;
    answered: number;
    count: number;
  }[];
};

/** The patient's own questionnaires: what is due now, when each comes next, and what was sent, newest first. */
export const getQuestions = query({
  can: "questionnaires.read-own",
  input: z.strictObject({}),
  async run({ tx, actor, now }): Promise<QuestionsView> {
    const patientId = found(actor.patientId);
    const today = calendarDayOf(now, actor.timeZone);
    const plans = await askedPlans(tx, actor, patientId);
    const sent = await tx
      .select({
        responseId: responses.id,
        title: instrumentVersions.title,
        versionId: instrumentVersions.id,
        answeredOn,
        source: responses.source,
        answers: responses.answers,
        named: responses.named,
      })
      .from(responses)
      .innerJoin(
        instrumentVersions,
        and(
          eq(instrumentVersions.clinicId, responses.clinicId),
          eq(instrumentVersions.id, responses.instrumentVersionId),
        ),
      )
      .where(and(inScope(actor, responses), isStanding))
      .orderBy(desc(answeredOn), desc(responses.submittedAt));
    const answered = await answeredOccasions(tx, actor, patientId);
    const begun = await begunCopies(tx, actor, patientId);
    const due = dueOccasions(plans, today, answered, begun);
    const drafts = new Map(
      (due.length > 0 ? await openDrafts(tx, actor) : []).map((draft) => [copyId(draft.itemKey, draft.dueOn), draft]),
    );
    const asked = due.map((occasion) => {
      const draft = drafts.get(copyId(occasion.itemKey, occasion.dueOn));
      return { occasion, draft, versionId: draft?.instrumentVersionId ?? occasion.instrumentVersionId };
    });
    const versions = await versionsOf(tx, actor, [...asked, ...sent]);
    return {
      due: asked.map(({ occasion, draft, versionId }): DueQuestions => {
        const { itemKey, dueOn, note, overdueDays, closesOn } = occasion;
        const instrument = found(versions.get(versionId));
        const reached = draft ? new Set(draft.reached) : null;
        return {
          itemKey,
          dueOn,
          title: instrument.title,
          note,
          overdueDays,
          closesOn,
          minutes: instrument.minutes,
          count: questionCount(instrument),
          reached: reached && reachedCount(instrument, (itemId) => reached.has(itemId)),
        };
      }),
      coming: comingOccasions(plans, today).map(({ itemKey, dueOn, title }) => ({ itemKey, dueOn, title })),
      past: sent.map(({ answers, named, source, versionId, ...one }) => {
        const instrument = found(versions.get(versionId));
        const counts = answeredQuestions({ instrument, answers, names: named ?? {} });
        return { ...one, source: source as ResponseSource, ...counts };
      }),
    };
  },
});

/** The instruments of these versions, each read once. */
async function versionsOf(
  tx: Tx,
  actor: Person,
  of: readonly { versionId: string }[],
): Promise<Map<string, Instrument>> {
  const ids = [...new Set(of.map(({ versionId }) => versionId))];
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: instrumentVersions.id, body: instrumentVersions.body })
    .from(instrumentVersions)
    .where(and(eq(instrumentVersions.clinicId, actor.clinicId), inArray(instrumentVersions.id, ids)));
  return new Map(rows.map(({ id, body }) => [id, body as Instrument]));
}

/** Copies begun and not sent, with the items answered or declined in them. */
function openDrafts(tx: Tx, actor: Person) {
  return tx
    .select({
      itemKey: responseDrafts.itemKey,
      dueOn: responseDrafts.dueOn,
      instrumentVersionId: responseDrafts.instrumentVersionId,
      reached: sql<
        string[]
      >`coalesce(array_agg(${draftAnswers.itemId}) filter (where ${draftAnswers.itemId} is not null), '{}')`,
    })
    .from(responseDrafts)
    .leftJoin(
      draftAnswers,
      and(eq(draftAnswers.clinicId, responseDrafts.clinicId), eq(draftAnswers.draftId, responseDrafts.id)),
    )
    .where(and(inScope(actor, responseDrafts), isNull(responseDrafts.submittedAt), isNull(responseDrafts.correctsId)))
    .groupBy(responseDrafts.itemKey, responseDrafts.dueOn, responseDrafts.instrumentVersionId);
}
