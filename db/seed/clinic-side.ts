import { addDays, type CalendarDay, calendarDayOf, daysBetween } from "@/lib/core/calendar";
import { newId } from "@/lib/core/ids";
import { addPatient } from "@/lib/identity/commands/add-patient";
import { invitePatient } from "@/lib/identity/commands/invite-patient";
import { getPatient } from "@/lib/identity/queries";
import { applyProtocol } from "@/lib/plans/commands/apply-protocol";
import { endPlan } from "@/lib/plans/commands/end";
import { publishPlan } from "@/lib/plans/commands/publish";
import { saveDraft } from "@/lib/plans/commands/save-draft";
import { startDraft } from "@/lib/plans/commands/start-draft";
import { getDraft } from "@/lib/plans/queries/draft";
import type { DraftBody } from "@/lib/plans/schemas";
import { sendNow } from "@/lib/questionnaires/commands/send-now";
import { answersOn } from "./answers";
import { acceptInvitation } from "./entrance";
import { courseDay, instrumentOf, type Journey, nextSitting, refreshPlan, type Stage } from "./journey";
import { DEMO_CLINIC, DEMO_PROTOCOL } from "./people";
import { type DemoPerson, emailOf } from "./person";
import { enterFor } from "./questionnaire-side";
import { DIARY, SAFETY_SCREEN } from "./questionnaires";
import { randomFrom, whole } from "./random";
import { firstText, laterText, withoutQuestions } from "./tailoring";
import { earlierOf, instantOn, minutesAfter, workday } from "./timing";

/** A clinician looks at everybody's record this often. */
const REVIEW_DAYS = 28;
const FIRST_PHASE_DAYS = 28;

/** What the clinic does for one patient on a day. Returns the moment it was done, or null for nothing. */
export async function clinicDay(journey: Journey, stage: Stage, day: CalendarDay): Promise<Date | null> {
  const { person, startedOn, self } = journey;
  if (day === startedOn) return takeOn(journey, stage);
  if (!self) return null;
  await clearDesk(journey, stage, day);
  await sendBeside(journey, stage, day);
  const { later } = person;
  if (later && day === workday(addDays(stage.today, -later.daysAgo))) return changePlan(journey, day);
  const days = daysBetween(startedOn, day);
  if (days % REVIEW_DAYS === 0) {
    const now = instantOn(day, 12 * 60);
    if (now < stage.now) await getPatient(journey.clinician, { patientId: journey.patientId }, { now });
  }
  return null;
}

/** What was left on the desk for the day, done after lunch. */
async function clearDesk(journey: Journey, stage: Stage, day: CalendarDay): Promise<void> {
  const now = instantOn(day, 13 * 60);
  if (now > stage.now) return;
  for (const { work } of journey.desk.filter(({ on }) => on === day)) await work(now);
}

/** Sends the questionnaire that is asked for beside the plan, on its day. */
async function sendBeside(journey: Journey, stage: Stage, day: CalendarDay): Promise<void> {
  const { person, clinician, patientId } = journey;
  const { sent } = person;
  if (!sent || day !== workday(addDays(stage.today, -sent.daysAgo))) return;
  const { slug, note, windowDays, answeredDaysAgo } = sent;
  const now = earlierOf(instantOn(day, 9 * 60 + 10), minutesAfter(stage.now, -30));
  const id = newId();
  await sendNow.execute(clinician, { id, patientId, slug, note, windowDays }, { now });
  const sitting = nextSitting(journey, slug);
  if (answeredDaysAgo === undefined) return;
  const dueOn = calendarDayOf(now, DEMO_CLINIC.timeZone);
  const on = addDays(stage.today, -answeredDaysAgo);
  journey.errands.push({ on, kind: "questionnaire", planItemId: id, itemKey: id, dueOn, slug, sitting });
}

/** Questions a clinician takes out of the plan: what this person need not be asked, and the warning signs asked at the visit. */
function unneeded({ person }: Journey): string[] {
  const { notAsked = [], unsteadyDays } = person;
  return [
    ...notAsked,
    ...(unsteadyDays === undefined ? [DIARY] : []),
    ...(isScreenedAtVisit(person) ? [SAFETY_SCREEN] : []),
  ];
}

