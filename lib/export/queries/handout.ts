import { and, desc, eq, isNull, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { patients } from "@/db/schema/identity";
import { plans } from "@/db/schema/plans";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import { type CalendarDay, calendarDayOf } from "@/lib/core/calendar";
import { env } from "@/lib/core/env";
import { AppError, found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { type Handout, handoutOf } from "../handout";
import { patientHandoutSchema, planHandoutSchema } from "../schemas";
import type { HandoutText } from "../vocabulary";
import { draftText, publishedText } from "./handout-text";

type Choices = { text: HandoutText; from?: CalendarDay | undefined };

/** One plan on paper. Not-found for a plan one may not see, and for a text the plan does not have. */
export const getHandout = query({
  can: "export.handout",
  input: planHandoutSchema,
  run: async ({ tx, actor, now, input: { planId, ...choices }, opened }): Promise<Handout> => {
    const plan = found(await planOnPaper(tx, actor, eq(plans.id, planId)));
    opened(plan.patientId);
    return found(await handoutOfPlan(tx, actor, now, plan, choices));
  },
});

/** The same for one of a patient's plans that have not ended, the newest unless one is named; null when there is no such text to print. */
export const getPatientHandout = query({
  can: "export.handout",
  input: patientHandoutSchema,
  run: async ({ tx, actor, now, input: { patientId, planId, ...choices }, opened }): Promise<Handout | null> => {
    const [patient] = await tx
      .select({ id: patients.id })
      .from(patients)
      .where(and(inScope(actor, { clinicId: patients.clinicId, patientId: patients.id }), eq(patients.id, patientId)));
    const { id } = found(patient);
    opened(id);
    const asked = planId === undefined ? undefined : eq(plans.id, planId);
    const plan = await planOnPaper(tx, actor, and(eq(plans.patientId, id), isNull(plans.endsOn), asked));
    return plan ? handoutOfPlan(tx, actor, now, plan, choices) : null;
  },
});

type PlanOnPaper = NonNullable<Awaited<ReturnType<typeof planOnPaper>>>;

async function planOnPaper(tx: Tx, actor: Person, which: SQL | undefined) {
  const [row] = await tx
    .select({
      planId: plans.id,
      patientId: plans.patientId,
      startsOn: plans.startsOn,
      endsOn: plans.endsOn,
      patientName: patients.name,
      timeZone: patients.timeZone,
    })
    .from(plans)
    .innerJoin(patients, and(eq(patients.clinicId, plans.clinicId), eq(patients.id, plans.patientId)))
    .where(and(inScope(actor, plans), which))
    .orderBy(desc(plans.createdAt), desc(plans.id))
    .limit(1);
  return row ?? null;
}

async function handoutOfPlan(
  tx: Tx,
  actor: Person,
  now: Date,
  { planId, patientId, startsOn, endsOn, patientName, timeZone }: PlanOnPaper,
  choices: Choices,
): Promise<Handout | null> {
  const isDraft = choices.text === "draft";
  if (isDraft && actor.role !== "clinician") throw new AppError("not-found");
  const today = calendarDayOf(now, timeZone);
  const plan = { planId, patientId, startsOn, endsOn, today };
  const text = isDraft ? await draftText(tx, actor, plan) : await publishedText(tx, actor, plan);
  if (!text) return null;
  return handoutOf({
    planId,
    planTitle: text.title,
    clinicName: actor.clinicName,
    patientName,
    madeOn: today,
    isDraft,
    address: `${env().PUBLIC_URL}/today`,
    from: choices.from ?? today,
    timeline: text.timeline,
    lines: text.lines,
  });
}
