import { and, eq, inArray, or, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { libraryVersions } from "@/db/schema/library";
import { practiceLogs } from "@/db/schema/practice";
import { instrumentVersions } from "@/db/schema/questionnaires";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import { type CalendarDay, calendarDayOf } from "@/lib/core/calendar";
import { found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { type Figure, figureSchema } from "@/lib/movement/figure-schema";
import { staysDue } from "@/lib/plans/line-days";
import { pauseOn } from "@/lib/plans/pauses";
import { planNames } from "@/lib/plans/plan-names";
import { type PlanView, publishedPlans } from "@/lib/plans/queries";
import { planOfLine, tellApart } from "../telling-apart";
import { type Today, type TodayLog, todayOf } from "../today";
import type { Outcome } from "../vocabulary";
import { todayMarks } from "./today-marks";

/** A plan that rests today while another one runs, and the day it goes on; null while nobody knows. */
export type RestingToday = { name: string; resumesOn: CalendarDay | null };

/** Today, and the portal's clock: a device with a wrong one tells the right time by it. */
type TodayView = Today & { now: string; resting: RestingToday[] };

/** What the patient has to do today, and has done. */
export const getToday = query({
  can: "practice.read-today",
  input: z.strictObject({}),
  async run({ tx, actor, now }): Promise<TodayView> {
    const { today, plans } = await loadToday(tx, actor, now);
    return { ...today, now: now.toISOString(), resting: restingOn(plans, today.day) };
  },
});

/** Today and the plans it comes from, in four statements. */
export async function loadToday(tx: Tx, actor: Person, now: Date): Promise<{ today: Today; plans: PlanView[] }> {
  const patientId = found(actor.patientId);
  const day = calendarDayOf(now, actor.timeZone);
  const plans = await publishedPlans(tx, actor, patientId);
  const logs = await todayLogs(tx, actor, plans, day);
  const { marks, requests } = await todayMarks(tx, actor);
  const { minutes, figures } = await contentOf(tx, actor, [...plans, ...requests], day);
  const today = todayOf({ plans, requests, day, logs, marks, minutes, figures });
  const names = planOfLine(plans);
  const planOf = ({ itemId }: { itemId: string }) => names.get(itemId);
  return {
    today: {
      ...today,
      exercises: tellApart(today.exercises, planOf),
      asNeeded: tellApart(today.asNeeded, planOf),
      reading: tellApart(today.reading, planOf),
    },
    plans,
  };
}

function restingOn(plans: readonly PlanView[], day: CalendarDay): RestingToday[] {
  const running = plans.filter(({ endsOn }) => endsOn === null || endsOn >= day);
  const titled = running.map((plan) => ({ ...plan, title: plan.versions.at(-1)?.title ?? "" }));
  const names = planNames(titled);
  return titled.flatMap(({ planId, title, pauses }) => {
    const pause = pauseOn(pauses, day);
    return pause ? [{ name: names.get(planId) ?? title, resumesOn: pause.resumesOn }] : [];
  });
}

/** Logs of the day, and all of what falls due seldom: it waits for its first log however long that takes. */
async function todayLogs(tx: Tx, actor: Person, plans: readonly PlanView[], day: string): Promise<TodayLog[]> {
  const seldom = plans
    .flatMap((plan) => plan.versions.flatMap((version) => version.items))
    .filter((item) => item.kind === "exercise" && staysDue(item.schedule))
    .map((item) => item.key);
  const rows = await tx
    .select({
      id: practiceLogs.id,
      correctsId: practiceLogs.correctsId,
      planItemId: practiceLogs.planItemId,
      itemKey: practiceLogs.itemKey,
      dueOn: practiceLogs.dueOn,
      occasion: practiceLogs.occasion,
      outcome: practiceLogs.outcome,
      performedAt: practiceLogs.performedAt,
      receivedAt: practiceLogs.receivedAt,
    })
    .from(practiceLogs)
    .where(
      and(
        inScope(actor, practiceLogs),
        or(eq(practiceLogs.dueOn, day), inArray(practiceLogs.itemKey, [...new Set(seldom)])),
      ),
    )
    .orderBy(practiceLogs.receivedAt, practiceLogs.id);
  return rows.map(({ performedAt, ...log }) => ({
    ...log,
    outcome: log.outcome as Outcome,
    performedOn: calendarDayOf(performedAt, actor.timeZone),
  }));
}

type Content = { minutes: Map<string, number>; figures: Map<string, Figure> };

/** How long each article and questionnaire of the plans takes, and how each exercise is drawn, by the id of its version. */
async function contentOf(tx: Tx, actor: Person, plans: readonly PlanView[], day: string): Promise<Content> {
  const lines = plans
    .flatMap((plan) => plan.versions.filter((version) => version.effectiveOn <= day))
    .flatMap((version) => version.items);
  const ids = (which: (line: (typeof lines)[number]) => string | null) => [
    ...new Set(lines.flatMap((line) => which(line) ?? [])),
  ];
  const rows = await unionAll(
    tx
      .select({
        id: libraryVersions.id,
        minutes: sql<number | null>`(${libraryVersions.body}->>'readingMinutes')::int`.as("minutes"),
        figure: sql<unknown>`${libraryVersions.body}->'figure'`.as("figure"),
      })
      .from(libraryVersions)
      .where(
        and(
          eq(libraryVersions.clinicId, actor.clinicId),
          inArray(
            libraryVersions.id,
            ids((line) => line.libraryVersionId),
          ),
        ),
      ),
    tx
      .select({
        id: instrumentVersions.id,
        minutes: sql<number | null>`(${instrumentVersions.body}->>'minutes')::int`.as("minutes"),
        figure: sql<unknown>`null::jsonb`.as("figure"),
      })
      .from(instrumentVersions)
      .where(
        and(
          eq(instrumentVersions.clinicId, actor.clinicId),
          inArray(
            instrumentVersions.id,
            ids((line) => line.instrumentVersionId),
          ),
        ),
      ),
  );
  return {
    minutes: new Map(rows.flatMap(({ id, minutes }) => (minutes === null ? [] : [[id, minutes]]))),
    figures: new Map(rows.flatMap(({ id, figure }) => (figure ? [[id, figureSchema.parse(figure)]] : []))),
  };
}
