import { and, eq, isNull, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { readingReceipts } from "@/db/schema/practice";
import {
  draftAnswers,
  instruments,
  instrumentVersions,
  questionnaireRequests,
  responseDrafts,
  responses,
} from "@/db/schema/questionnaires";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import { calendarDayOf } from "@/lib/core/calendar";
import type { QuestionsLeft } from "@/lib/plans/open-questionnaires";
import { type QuestionnaireRequest, requestAsPlan } from "@/lib/plans/requests";
import type { TodayMark } from "../today-questions";

type Row = { what: TodayMark["what"] | "asked" };
/** What a request holds beside what every mark does. */
type Asked = Pick<QuestionnaireRequest, "windowDays" | "note" | "instrumentVersionId" | "title">;

/** Columns that only some kinds of mark have, as the others have them. */
const NOTHING = {
  slug: sql<string | null>`null`.as("slug"),
  answeredOn: sql<string | null>`null::date`.as("answered_on"),
};
const UNASKED = { asked: sql<Asked | null>`null::jsonb`.as("asked") };
const UNBEGUN = { left: sql<QuestionsLeft | null>`null::jsonb`.as("left") };

/** What is left of a copy, in questions as they are asked: a list to tick is one. As lib/questionnaires/asked-questions.ts counts them. */
const leftOf = sql<QuestionsLeft | null>`(
  select jsonb_build_object('minutes', ${instrumentVersions.body}->'minutes', 'count', count(*), 'left', count(*) filter (where not reached))
  from (
    select bool_and(exists (select from ${draftAnswers} where ${draftAnswers.clinicId} = ${responseDrafts.clinicId}
      and ${draftAnswers.draftId} = ${responseDrafts.id} and ${draftAnswers.itemId} = item->>'id')) as reached
    from jsonb_array_elements(${instrumentVersions.body}->'subscales') with ordinality as parts(part, place),
      jsonb_array_elements(part->'items') with ordinality as items(item, number)
    group by place, case coalesce(part->'scale', ${instrumentVersions.body}->'scale')->>'kind' when 'tick' then 0 else number end
  ) questions)`;

/**
 * What the patient read, sent and began, and the questionnaires sent to them beside their plans, each as a plan of one line; in one statement.
 */
export async function todayMarks(tx: Tx, actor: Person) {
  const rows = await unionAll(
    tx
      .select({
        what: sql<Row["what"]>`'read'`.as("what"),
        itemKey: readingReceipts.itemKey,
        dueOn: readingReceipts.dueOn,
        at: readingReceipts.readAt,
        ...NOTHING,
        ...UNASKED,
        ...UNBEGUN,
      })
      .from(readingReceipts)
      .where(inScope(actor, readingReceipts)),
    tx
      .select({
        what: sql<Row["what"]>`'sent'`.as("what"),
        itemKey: responses.itemKey,
        dueOn: responses.dueOn,
        at: responses.submittedAt,
        slug: sql<string | null>`${instruments.slug}`.as("slug"),
        answeredOn: sql<string | null>`coalesce(${responses.answeredOn}, ${responses.submittedOn})`.as("answered_on"),
        ...UNASKED,
        ...UNBEGUN,
      })
      .from(responses)
      .innerJoin(
        instrumentVersions,
        and(
          eq(instrumentVersions.clinicId, responses.clinicId),
          eq(instrumentVersions.id, responses.instrumentVersionId),
        ),
      )
      .innerJoin(
        instruments,
        and(eq(instruments.clinicId, instrumentVersions.clinicId), eq(instruments.id, instrumentVersions.instrumentId)),
      )
      .where(and(inScope(actor, responses), isNull(responses.correctsId))),
    tx
      .select({
        what: sql<Row["what"]>`'begun'`.as("what"),
        itemKey: responseDrafts.itemKey,
        dueOn: responseDrafts.dueOn,
        at: responseDrafts.startedAt,
        ...NOTHING,
        ...UNASKED,
        left: leftOf.as("left"),
      })
      .from(responseDrafts)
      .innerJoin(
        instrumentVersions,
        and(
          eq(instrumentVersions.clinicId, responseDrafts.clinicId),
          eq(instrumentVersions.id, responseDrafts.instrumentVersionId),
        ),
      )
      .where(
        and(inScope(actor, responseDrafts), isNull(responseDrafts.submittedAt), isNull(responseDrafts.correctsId)),
      ),
    tx
      .select({
        what: sql<Row["what"]>`'asked'`.as("what"),
        itemKey: questionnaireRequests.id,
        dueOn: questionnaireRequests.dueOn,
        at: questionnaireRequests.sentAt,
        slug: sql<string | null>`${instruments.slug}`.as("slug"),
        answeredOn: NOTHING.answeredOn,
        asked:
          sql<Asked | null>`jsonb_build_object('windowDays', ${questionnaireRequests.windowDays}, 'note', ${questionnaireRequests.note},
          'instrumentVersionId', ${instrumentVersions.id}, 'title', ${instrumentVersions.title})`.as("asked"),
        ...UNBEGUN,
      })
      .from(questionnaireRequests)
      .innerJoin(
        instrumentVersions,
        and(
          eq(instrumentVersions.clinicId, questionnaireRequests.clinicId),
          eq(instrumentVersions.id, questionnaireRequests.instrumentVersionId),
        ),
      )
      .innerJoin(
        instruments,
        and(eq(instruments.clinicId, instrumentVersions.clinicId), eq(instruments.id, instrumentVersions.instrumentId)),
      )
      .where(and(inScope(actor, questionnaireRequests), isNull(questionnaireRequests.withdrawnAt))),
  );
  const requests = rows.flatMap(({ itemKey: id, dueOn, at: sentAt, slug, asked }) =>
    asked && slug ? [requestAsPlan({ id, dueOn, sentAt, slug, ...asked })] : [],
  );
  const marks = rows.flatMap(({ what, itemKey, dueOn, at, slug, answeredOn, left }): TodayMark[] =>
    what === "asked" ? [] : [{ what, itemKey, dueOn, on: calendarDayOf(at, actor.timeZone), slug, answeredOn, left }],
  );
  // Oldest first, as everywhere.
  return { marks, requests: requests.sort((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0)) };
}
