/**
 * Calendar days as ISO strings ("2025-03-30"), and the days that instants fall on in a person's time zone. A day here has no
 * hours: arithmetic on days is never touched by clock changes. Nothing reads the machine's own clock or zone.
 */

/** A day of the Gregorian calendar, YYYY-MM-DD, year 0001 to 9999. ISO days sort as text. */
export type CalendarDay = string;

const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
const WEEKDAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

const FIRST_DAY_NUMBER = -719162;
const LAST_DAY_NUMBER = 2932896;

const isLeapYear = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

function monthLength(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/** Whether the value is a real day written YYYY-MM-DD (31 February and year 0000 are not). */
export function isCalendarDay(value: unknown): value is CalendarDay {
  if (typeof value !== "string" || !DAY_PATTERN.test(value)) return false;
  const [year, month, day] = partsOf(value);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
}

function partsOf(day: CalendarDay): [year: number, month: number, day: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

/**
 * Days since 1 January 1970 (negative before). For rules that walk many days.
 * Arithmetic after H. Hinnant, "chrono-compatible low-level date algorithms" (days_from_civil).
 * @throws RangeError when it is not a calendar day.
 */
export function dayNumber(day: CalendarDay): number {
  if (!isCalendarDay(day)) throw new RangeError("Not a calendar day.");
  const [year, month, dayOfMonth] = partsOf(day);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/**
 * The calendar day of a day number; the inverse of `dayNumber`.
 * @throws RangeError when the number is not whole or lies outside years 0001 to 9999.
 */
export function dayOfNumber(number: number): CalendarDay {
  if (!Number.isInteger(number) || number < FIRST_DAY_NUMBER || number > LAST_DAY_NUMBER) {
    throw new RangeError("Outside the calendar.");
  }
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1;
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return isoDay(year, month, day);
}

function isoDay(year: number, month: number, day: number): CalendarDay {
  const text = (number: number) => (number < 10 ? `0${number}` : `${number}`);
  return `${year < 1000 ? String(year).padStart(4, "0") : year}-${text(month)}-${text(day)}`;
}

/** The day `days` later (earlier when negative). @throws RangeError on a bad day or outside years 0001 to 9999. */
export function addDays(day: CalendarDay, days: number): CalendarDay {
  return dayOfNumber(dayNumber(day) + days);
}

/** Whole days from one day to another: 1 from today to tomorrow, negative backwards. @throws RangeError on a bad day. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return dayNumber(to) - dayNumber(from);
}

/** ISO weekday of a day number, 1 = Monday to 7 = Sunday. */
export function weekdayOfNumber(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** ISO weekday, 1 = Monday to 7 = Sunday. @throws RangeError on a bad day. */
export function isoWeekday(day: CalendarDay): number {
  return weekdayOfNumber(dayNumber(day));
}

/**
 * Age in completed years on a day; negative before birth. Someone born on 29 February is a year older on 1 March of a common
 * year. @throws RangeError on a bad day.
 */
export function ageInYears(birth: CalendarDay, on: CalendarDay): number {
  if (!isCalendarDay(birth) || !isCalendarDay(on)) throw new RangeError("Not a calendar day.");
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function zonedFormatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  formatters.set(timeZone, formatter);
  return formatter;
}

function zonedParts(instant: Date, timeZone: string): { day: CalendarDay; time: string } {
  const found: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const part of zonedFormatter(timeZone).formatToParts(instant)) found[part.type] = part.value;
  return {
    day: isoDay(Number(found.year), Number(found.month), Number(found.day)),
    time: `${found.hour}:${found.minute}`,
  };
}

/** The calendar day of an instant in a zone. @throws RangeError on an unknown zone or an invalid instant. */
export function calendarDayOf(instant: Date, timeZone: string): CalendarDay {
  return zonedParts(instant, timeZone).day;
}

/** Whether it names a time zone (such as Europe/London). Bare offsets such as +01:00 do not: they know no clock changes. */
export function isTimeZone(zone: unknown): zone is string {
  if (typeof zone !== "string" || !/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat("en-GB", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** "Sunday 30 March 2025", or short "30 Mar 2025". Our own names, so that server and browser always agree. */
export function formatDay(day: CalendarDay, style: "long" | "short" = "long"): string {
  const weekday = WEEKDAY_NAMES[isoWeekday(day) - 1];
  const [year, month, dayOfMonth] = partsOf(day);
  const name = MONTHS[month - 1] ?? "";
  return style === "long" ? `${weekday} ${dayOfMonth} ${name} ${year}` : `${dayOfMonth} ${name.slice(0, 3)} ${year}`;
}

/** "30 Mar 2025, 14:05" as the clocks of the zone show it. @throws RangeError on an unknown zone or an invalid instant. */
export function formatInstant(instant: Date, timeZone: string): string {
  const { day, time } = zonedParts(instant, timeZone);
  return `${formatDay(day, "short")}, ${time}`;
}