/** Most fill in the warning signs in the waiting room; some are asked in the portal. */
function isScreenedAtVisit({ leavesSomething, course }: DemoPerson): boolean {
  return !leavesSomething && course !== "brand-new";
}

/** The first visit: the record, the plan and the invitation, which most accept before they are home. */
async function takeOn(journey: Journey, stage: Stage): Promise<Date> {
  const { person, clinician, patientId, planId, startedOn } = journey;
  const { name, dateOfBirth, region, side, goal, course } = person;
  const morning = instantOn(startedOn, whole(randomFrom(`${person.slug}/first visit`), 9 * 60, 13 * 60));
  const latest = minutesAfter(stage.now, -45);
  const from = earlierOf(morning, latest);
  const at = (minutes: number) => ({ now: minutesAfter(from, minutes) });
  const email = emailOf(person);
  const record = { id: patientId, name, dateOfBirth, email, region, side, goal, timeZone: DEMO_CLINIC.timeZone };
  await addPatient.execute(clinician, record, at(0));
  if (course === "no-plan") return from;
  const protocolSlug = person.protocol ?? DEMO_PROTOCOL;
  await applyProtocol.execute(clinician, { id: planId, patientId, protocolSlug }, at(6));
  await publishChanged(journey, at, (body) => withoutQuestions(firstText(body, person.first), unneeded(journey)));
  if (isScreenedAtVisit(person)) await enterScreen(journey, stage, at(17).now);
  await invitePatient.execute(clinician, { id: newId(), patientId }, at(18));
  if (course === "invited") return from;
  const { now } = at(35);
  journey.self = await acceptInvitation(stage.clinicId, { email, passwordHash: stage.passwordHash }, now);
  await refreshPlan(journey);
  return now;
}

async function enterScreen(journey: Journey, stage: Stage, now: Date): Promise<void> {
  const { person, startedOn: answeredOn } = journey;
  const sitting = nextSitting(journey, SAFETY_SCREEN);
  const at = { ...courseDay(journey, stage, answeredOn), sitting };
  const answers = answersOn(person, at, instrumentOf(stage, SAFETY_SCREEN));
  await enterFor(journey, stage, { slug: SAFETY_SCREEN, answeredOn, answers }, now);
}

type Clock = (minutes: number) => { now: Date };

/** Opens the draft, changes it as told and publishes it. */
async function publishChanged(journey: Journey, at: Clock, change: (body: DraftBody) => DraftBody): Promise<void> {
  const { clinician, patientId, planId } = journey;
  const { draft } = await getDraft(clinician, { patientId }, at(7));
  if (!draft) throw new Error(`the plan of ${journey.person.slug} has no draft`);
  const input = { planId, revision: draft.revision, body: change(draft.body) };
  const { revision } = await saveDraft.execute(clinician, input, at(14));
  await publishPlan.execute(clinician, { id: newId(), planId, revision }, at(16));
}

async function changePlan(journey: Journey, day: CalendarDay): Promise<Date> {
  const { person, clinician, patientId, planId, startedOn } = journey;
  const { later } = person;
  const from = instantOn(day, whole(randomFrom(`${person.slug}/change`), 9 * 60, 11 * 60));
  const at: Clock = (minutes) => ({ now: minutesAfter(from, minutes) });
  const phase = daysBetween(startedOn, day) < FIRST_PHASE_DAYS ? 0 : 1;
  await getPatient(clinician, { patientId }, at(0));
  await startDraft.execute(clinician, { id: newId(), patientId, planId }, at(5));
  await publishChanged(journey, at, (body) => (later ? laterText(body, later, phase, newId) : body));
  await refreshPlan(journey);
  return at(16).now;
}

/** Ends the plan in the afternoon of its last day. */
export async function endDay(journey: Journey, stage: Stage, day: CalendarDay): Promise<void> {
  const { endedDaysAgo } = journey.person;
  if (endedDaysAgo === undefined || day !== workday(addDays(stage.today, -endedDaysAgo))) return;
  await endPlan.execute(journey.clinician, { planId: journey.planId }, { now: instantOn(day, 16 * 60) });
  await refreshPlan(journey);
}
