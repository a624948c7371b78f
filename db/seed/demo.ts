import type postgres from "postgres";
import { addFirstAdministrator, foundClinic } from "@/db/found-clinic";
import type { Person } from "@/lib/access/actor";
import { resetPassword } from "@/lib/access/commands/reset-password";
import { signOut } from "@/lib/access/commands/sign-out";
import { hashPassword } from "@/lib/access/passwords";
import { hashToken, newToken, systemIdentity } from "@/lib/access/tokens";
import { addDays, type CalendarDay, calendarDayOf, daysBetween } from "@/lib/core/calendar";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { inviteMember } from "@/lib/identity/commands/invite-member";
import { saveReminders } from "@/lib/jobs/commands/save-reminders";
import type { Content } from "@/lib/jobs/content/load-content";
import { syncContent } from "@/lib/jobs/content/sync-content";
import { applyProtocol } from "@/lib/plans/commands/apply-protocol";
import { pausePlan } from "@/lib/plans/commands/pause";
import { publishPlan } from "@/lib/plans/commands/publish";
import { clinicDay, endDay } from "./clinic-side";
import { acceptInvitation, enter } from "./entrance";
import { beginJourney, type Journey, type Stage } from "./journey";
import { patientDay } from "./patient-side";
import { ADMINISTRATOR, CLINICIANS, DEMO_CLINIC, DEMO_PASSWORD, PEOPLE, SHOWN_PATIENT } from "./people";
import { type DemoPerson, type DemoStaff, emailOf } from "./person";
import { removeClinic } from "./remove";
import { inParallel, instantOn, minutesAfter, workday } from "./timing";

/** Always the same, so that one that was cut short is known again. */
export const DEMO_CLINIC_ID = "01980000-0000-7000-8000-00000000de30";

/** Patients whose days are told at the same time, and how many days before everybody waits for everybody. */
const AT_ONCE = 4;
const SPAN_DAYS = 7;

export const DEMO_SIGN_INS = [
  {
    role: "patient",
    email: emailOf(SHOWN_PATIENT),
    password: DEMO_PASSWORD,
    note: `${SHOWN_PATIENT.name}, eight weeks in`,
  },
  { role: "clinician", email: CLINICIANS[0].email, password: DEMO_PASSWORD, note: CLINICIANS[0].name },
  { role: "administrator", email: ADMINISTRATOR.email, password: DEMO_PASSWORD, note: ADMINISTRATOR.name },
] as const;

/** How far the demonstration clinic has come: `cut-short` is one whose making was interrupted. */
export async function demoState(admin: postgres.Sql): Promise<"absent" | "cut-short" | "whole"> {
  const [clinic] = await admin<{ isWhole: boolean }[]>`
    select is_demo as "isWhole" from clinics where id = ${DEMO_CLINIC_ID}`;
  if (!clinic) return "absent";
  return clinic.isWhole ? "whole" : "cut-short";
}

/**
 * Makes the demonstration clinic through the commands that real use goes through, with their clock moved from the earliest day to
 * `now`. The same people, days and answers come out for the same day; ids differ. One that was cut short is removed first. It
 * counts as a demonstration clinic from the moment it is whole. Throws an Error that names the person and day of a refusal.
 */
export async function makeDemoClinic(
  admin: postgres.Sql,
  { content, now, people = PEOPLE }: { content: Content; now: Date; people?: readonly DemoPerson[] },
): Promise<{ days: number }> {
  if ((await demoState(admin)) === "cut-short") await removeClinic(admin, DEMO_CLINIC_ID);
  const today = calendarDayOf(now, DEMO_CLINIC.timeZone);
  const days = Math.max(...people.map((person) => person.startedDaysAgo));
  const opening = instantOn(workday(addDays(today, -days - 7)), 8 * 60);
  await foundClinic(admin, {
    ...DEMO_CLINIC,
    id: DEMO_CLINIC_ID,
    isDemo: false,
    systemId: newId(),
    systemHash: systemIdentity(DEMO_CLINIC_ID),
  });
  await syncContent(DEMO_CLINIC_ID, content, opening);
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const staff = await makeStaff(admin, passwordHash, opening);
  const instruments = new Map(content.instruments.map((instrument) => [instrument.slug, instrument]));
  const stage: Stage = { clinicId: DEMO_CLINIC_ID, now, today, instruments, passwordHash };
  const journeys = people.map((person) => beginJourney(person, staff.clinicians[person.clinician], today));
  const first = journeys.map(({ startedOn }) => startedOn).sort()[0] ?? today;
  const length = daysBetween(first, today) + 1;
  for (let begun = 0; begun < length; begun += SPAN_DAYS) {
    const span = Array.from({ length: Math.min(SPAN_DAYS, length - begun) }, (_, ahead) =>
      addDays(first, begun + ahead),
    );
    await inParallel(journeys, AT_ONCE, async (journey) => {
      for (const day of span) await tellDay(journey, stage, day);
    });
  }
  const everybody = [staff.admin, ...staff.clinicians, ...journeys.flatMap(({ self }) => self ?? [])];
  await inParallel(everybody, AT_ONCE, async (person) => {
    await signOut.execute(person, {});
  });
  await admin`update clinics set is_demo = true where id = ${DEMO_CLINIC_ID}`;
  return { days };
}

