import { and, count, desc, eq, inArray, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { draftAnswers, instrumentVersions, responseDrafts, responses } from "@/db/schema/questionnaires";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import { type CalendarDay, calendarDayOf } from "@/lib/core/calendar";
import { found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { publishedPlans } from "@/lib/plans/queries";
import { answeredId, comingOccasions, type DueOccasion, dueOccasions } from "../occasions";
import type { Instrument } from "../schemas";
import { isStanding } from "./standing";

export type DueQuestions = {
  itemKey: string;
  dueOn: CalendarDay;
  title: string;
  note: string;
  overdueDays: number;
  /** About how long all of it takes, in minutes. */
  minutes: number;
  count: number;
  /** Questions answered or declined so far; null when not begun. */
  reached: number | null;
};

export type QuestionsView = {
  due: DueQuestions[];
  coming: { itemKey: string; dueOn: CalendarDay; title: string }[];
  past: { responseId: string; title: string; submittedOn: CalendarDay; answered: number; count: number }[];
};

/** The patient's own questionnaires: what is due now, when each comes next, and what was sent, newest first. */
export const getQuestions = query({
  can: "questionnaires.read-own",
  input: z.strictObject({}),
  async run({ tx, actor, now }): Promise<QuestionsView> {
    const patientId = found(actor.patientId);
    const today = calendarDayOf(now, actor.timeZone);
    const plans = await publishedPlans(tx, actor, patientId);
    const sent = await tx
      .select({
        responseId: responses.id,
        itemKey: responses.itemKey,
        dueOn: responses.dueOn,
        title: instrumentVersions.title,
        submittedOn: responses.submittedOn,
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
      .orderBy(desc(responses.submittedAt));
    const answered = new Set(sent.map(({ itemKey, dueOn }) => answeredId(itemKey, dueOn)));
    return {
      due: await withCounts(tx, actor, dueOccasions(plans, today, answered)),
      coming: comingOccasions(plans, today).map(({ itemKey, dueOn, title }) => ({ itemKey, dueOn, title })),
      past: sent.map(({ responseId, title, submittedOn, answers }) => {
        const values = Object.values(answers);
        const given = values.filter((value) => value !== null).length;
        return { responseId, title, submittedOn, answered: given, count: values.length };
      }),
    };
  },
});

async function withCounts(tx: Tx, actor: Person, due: readonly DueOccasion[]): Promise<DueQuestions[]> {
  if (due.length === 0) return [];
  const drafts = await openDrafts(tx, actor);
  const begunOf = ({ itemKey, dueOn }: DueOccasion) =>
    drafts.find((draft) => draft.itemKey === itemKey && draft.dueOn === dueOn);
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
    const { itemKey, dueOn, note, overdueDays } = occasion;
    const count = subscales.reduce((sum, { items }) => sum + items.length, 0);
    return { itemKey, dueOn, title, note, overdueDays, minutes, count, reached: begunOf(occasion)?.reached ?? null };
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
    .where(and(inScope(actor, responseDrafts), isNull(responseDrafts.submittedAt)))
    .groupBy(responseDrafts.itemKey, responseDrafts.dueOn, responseDrafts.instrumentVersionId);
}
