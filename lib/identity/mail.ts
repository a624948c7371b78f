import type { Mail } from "@/lib/access/mail";
import { type CalendarDay, formatDay } from "@/lib/core/calendar";
import type { Role } from "./vocabulary";

type Invitation = { clinicName: string; name: string; link: string; lastDay: CalendarDay };

const WORK: Record<Exclude<Role, "patient">, string> = {
  clinician: "as a clinician: you will see patients and make their plans",
  admin: "as an administrator: you will look after the clinic's people and its record of who did what",
};

/** The mail that invites somebody to work in a clinic. `lastDay` is the last day the link opens, in the clinic's zone. */
export function memberInvitationMail(invitation: Invitation & { role: Exclude<Role, "patient"> }): Mail {
  const { clinicName, name, link, lastDay, role } = invitation;
  return {
    subject: `${clinicName} invites you to its patient portal`,
    body: [
      `Hello ${name},`,
      "",
      `${clinicName} invites you to its patient portal, ${WORK[role]}.`,
      "Open this link to choose a password and start:",
      "",
      link,
      "",
      `The link works once, until ${formatDay(lastDay)}. Please do not pass it on: it is meant for you alone.`,
      "",
    ].join("\n"),
  };
}

/** The mail that invites a patient to their own place. `lastDay` is the last day the link opens, in the patient's zone. */
export function patientInvitationMail({ clinicName, name, link, lastDay }: Invitation): Mail {
  return {
    subject: `${clinicName}: your exercises and reading are ready`,
    body: [
      `Hello ${name},`,
      "",
      `${clinicName} has made a place for you. There you will find your exercises, things to read, and a few questions.`,
      "Open this link to choose a password and start:",
      "",
      link,
      "",
      `The link works once, until ${formatDay(lastDay)}. Please do not pass it on: it is meant for you alone.`,
      "If it stops working, ask your clinic for a new one.",
      "",
    ].join("\n"),
  };
}
