import { and, count, desc, eq, inArray, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { draftAnswers, instrumentVersions, responseDrafts, responses } from "@/db/schema/questionnaires";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import { type CalendarDay, calendarDayOf } from "@/lib/core/calendar";
import { found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { copyId } from "@/lib/plans/open-questionnaires";
import type { Instrument } from "../instrument-schema";
import { comingOccasions, type DueOccasion, dueOccasions } from "../occasions";
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
  /** Questions answered or declined so far; null when not begun. */
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
        answeredOn,
        source: responses.source,
        answers: responses.answers,
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
    return {
      due: await withCounts(tx, actor, dueOccasions(plans, today, answered, begun)),
      coming: comingOccasions(plans, today).map(({ itemKey, dueOn, title }) => ({ itemKey, dueOn, title })),
      past: sent.map(({ answers, source, ...one }) => {
        const values = Object.values(answers);
        const given = values.filter((value) => value !== null).length;
        return { ...one, source: source as ResponseSource, answered: given, count: values.length };
      }),
    };
  },
});

async function withCounts(tx: Tx, actor: Person, due: readonly DueOccasion[]): Promise<DueQuestions[]> {
  if (due.length === 0) return [];
  const drafts = await openDrafts(tx, actor);
  const begun = new Map(drafts.map((draft) => [copyId(draft.itemKey, draft.dueOn), draft]));
  const begunOf = ({ itemKey, dueOn }: DueOccasion) => begun.get(copyId(itemKey, dueOn));
  const versionOf = (occasion: DueOccasion) => begunOf(occasion)?.instrumentVersionId ?? occasion.instrumentVersionId;
  const versions = await tx
    .select({ id: instrumentVersions.id, body: instrumentVersions.body })
    .from(instrumentVersions)
    .where(
      and(
        eq(instrumentVersions.clinicId, actor.clinicId),
        inArray(instrumentVersions.id, [...new Set(due.map(versionOf))]),
      ),
    );
  return due.map((occasion) => {
    const { minutes, subscales, title } = found(versions.find(({ id }) => id === versionOf(occasion)))
      .body as Instrument;
    const { itemKey, dueOn, note, overdueDays, closesOn } = occasion;
    const count = subscales.reduce((sum, { items }) => sum + items.length, 0);
    const reached = begunOf(occasion)?.reached ?? null;
    return { itemKey, dueOn, title, note, overdueDays, closesOn, minutes, count, reached };
  });
}

function openDrafts(tx: Tx, actor: Person) {
  return tx
    .select({
      itemKey: responseDrafts.itemKey,
      dueOn: responseDrafts.dueOn,
      instrumentVersionId: responseDrafts.instrumentVersionId,
      reached: count(draftAnswers.itemId),
    })
    .from(responseDrafts)
    .leftJoin(
      draftAnswers,
      and(eq(draftAnswers.clinicId, responseDrafts.clinicId), eq(draftAnswers.draftId, responseDrafts.id)),
    )
    .where(and(inScope(actor, responseDrafts), isNull(responseDrafts.submittedAt), isNull(responseDrafts.correctsId)))
    .groupBy(responseDrafts.itemKey, responseDrafts.dueOn, responseDrafts.instrumentVersionId);
}
