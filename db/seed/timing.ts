import { addDays, type CalendarDay, isoWeekday } from "@/lib/core/calendar";

/** The instant so many minutes after midnight UTC of a day. */
export function instantOn(day: CalendarDay, minutes: number): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000);
}

/** The instant some minutes later; earlier when negative. */
export function minutesAfter(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000);
}

export const earlierOf = (a: Date, b: Date) => new Date(Math.min(a.getTime(), b.getTime()));
export const laterOf = (a: Date, b: Date) => new Date(Math.max(a.getTime(), b.getTime()));

/** The day itself, or the Friday before a weekend: when a clinic works. */
export function workday(day: CalendarDay): CalendarDay {
  return addDays(day, -Math.max(0, isoWeekday(day) - 5));
}

/** The next day on which a clinic works. */
export function nextWorkday(day: CalendarDay): CalendarDay {
  const weekday = isoWeekday(day);
  return addDays(day, weekday < 5 ? 1 : 8 - weekday);
}

/** Does `work` for each thing, at most `width` of them at a time; the first failure stops what has not begun. */
export async function inParallel<T>(
  things: readonly T[],
  width: number,
  work: (thing: T) => Promise<void>,
): Promise<void> {
  const waiting = [...things];
  const failures: unknown[] = [];
  const lane = async () => {
    for (let thing = waiting.shift(); thing !== undefined && failures.length === 0; thing = waiting.shift()) {
      try {
        await work(thing);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  if (failures.length > 0) throw failures[0];
}
