import { and, asc, eq, gte, inArray, lte, notExists, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { planItems, planVersions } from "@/db/schema/plans";
import { practiceLogs } from "@/db/schema/practice";
import { instruments, instrumentVersions, responses, scores } from "@/db/schema/questionnaires";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import type { CalendarDay } from "@/lib/core/calendar";
import type { DoneLog, KnownScore } from "../progression-facts";

/** Logs of an exercise that are read: the last two sessions, and room for one told twice. */
const LAST_LOGS = 4;

const correction = alias(practiceLogs, "later_log");

/** The last logs that stand: of each exercise, and of the last days of practice of each plan. */
export async function lastLogs(
  tx: Tx,
  actor: Person,
  patientIds: string[],
  since: CalendarDay,
  days: number,
): Promise<Map<string, DoneLog[]>> {
  const own = sql`partition by ${practiceLogs.patientId}`;
  const newest = sql`${practiceLogs.dueOn} desc, ${practiceLogs.occasion} desc, ${practiceLogs.receivedAt} desc`;
  const ranked = tx
    .select({
      patientId: practiceLogs.patientId,
      planItemId: practiceLogs.planItemId,
      itemKey: practiceLogs.itemKey,
      dueOn: practiceLogs.dueOn,
      occasion: practiceLogs.occasion,
      outcome: practiceLogs.outcome,
      setsDone: practiceLogs.setsDone,
      repetitionsDone: practiceLogs.repetitionsDone,
      loadKg: practiceLogs.loadKg,
      painNrs: practiceLogs.painNrs,
      receivedAt: practiceLogs.receivedAt,
      turn: sql<number>`row_number() over (${own}, ${practiceLogs.itemKey} order by ${newest})`.as("turn"),
      day: sql<number>`dense_rank() over (${own}, ${planVersions.planId} order by ${practiceLogs.dueOn} desc)`.as(
        "day",
      ),
    })
    .from(practiceLogs)
    .innerJoin(planItems, and(eq(planItems.clinicId, practiceLogs.clinicId), eq(planItems.id, practiceLogs.planItemId)))
    .innerJoin(
      planVersions,
      and(eq(planVersions.clinicId, planItems.clinicId), eq(planVersions.id, planItems.planVersionId)),
    )
    .where(
      and(
        inScope(actor, practiceLogs),
        patientIds.length === 1 ? inArray(practiceLogs.patientId, patientIds) : undefined,
        gte(practiceLogs.dueOn, since),
        notExists(
          tx
            .select({ one: sql`1` })
            .from(correction)
            .where(and(eq(correction.clinicId, practiceLogs.clinicId), eq(correction.correctsId, practiceLogs.id))),
        ),
      ),
    )
    .as("ranked");
  const rows = await tx
    .select({
      patientId: ranked.patientId,
      itemKey: ranked.itemKey,
      dueOn: ranked.dueOn,
      occasion: ranked.occasion,
      outcome: ranked.outcome,
      setsDone: ranked.setsDone,
      repetitionsDone: ranked.repetitionsDone,
      loadKg: ranked.loadKg,
      painNrs: ranked.painNrs,
      asked: { sets: planItems.sets, repetitions: planItems.repetitions, loadKg: planItems.loadKg },
    })
    .from(ranked)
    .innerJoin(planItems, and(eq(planItems.clinicId, actor.clinicId), eq(planItems.id, ranked.planItemId)))
    .where(or(lte(ranked.turn, LAST_LOGS), lte(ranked.day, days)))
    .orderBy(asc(ranked.dueOn), asc(ranked.occasion), asc(ranked.receivedAt));
  const found = new Map<string, Map<string, DoneLog>>();
  for (const { patientId, asked, ...log } of rows) {
    const logs = found.get(patientId) ?? new Map<string, DoneLog>();
    found.set(patientId, logs);
    // Of an occasion that was told twice the later counts.
    logs.set(`${log.itemKey}:${log.dueOn}:${log.occasion}`, { ...log, asked: { ...asked, sets: asked.sets ?? 0 } });
  }
  return new Map([...found].map(([id, logs]) => [id, [...logs.values()]]));
}

const corrected = alias(responses, "later_response");

/** Scores of some questionnaires as people are shown them. */
export async function knownScores(
  tx: Tx,
  actor: Person,
  patientIds: string[],
  slugs: string[],
): Promise<Map<string, KnownScore[]>> {
  const rows = await tx
    .select({
      patientId: responses.patientId,
      slug: instruments.slug,
      part: scores.subscale,
      // As shownOf of the questionnaires has it: the sum of the answers, or 0-100 in the questionnaire's own direction.
      value: sql<number | null>`(case when ${instrumentVersions.body}->>'shown' = 'raw' then ${scores.raw}
        when ${instrumentVersions.body}->>'direction' = 'higher-is-better' then 100 - ${scores.worst100} else ${scores.worst100} end)::float8`,
      answeredOn: sql<CalendarDay>`coalesce(${responses.answeredOn}, ${responses.submittedOn})`,
    })
    .from(responses)
    .innerJoin(scores, and(eq(scores.clinicId, responses.clinicId), eq(scores.responseId, responses.id)))
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
    .where(
      and(
        inScope(actor, responses),
        patientIds.length === 1 ? inArray(responses.patientId, patientIds) : undefined,
        inArray(instruments.slug, slugs),
        notExists(
          tx
            .select({ one: sql`1` })
            .from(corrected)
            .where(and(eq(corrected.clinicId, responses.clinicId), eq(corrected.correctsId, responses.id))),
        ),
      ),
    );
  const found = new Map<string, KnownScore[]>();
  for (const { patientId, ...score } of rows) push(found, patientId, score);
  return found;
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
