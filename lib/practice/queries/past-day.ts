import { eq } from "drizzle-orm";
import { practiceLogs } from "@/db/schema/practice";
import { addDays, type CalendarDay, calendarDayOf, daysBetween } from "@/lib/core/calendar";
import { AppError, found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { publishedPlans } from "@/lib/plans/queries";
import { type PastExercise, untoldOn } from "../past-day";
import { pastDaySchema } from "../schemas";
import { planOfLine, tellApart } from "../telling-apart";
import { LATEST_LOG_AGE_DAYS } from "../vocabulary";
import { logRows } from "./logs";

export type PastDay = {
  day: CalendarDay;
  today: CalendarDay;
  /** The days one may choose, newest first. */
  days: CalendarDay[];
  exercises: PastExercise[];
  /** The portal's clock. */
  now: string;
};

/** A day that can still be written down, with what was due on it and nobody spoke of; yesterday when none is named. */
export const getPastDay = query({
  can: "practice.read-history",
  input: pastDaySchema,
  async run({ tx, actor, now, input }): Promise<PastDay> {
    const patientId = found(actor.patientId);
    const today = calendarDayOf(now, actor.timeZone);
    const day = input.day ?? addDays(today, -1);
    const age = daysBetween(day, today);
    if (age < 0 || age > LATEST_LOG_AGE_DAYS) throw new AppError("not-found");
    const plans = await publishedPlans(tx, actor, patientId);
    const logs = await logRows(tx, actor, patientId, eq(practiceLogs.dueOn, day));
    const names = planOfLine(plans);
    return {
      day,
      today,
      days: Array.from({ length: LATEST_LOG_AGE_DAYS + 1 }, (_, back) => addDays(today, -back)),
      exercises: tellApart(untoldOn(plans, logs, day, today), ({ itemId }) => names.get(itemId)),
      now: now.toISOString(),
    };
  },
});
