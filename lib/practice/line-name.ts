import type { CalendarDay } from "@/lib/core/calendar";

/** One name for a line of a version on one occasion. */
export function lineName(line: { itemId: string; dueOn: CalendarDay; occasion: number }): string {
  return `${line.itemId}:${line.dueOn}:${line.occasion}`;
}
