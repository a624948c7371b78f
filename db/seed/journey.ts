import type { z } from "zod";
import { asActor } from "@/db/client";
import type { Person } from "@/lib/access/actor";
import { addDays, type CalendarDay, daysBetween } from "@/lib/core/calendar";
import { newId } from "@/lib/core/ids";
import { type PlanItemView, type PlanView, publishedPlans, timelineOf } from "@/lib/plans/queries";
import { type Occurrence, occurrences } from "@/lib/plans/schedule";
import type { logEntrySchema } from "@/lib/practice/schemas";
import type { Instrument } from "@/lib/questionnaires/schemas";
import type { CourseDay } from "./courses";
import type { DemoPerson } from "./person";
import { workday } from "./timing";

/** Where the story is told: one clinic, up to one moment. */
export type Stage = Readonly<{
  clinicId: string;
  now: Date;
  today: CalendarDay;
  instrument: Instrument;
  /** Everybody's. */
  passwordHash: string;
}>;

/** One patient's way through the clinic, day after day. */
export type Journey = {
  readonly person: DemoPerson;
  readonly clinician: Person;
  readonly startedOn: CalendarDay;
  readonly patientId: string;
  readonly planId: string;
  /** The patient, once they have accepted. */
  self: Person | null;
  plan: PlanView | null;
  sittings: number;
  hasCorrected: boolean;
  /** What they wrote down and have not sent yet. */
  unsent: z.input<typeof logEntrySchema>[];
  /** What they were given and will get round to, by the day they do. */
  readonly errands: { on: CalendarDay; due: Occurrence; item: PlanItemView; sitting: number }[];
};

export function beginJourney(person: DemoPerson, clinician: Person, today: CalendarDay): Journey {
  const first = addDays(today, -person.startedDaysAgo);
  return {
    person,
    clinician,
    startedOn: person.course === "brand-new" ? first : workday(first),
    patientId: newId(),
    planId: newId(),
    self: null,
    plan: null,
    sittings: 0,
    hasCorrected: false,
    unsent: [],
    errands: [],
  };
}

/** Reads the published plan again, as the patient sees it. */
export async function refreshPlan(journey: Journey): Promise<void> {
  const { self, patientId } = journey;
  if (!self) return;
  const plans = await asActor(self.identity, (tx) => publishedPlans(tx, self, patientId));
  journey.plan = plans[0] ?? null;
}

/** What falls due for the patient on a day, each with its line of the plan. */
export function dueToday({ plan }: Journey, day: CalendarDay): { due: Occurrence; item: PlanItemView }[] {
  if (!plan) return [];
  const lines = new Map(plan.versions.flatMap((version) => version.items.map((item) => [item.id, item] as const)));
  return occurrences(timelineOf(plan), day, day).flatMap((due) => {
    const item = lines.get(due.itemId);
    return item ? [{ due, item }] : [];
  });
}

export function courseDay({ startedOn }: Journey, { today }: Stage, day: CalendarDay): CourseDay {
  return { day: daysBetween(startedOn, day), daysAgo: daysBetween(day, today) };
}
