import { z } from "zod";
import { isCalendarDay } from "@/lib/core/calendar";
import { HANDOUT_TEXTS } from "./vocabulary";

const calendarDay = z.string().refine(isCalendarDay, "Not a calendar day.");

/** What every handout takes: which text of the plan, and the first day of its diary, the patient's today when left out. */
const choices = { text: z.enum(HANDOUT_TEXTS).default("published"), from: calendarDay.optional() };

export const planHandoutSchema = z.strictObject({ planId: z.uuid(), ...choices });
export const patientHandoutSchema = z.strictObject({ patientId: z.uuid(), planId: z.uuid().optional(), ...choices });

/** The answers of a patient, or one response of them. */
export const exportedResponsesSchema = z.strictObject({ patientId: z.uuid(), responseId: z.uuid().optional() });

const EXPORT_FORMATS = ["csv", "fhir"] as const;

/** How answers leave the portal, from the address of the download. */
export const exportChoicesSchema = z.object({
  format: z.enum(EXPORT_FORMATS).catch("csv"),
  response: z.uuid().optional(),
});
