import { addDays, type CalendarDay, calendarDayOf } from "@/lib/core/calendar";
import { isPausedOn, type PlanTimeline, type ScheduledItem } from "@/lib/plans/schedule";
import type { FlaggedAnswer } from "@/lib/questionnaires/queries/flagged";
import { type AnsweredCopy, courseOccurrences, currentPlan, mondayOf, openPlans, openQuestions } from "./course";
import { type PortalFacts, type PortalState, portalState } from "./portal-state";
import { type PlacedPlan, type PlanPosition, planPosition } from "./position";
import { type PainPoint, painRose, painTrend } from "./trend";
import { type WorklistRow, worklistRow } from "./worklist-rules";

/** Weeks of the small picture of pain, this one included. */
export const SPARK_WEEKS = 8;
/** Days looked back at for exercises that fell due; far more than silence needs. Our own choice. */
const LOOK_BACK_DAYS = 70;

export type WorklistPerson = PortalFacts & {
  id: string;
  name: string;
  timeZone: string;
  lastLogOn: CalendarDay | null;
};

export type WorklistMaterial = {
  plans: readonly (PlacedPlan & PlanTimeline<ScheduledItem & { slug: string }>)[];
  /** Questionnaires sent beside the plans, each as a plan of one line. */
  requests: readonly PlanTimeline<ScheduledItem & { slug: string }>[];
  /** Pain answers of the last eight weeks at least. */
  pain: readonly PainPoint[];
  /** Copies of questionnaires that were answered. */
  answered: readonly AnsweredCopy[];
  /** Answers that must be acted on and that nobody has noted as seen. */
  flagged: readonly FlaggedAnswer[];
  /** What the patient asked and nobody has answered, oldest first. */
  asked: readonly string[];
  /** Suggestions nobody has decided about, in words. */
  ready: readonly string[];
};

export type WorklistEntry = WorklistRow & {
  id: string;
  name: string;
  today: CalendarDay;
  portal: PortalState;
  position: PlanPosition | null;
  lastLogOn: CalendarDay | null;
  /** Mean pain of each of the last 8 weeks (0-10), oldest first; null for a week without an answer. */
  spark: (number | null)[];
};

/** The reasons that the rules find for one person on their own calendar's today. */
export function reasonsFor(person: WorklistPerson, material: WorklistMaterial, now: Date): WorklistRow {
  const { plans, requests, pain, answered, asked, flagged, ready } = material;
  const dayOf = (instant: Date) => calendarDayOf(instant, person.timeZone);
  const today = dayOf(now);
  // Somebody who rests as agreed is not silent.
  const active = plans.filter((plan) => !isPausedOn(plan, today));
  const isResting = openPlans(active, today).length === 0 && active.length < plans.length;
  const due = isResting ? [] : courseOccurrences(active, addDays(today, -LOOK_BACK_DAYS), today);
  return worklistRow({
    today,
    invitedOn: person.invitedAt && dayOf(person.invitedAt),
    acceptedOn: person.acceptedAt && dayOf(person.acceptedAt),
    // Of several that run the first one: whoever began another one last week may be silent since a month.
    plan: openPlans(plans, today)[0] ?? currentPlan(plans, today),
    exerciseDays: due.filter((occurrence) => occurrence.kind === "exercise").map((occurrence) => occurrence.dueOn),
    lastLogOn: person.lastLogOn,
    pain: painRose(pain, today),
    asked,
    flagged: flagged.map(({ reason }) => reason),
    ready,
    questionsDueOn: openQuestions([...plans, ...requests], answered, today),
  });
}

/**
 * One row of the worklist; null for somebody who is not under treatment: their access is off, or their plan has ended and no
 * question of theirs waits, nor an answer to act on.
 */
export function worklistEntry(person: WorklistPerson, material: WorklistMaterial, now: Date): WorklistEntry | null {
  const today = calendarDayOf(now, person.timeZone);
  const position = planPosition(material.plans, today);
  const portal = portalState(person, now);
  const isWaiting = material.asked.length > 0 || material.flagged.length > 0;
  if (portal === "off" || (position?.state === "ended" && !isWaiting)) return null;
  return {
    id: person.id,
    name: person.name,
    today,
    portal,
    position,
    lastLogOn: person.lastLogOn,
    spark: sparkOf(material.pain, today),
    ...reasonsFor(person, material, now),
  };
}

function sparkOf(pain: readonly PainPoint[], today: CalendarDay): (number | null)[] {
  const means = new Map(painTrend(pain).map((week) => [week.startsOn, week.mean]));
  const monday = mondayOf(today);
  return Array.from({ length: SPARK_WEEKS }, (_, index) => {
    return means.get(addDays(monday, 7 * (index - SPARK_WEEKS + 1))) ?? null;
  });
}
