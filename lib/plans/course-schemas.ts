import { z } from "zod";
import { isCalendarDay } from "@/lib/core/calendar";
import { storable } from "@/lib/library/text-fields";
import { PAUSE_REASONS, SUGGESTION_DECISIONS } from "./vocabulary";

const note = storable.pipe(z.string().trim().max(1000, "At most 1,000 characters."));

/** `id` becomes the decision's. `subject` is the suggestion's. */
export const decideSuggestionSchema = z.strictObject({
  id: z.uuid(),
  patientId: z.uuid(),
  planId: z.uuid(),
  subject: storable.pipe(z.string().min(1).max(200)),
  decision: z.enum(SUGGESTION_DECISIONS),
  note: note.default(""),
});

/** `id` becomes the pause's. It begins today; `until` is its last day, null while nobody knows. */
export const pausePlanSchema = z.strictObject({
  id: z.uuid(),
  patientId: z.uuid(),
  reason: z.enum(PAUSE_REASONS, "Choose a reason."),
  until: z.string().refine(isCalendarDay, "Enter a day, such as 14 March 2026.").nullable(),
});

export const resumePlanSchema = z.strictObject({ patientId: z.uuid() });
