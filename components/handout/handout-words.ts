import { type CalendarDay, formatDay } from "@/lib/core/calendar";
import type { HandoutTask } from "@/lib/export/handout";

/** "Knock knees and back pain (4 minutes), 2 Mar 2026". */
export function taskInWords({ title, minutes, on }: HandoutTask): string {
  const time = minutes === null ? "" : ` (${minutes} ${minutes === 1 ? "minute" : "minutes"})`;
  return `${title}${time}${on === null ? "" : `, ${formatDay(on, "short")}`}`;
}

/** "Pain limit: 4 out of 10." on one line. */
export function painLimitInWords(painCeiling: number): string {
  return `Pain limit: ${painCeiling} out of 10.`.replaceAll(" ", "\u00a0");
}

/** A day at the head of a narrow column: "Mon" over "2", with the month on the first of one ("1 Apr"). */
export function dayHead(day: CalendarDay): { weekday: string; date: string } {
  const [date = "", month = ""] = formatDay(day, "short").split(" ");
  return { weekday: formatDay(day).slice(0, 3), date: date === "1" ? `${date} ${month}` : date };
}
