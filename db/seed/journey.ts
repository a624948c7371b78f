import type { z } from "zod";
import { asActor } from "@/db/client";
import type { Person } from "@/lib/access/actor";
import { addDays, type CalendarDay, daysBetween } from "@/lib/core/calendar";
import { newId } from "@/lib/core/ids";
import { type PlanItemView, type PlanView, publishedPlans, timelineOf } from "@/lib/plans/queries";
import { type Occurrence, occurrences } from "@/lib/plans/schedule";
import type { ItemKind } from "@/lib/plans/vocabulary";
import type { logEntrySchema } from "@/lib/practice/schemas";
import type { Instrument } from "@/lib/questionnaires/instrument-schema";
import type { CourseDay } from "./courses";
import type { DemoPerson } from "./person";
import { workday } from "./timing";

/** Where the story is told: one clinic, up to one moment. */
export type Stage = Readonly<{
  clinicId: string;
  now: Date;
  today: CalendarDay;
  instruments: ReadonlyMap<string, Instrument>;
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
  /** How often each questionnaire was due so far. */
  readonly sittings: Map<string, number>;
  hasCorrected: boolean;
  isReminded: boolean;
  /** What they wrote down and have not sent yet. */
  unsent: z.input<typeof logEntrySchema>[];
  /** What they were given and will get round to, by the day they do. */
  errands: Errand[];
  /** What waits on the clinician's desk, by the day it is done. */
  desk: { on: CalendarDay; work: (now: Date) => Promise<unknown> }[];
};

/** An article to read, or a questionnaire to answer. `slug` names the questionnaire. */
export type Errand = {
  on: CalendarDay;
  kind: ItemKind;
  planItemId: string;
  itemKey: string;
  dueOn: CalendarDay;
  slug: string;
  sitting: number;
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
    sittings: new Map(),
    hasCorrected: false,
    isReminded: false,
    unsent: [],
    errands: [],
    desk: [],
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

/** Counts one more sitting of a questionnaire; the first is 0. */
export function nextSitting({ sittings }: Journey, slug: string): number {
  const sitting = sittings.get(slug) ?? 0;
  sittings.set(slug, sitting + 1);
  return sitting;
}

/** The instrument of that name. Throws an Error when the shipped content has none. */
export function instrumentOf({ instruments }: Stage, slug: string): Instrument {
  const instrument = instruments.get(slug);
  if (!instrument) throw new Error(`the content holds no questionnaire ${slug}`);
  return instrument;
}

export function courseDay({ startedOn }: Journey, { today }: Stage, day: CalendarDay): CourseDay {
  return { day: daysBetween(startedOn, day), daysAgo: daysBetween(day, today) };
}
