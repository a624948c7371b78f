import { z } from "zod";
import { emailField, linkTokenField, newPasswordField, ownPasswordField } from "@/lib/access/schemas";
import { isCalendarDay, isTimeZone } from "@/lib/core/calendar";
import { textField } from "./text";
import { AFFECTED_SIDES, REGIONS, STAFF_ROLES } from "./vocabulary";

const FIRST_BIRTHDAY = "1900-01-01";

const nameField = textField(120, "Enter a name.");

/** What the clinic knows of a patient. Whether the date of birth lies ahead depends on today, so the command asks that. */
const patientFields = {
  name: nameField,
  dateOfBirth: z
    .string({ error: "Enter the date of birth." })
    .min(1, "Enter the date of birth.")
    .refine(isCalendarDay, { error: "This is not a day of the calendar. Example: 1958-04-23", abort: true })
    .refine((day) => day >= FIRST_BIRTHDAY, "Enter a day after 1 January 1900."),
  email: emailField,
  region: z.enum(REGIONS, { error: "Choose the part of the body." }),
  side: z.enum(AFFECTED_SIDES, { error: "Choose the side." }),
  goal: textField(500, "Write down what the patient wants to do again, in their words.", { keepLines: true }),
  timeZone: z
    .string({ error: "Choose a time zone." })
    .max(64, "Choose a time zone.")
    .refine(isTimeZone, "Choose a time zone."),
};

export const addPatientSchema = z.strictObject({ id: z.uuid(), ...patientFields });
export const editPatientSchema = z.strictObject({ patientId: z.uuid(), ...patientFields });
export const invitePatientSchema = z.strictObject({ id: z.uuid(), patientId: z.uuid() });
export const patientIdSchema = z.strictObject({ patientId: z.uuid() });

export const inviteMemberSchema = z.strictObject({
  id: z.uuid(),
  name: nameField,
  email: emailField,
  role: z.enum(STAFF_ROLES, { error: "Choose what this person does." }),
});
export const invitationIdSchema = z.strictObject({ invitationId: z.uuid() });
export const memberIdSchema = z.strictObject({ memberId: z.uuid() });
export const listMembersSchema = z.strictObject({
  search: z
    .string()
    .transform((text) => text.replaceAll("\u0000", ""))
    .pipe(z.string().trim().max(120))
    .catch(""),
});

/** The password is a new one, or the one of the account the e-mail already has: only the database can tell which. */
export const redeemInvitationSchema = z.strictObject({ token: linkTokenField, password: ownPasswordField });
export const newAccountSchema = z.strictObject({ token: linkTokenField, password: newPasswordField });