async function tellDay(journey: Journey, stage: Stage, day: CalendarDay): Promise<void> {
  if (day < journey.startedOn) return;
  try {
    const after = await clinicDay(journey, stage, day);
    await patientDay(journey, stage, day, after);
    await askForReminders(journey, stage, day);
    await endDay(journey, stage, day);
    await beginBeside(journey, stage, day);
    await leaveForHoliday(journey, stage, day);
  } catch (error) {
    const why = error instanceof AppError ? `${error.message} ${Object.values(error.fieldErrors).join(" ")}` : error;
    throw new Error(`the demo clinic could not be made: ${journey.person.slug} on ${day}: ${why}`, { cause: error });
  }
}

/** Begins a second plan on the last day of the story. */
async function beginBeside({ person, clinician, patientId }: Journey, stage: Stage, day: CalendarDay): Promise<void> {
  if (person.beside === undefined || day !== stage.today) return;
  const [id, at] = [newId(), { now: stage.now }];
  await applyProtocol.execute(clinician, { id, patientId, protocolSlug: person.beside, beside: true }, at);
  await publishPlan.execute(clinician, { id: newId(), planId: id, revision: 1 }, at);
}

/** Saves how somebody wants to be reminded, on the first day after they began. */
async function askForReminders(journey: Journey, stage: Stage, day: CalendarDay): Promise<void> {
  const { person, self, startedOn } = journey;
  const now = instantOn(day, person.habit);
  if (!self || !person.reminders || journey.isReminded || day === startedOn || now > stage.now) return;
  // Mail of a demonstration clinic, which this one is to be, goes to its outbox and needs no sender.
  await saveReminders.execute({ ...self, isDemo: true }, person.reminders, { now });
  journey.isReminded = true;
}

/** Pauses the plan of somebody who goes away on the last day of the story. */
async function leaveForHoliday({ person, self, patientId }: Journey, stage: Stage, day: CalendarDay): Promise<void> {
  if (!self || person.holidayDays === undefined || day !== stage.today) return;
  const until = addDays(day, person.holidayDays);
  await pausePlan.execute(self, { id: newId(), patientId, reason: "holiday", until }, { now: stage.now });
}

/** The administrator, founded with the clinic, and the clinicians, who accept the administrator's invitations. */
async function makeStaff(
  admin: postgres.Sql,
  passwordHash: string,
  opening: Date,
): Promise<{ admin: Person; clinicians: [Person, Person] }> {
  const link = newToken();
  await addFirstAdministrator(admin, DEMO_CLINIC_ID, {
    accountId: newId(),
    memberId: newId(),
    name: ADMINISTRATOR.name,
    email: ADMINISTRATOR.email,
    passwordHash: await hashPassword(newToken()),
    resetId: newId(),
    resetTokenHash: hashToken(link),
  });
  await resetPassword.execute({ token: link, password: DEMO_PASSWORD });
  const administrator = await enter(ADMINISTRATOR.email);
  const join = async ({ name, email, role }: DemoStaff, now: Date) => {
    await inviteMember.execute(administrator, { id: newId(), name, email, role }, { now });
    return acceptInvitation(DEMO_CLINIC_ID, { email, passwordHash }, minutesAfter(now, 90));
  };
  const [one, other] = CLINICIANS;
  return { admin: administrator, clinicians: [await join(one, opening), await join(other, minutesAfter(opening, 5))] };
}
