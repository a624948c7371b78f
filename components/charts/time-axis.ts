import { type ScaleTime, scaleUtc } from "d3-scale";
import { addDays, DAY_MS, dayMs, shortDay } from "./calendar-day";

/** A drawing's size and the room its plot leaves free, in the units of its viewBox. */
export type Frame = { width: number; height: number; top: number; end: number; bottom: number; start: number };

export type PlanMark = { day: string; label: string };

export type DayScale = ScaleTime<number, number>;

/** Days along the plot. One lone day gets three more on each side, so that it stands in the middle. */
export function dayScale(days: readonly string[], frame: Frame, inset = 8): DayScale {
  const sorted = [...days].sort();
  const first = sorted[0] ?? "2000-01-01";
  const last = sorted[sorted.length - 1] ?? first;
  const [from, to] = first === last ? [addDays(first, -3), addDays(last, 3)] : [first, last];
  return scaleUtc()
    .domain([dayMs(from), dayMs(to)])
    .range([frame.start + inset, frame.width - frame.end - inset]);
}

const STEPS_DAYS = [1, 2, 7, 14, 28, 56, 91, 182, 364];

/** Days to name under the plot: even steps from its first day, at least `apart` units from each other. */
export function dayTicks(scale: DayScale, apart: number): { x: number; text: string }[] {
  const [first, last] = scale.domain().map((date) => date.getTime());
  if (first === undefined || last === undefined) return [];
  const unitsPerDay = scale(first + DAY_MS) - scale(first);
  const step = STEPS_DAYS.find((days) => days * unitsPerDay >= apart) ?? 728;
  const ticks: { x: number; text: string }[] = [];
  for (let at = first; at <= last; at += step * DAY_MS) ticks.push({ x: scale(at), text: shortDay(at) });
  return ticks;
}

export type PlacedMark = PlanMark & { x: number; row: number; anchor: "start" | "end" };

/** Rough width of a label: the letters of this typeface are about 0.54 of their size wide. */
export function textWidth(text: string, size: number): number {
  return text.length * size * 0.54;
}

/** Gives each mark a row above the plot in which its label touches no other. */
export function placeMarks(marks: readonly PlanMark[], scale: DayScale, frame: Frame, size: number): PlacedMark[] {
  const rows: { from: number; to: number }[][] = [];
  return [...marks]
    .sort((a, b) => a.day.localeCompare(b.day))
    .map((mark) => {
      const x = scale(dayMs(mark.day));
      const width = textWidth(mark.label, size) + 10;
      const anchor = x + width > frame.width ? "end" : "start";
      const span = anchor === "start" ? { from: x, to: x + width } : { from: x - width, to: x };
      let row = rows.findIndex((taken) => taken.every((other) => span.to < other.from || span.from > other.to));
      if (row < 0) row = rows.push([]) - 1;
      rows[row]?.push(span);
      return { ...mark, x, row, anchor };
    });
}
