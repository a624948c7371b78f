import { eq } from "drizzle-orm";
import { z } from "zod";
import { patients } from "@/db/schema/identity";
import { ageInYears, type CalendarDay, calendarDayOf } from "@/lib/core/calendar";
import { found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import type { AffectedSide, Region } from "@/lib/identity/vocabulary";
import { unansweredByPatient } from "@/lib/messages/queries";
import { decisionsOf, type WrittenDecisions } from "@/lib/plans/queries/decisions";
import { type PlanSuggestions, suggestionsByPatient } from "@/lib/plans/queries/progression";
import { type PlanAtAGlance, plansAtAGlance } from "@/lib/plans/queries/running";
import { flaggedByPatient } from "@/lib/questionnaires/queries/flagged";
import { answeredCopies, painPoints } from "../course";
import { readyInWords } from "../person-words";
import { type PlanInForce, plansInForce } from "../plan-in-force";
import { type PortalState, portalState } from "../portal-state";
import { latestNotes, type PatientNote, storyOf } from "../story";
import type { StoryEvent } from "../story-event";
import { type ProgressSummary, summarise } from "../summary";
import { reasonsFor } from "../worklist-entry";
import type { WorklistRow } from "../worklist-rules";
import { loadCourse } from "./course";
import { type PersonRow, peopleOf } from "./people";

/** Who a record is about. Days are on the patient's own calendar. */
export type PatientHeader = {
  id: string;
  name: string;
  today: CalendarDay;
  ageYears: number;
  dateOfBirth: CalendarDay;
  email: string;
  region: Region;
  side: AffectedSide;
  goal: string;
  timeZone: string;
  portal: PortalState;
  invitedOn: CalendarDay | null;
  acceptedOn: CalendarDay | null;
};

export type PatientRecord = {
  patient: PatientHeader;
  /** What is in force, oldest first; the one that ended last when nothing is. */
  plans: PlanInForce[];
  progress: ProgressSummary;
  reasons: WorklistRow["reasons"];
  /** What the clinician may think of changing, by plan, with what it rests on. */
  ready: PlanSuggestions[];
  /** What was decided of such and waits in a draft to be published, by plan. */
  written: WrittenDecisions[];
  /** The plans that have not ended, with what is being written; oldest first. */
  running: PlanAtAGlance[];
  lastLogOn: CalendarDay | null;
  story: StoryEvent[];
  notes: PatientNote[];
};

/** Notes of the patient shown on the first page of the record. */
const NOTES_SHOWN = 6;

/** A patient's record on one page: who, the plan in force, practice, pain, scores and the story. Staff leave an access row. */
export const getPatientRecord = query({
  can: "progress.read-patient",
  input: z.strictObject({ patientId: z.uuid() }),
  async run({ tx, actor, now, input: { patientId }, opened }): Promise<PatientRecord> {
    const [row] = await peopleOf(tx, actor, eq(patients.id, patientId));
    const person = found(row);
    opened(person.id);
    const course = await loadCourse(tx, actor, person, now);
    const asked = (await unansweredByPatient(tx, actor, person.id)).get(person.id) ?? [];
    const flagged = (await flaggedByPatient(tx, actor, person.id)).get(person.id) ?? [];
    const { plans, requests, today } = course;
    const ready = (await suggestionsByPatient(tx, actor, [{ id: person.id, today }])).get(person.id) ?? [];
    const decisions = await decisionsOf(tx, actor, person.id, now);
    const material = {
      plans,
      requests,
      pain: painPoints(course),
      answered: answeredCopies(course),
      asked,
      flagged,
      ready: readyInWords(ready),
    };
    return {
      patient: headerOf(person, now),
      plans: plansInForce(plans, today),
      progress: summarise(course),
      reasons: reasonsFor(person, material, now).reasons,
      ready,
      written: decisions.written,
      running: await plansAtAGlance(tx, actor, person.id, today),
      lastLogOn: person.lastLogOn,
      story: storyOf(course, decisions.all),
      notes: latestNotes(course, NOTES_SHOWN),
    };
  },
});

/**
 * Who a record is about, for the head of its other pages. It leaves no access row of its own: the page under it shows part
 * of the record, and the query of that part leaves the one row of the visit.
 */
export const getPatientHeader = query({
  can: "progress.read-patient",
  input: z.strictObject({ patientId: z.uuid() }),
  async run({ tx, actor, now, input: { patientId } }): Promise<PatientHeader> {
    const [row] = await peopleOf(tx, actor, eq(patients.id, patientId));
    return headerOf(found(row), now);
  },
});

function headerOf(person: PersonRow, now: Date): PatientHeader {
  const { id, name, dateOfBirth, email, region, side, goal, timeZone } = person;
  const dayOf = (instant: Date | null) => (instant === null ? null : calendarDayOf(instant, timeZone));
  const today = calendarDayOf(now, timeZone);
  return {
    id,
    name,
    today,
    ageYears: ageInYears(dateOfBirth, today),
    dateOfBirth,
    email,
    region,
    side,
    goal,
    timeZone,
    portal: portalState(person, now),
    invitedOn: dayOf(person.invitedAt),
    acceptedOn: dayOf(person.acceptedAt),
  };
}
