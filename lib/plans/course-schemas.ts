import { z } from "zod";
import { isCalendarDay } from "@/lib/core/calendar";
import { storable } from "@/lib/library/text-fields";
import { addItemSchema, applyProtocolSchema } from "./schemas";
import { PAUSE_REASONS, SUGGESTION_DECISIONS } from "./vocabulary";

const note = storable.pipe(z.string().trim().max(1000, "At most 1,000 characters."));

/** `beside` says that the plan is meant to run beside those there are already. */
export const beginPlanSchema = applyProtocolSchema.extend({ beside: z.boolean().default(false) });

/** Without a plan, the one the patient has. */
export const addToPlanSchema = addItemSchema.extend({ planId: z.uuid().optional() });

/**
 * `id` becomes the decision's. `subject` is the suggestion's. `value` is what somebody wants in place of what is suggested: kilograms,
 * repetitions or weeks, as the suggestion has it.
 */
export const decideSuggestionSchema = z
  .strictObject({
    id: z.uuid(),
    patientId: z.uuid(),
    planId: z.uuid(),
    subject: storable.pipe(z.string().min(1).max(200)),
    decision: z.enum(SUGGESTION_DECISIONS),
    value: z.number({ error: "Enter a number." }).nullable().default(null),
    note: note.default(""),
  })
  .refine(({ decision, value }) => (decision === "changed") === (value !== null), {
    path: ["value"],
    error: "Say what it is to be instead.",
  });

/** Without a plan, every plan in force. */
const planId = z.uuid().nullable().default(null);

/** `id` becomes the pause's. It begins today; `until` is its last day, null while nobody knows. */
export const pausePlanSchema = z.strictObject({
  id: z.uuid(),
  patientId: z.uuid(),
  planId,
  reason: z.enum(PAUSE_REASONS, "Choose a reason."),
  until: z.string().refine(isCalendarDay, "Enter a day, such as 14 March 2026.").nullable(),
});

export const resumePlanSchema = z.strictObject({ patientId: z.uuid(), planId });
