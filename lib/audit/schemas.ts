import { z } from "zod";
import { isCalendarDay } from "@/lib/core/calendar";
import { ACTION_GROUPS } from "./action-words";

const dayOrNothing = z
  .string()
  .refine((day) => isCalendarDay(day) && day >= "2000-01-01" && day < "2200-01-01")
  .optional()
  .catch(undefined);
const seqOrNothing = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined);

/** How far back to look in the trail. What makes no sense in an address is left out. */
export const ownLooksSchema = z.object({ before: seqOrNothing });

export const auditFilterSchema = z.object({
  group: z.enum(ACTION_GROUPS).optional().catch(undefined),
  from: dayOrNothing,
  to: dayOrNothing,
  before: seqOrNothing,
});
