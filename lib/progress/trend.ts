import { addDays, type CalendarDay, daysBetween, isoWeekday } from "@/lib/core/calendar";

/** One pain answer, NPRS 0-10; null when it was asked and not answered. A day may have several. */
export type PainPoint = { day: CalendarDay; pain: number | null };

/** A week from Monday. `mean` is null when nothing was answered. */
export type PainWeek = { startsOn: CalendarDay; mean: number | null; answered: number };

const meanOf = (sum: number, count: number) => (count === 0 ? null : sum / count);

/** Mean pain of each week (0-10, not rounded), from the week of the first point to that of the last, gaps included. */
export function painTrend(points: readonly PainPoint[]): PainWeek[] {
  const weeks = new Map<CalendarDay, { sum: number; answered: number }>();
  for (const { day, pain } of points) {
    const monday = addDays(day, 1 - isoWeekday(day));
    const week = weeks.get(monday) ?? { sum: 0, answered: 0 };
    weeks.set(monday, pain === null ? week : { sum: week.sum + pain, answered: week.answered + 1 });
  }
  const mondays = [...weeks.keys()].sort();
  const [first, last] = [mondays[0], mondays.at(-1)];
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: daysBetween(first, last) / 7 + 1 }, (_, index) => {
    const startsOn = addDays(first, 7 * index);
    const { sum, answered } = weeks.get(startsOn) ?? { sum: 0, answered: 0 };
    return { startsOn, mean: meanOf(sum, answered), answered };
  });
}

/**
 * Rise in mean pain, in points of the NPRS 0-10, that a clinician should hear of. Two points is the least change that
 * matters to people with low back pain (consensus figure, 2 points or 30 %, Ostelo 2008). It was measured on improvement and
 * in that group; we borrow its size for a rise and for other regions, as a prompt to look and not as a diagnosis.
 */
export const PAIN_RISE_POINTS = 2;
/** The last days looked at, today included, and the days before them that they are held against. Our own choice. */
const RECENT_PAIN_DAYS = 7;
const EARLIER_PAIN_DAYS = 14;
/** Fewest answers each side needs before the means are compared. Our own choice. */
export const LEAST_PAIN_ANSWERS = 3;

/** Means are 0-10, not rounded; null with no answer at all. `rose` is false when either side has too few answers. */
export type PainRise = { rose: boolean; recent: number | null; before: number | null };

/**
 * Whether pain rose: the mean of the last 7 days is at least 2 points above the mean of the 14 days before them, with at
 * least 3 answers on each side. Silence is no pain answer, and answers after `today` are left out.
 */
export function painRose(points: readonly PainPoint[], today: CalendarDay): PainRise {
  const recent = { sum: 0, count: 0 };
  const before = { sum: 0, count: 0 };
  for (const { day, pain } of points) {
    const age = daysBetween(day, today);
    if (pain === null || age < 0 || age >= RECENT_PAIN_DAYS + EARLIER_PAIN_DAYS) continue;
    const side = age < RECENT_PAIN_DAYS ? recent : before;
    side.sum += pain;
    side.count += 1;
  }
  const enough = recent.count >= LEAST_PAIN_ANSWERS && before.count >= LEAST_PAIN_ANSWERS;
  // Compared over the common denominator: a mean of thirds must not miss the threshold by a rounding error.
  const scaledRise = recent.sum * before.count - before.sum * recent.count;
  const rose = enough && scaledRise >= PAIN_RISE_POINTS * recent.count * before.count;
  return { rose, recent: meanOf(recent.sum, recent.count), before: meanOf(before.sum, before.count) };
}
