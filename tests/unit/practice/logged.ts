import { addDays, type CalendarDay } from "@/lib/core/calendar";
import type { Occurrence } from "@/lib/plans/schedule";
import type { LoggedOccurrence } from "@/lib/practice/adherence";

const MONDAY: CalendarDay = "2025-03-03";
/** Day 1 is a Monday. */
export const day = (number: number) => addDays(MONDAY, number - 1);

export const due = (number: number, key = "bridge", occasion = 1): Occurrence => ({
  itemId: `${key}-row`,
  key,
  kind: "exercise",
  dueOn: day(number),
  occasion,
  versionId: "v1",
});

let serial = 0;
export const log = (
  number: number,
  outcome: LoggedOccurrence["outcome"],
  over: Partial<LoggedOccurrence> = {},
): LoggedOccurrence => ({
  id: `log-${++serial}`,
  correctsId: null,
  itemKey: "bridge",
  dueOn: day(number),
  occasion: 1,
  outcome,
  setsDone: null,
  setsPrescribed: 3,
  ...over,
});
