import { and, between } from "drizzle-orm";
import { practiceLogs } from "@/db/schema/practice";
import { addDays, type CalendarDay, calendarDayOf } from "@/lib/core/calendar";
import { found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { publishedPlans } from "@/lib/plans/queries";
import { type HistoryDay, historyDays } from "../history";
import { isCorrectable } from "../log-rules";
import { historySchema } from "../schemas";
import { planOfLine, tellApart } from "../telling-apart";
import { type LogRow, logRows } from "./logs";
import { type SessionRow, sessionRows } from "./sessions";

/** Days on one page of the history. */
const PAGE_DAYS = 28;

export type HistoryLog = LogRow & { isCorrectable: boolean };

export type History = {
  today: CalendarDay;
  days: HistoryDay<HistoryLog>[];
  /** Sessions of these days. */
  sessions: SessionRow[];
  /** Opens the days before these; null when the plans began after that. */
  before: CalendarDay | null;
};

/** What the patient did and was asked to do, 28 days a page, up to the day before `before`, or today. */
export const getHistory = query({
  can: "practice.read-history",
  input: historySchema,
  async run({ tx, actor, now, input }): Promise<History> {
    const patientId = found(actor.patientId);
    const today = calendarDayOf(now, actor.timeZone);
    const to = input.before && input.before <= today ? addDays(input.before, -1) : today;
    const from = addDays(to, 1 - PAGE_DAYS);
    const plans = await publishedPlans(tx, actor, patientId);
    const rows = await logRows(tx, actor, patientId, and(between(practiceLogs.dueOn, from, to)));
    const names = planOfLine(plans);
    const { timeZone } = actor;
    const logs = rows.map((row) => ({
      ...row,
      isCorrectable: isCorrectable({ performedAt: row.performedAt, now, timeZone }),
    }));
    const began = plans.map((plan) => plan.startsOn).sort()[0];
    return {
      today,
      days: historyDays(plans, logs, { from, to, today }).map(({ day, entries }) => ({
        day,
        entries: tellApart(entries, ({ itemId }) => names.get(itemId)),
      })),
      sessions: await sessionRows(tx, actor, patientId, { from, to }),
      before: began !== undefined && began < from ? from : null,
    };
  },
});
