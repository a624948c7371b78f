import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  ageInYears,
  calendarDayOf,
  dayNumber,
  dayOfNumber,
  daysBetween,
  formatDay,
  formatInstant,
  isCalendarDay,
  isoWeekday,
  isTimeZone,
} from "@/lib/core/calendar";

const anyDayNumber = fc.integer({ min: dayNumber("0001-01-01"), max: dayNumber("9999-12-31") });
const modernDayNumber = fc.integer({ min: dayNumber("1900-01-01"), max: dayNumber("2200-12-31") });

describe("the machine of these tests", () => {
  it("keeps another time than UTC, so that a rule that leans on the local zone is found out", () => {
    expect(new Date(Date.UTC(2025, 0, 1)).getTimezoneOffset()).not.toBe(0);
  });
});

describe("isCalendarDay", () => {
  it.each(["2025-01-31", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])("takes %s", (day) =>
    expect(isCalendarDay(day)).toBe(true),
  );

  it.each([
    "2025-02-29",
    "1900-02-29",
    "2025-02-31",
    "2025-04-31",
    "2025-00-10",
    "2025-13-10",
    "2025-01-00",
    "2025-01-32",
    "0000-01-01",
    "2025-1-1",
    "25-01-01",
    "2025/01/01",
    " 2025-01-01",
    "2025-01-01T00:00:00Z",
    "2025-01-01\n",
    "+2025-01-01",
    "",
    null,
    undefined,
    20250101,
    new Date(0),
  ])("refuses %j", (day) => expect(isCalendarDay(day)).toBe(false));
});

describe("day arithmetic", () => {
  it.each([
    ["2025-01-31", 1, "2025-02-01"],
    ["2025-02-28", 1, "2025-03-01"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2024-02-29", 365, "2025-02-28"],
    ["2024-02-29", 366, "2025-03-01"],
    ["2025-12-31", 1, "2026-01-01"],
    ["2025-03-01", -1, "2025-02-28"],
    ["2025-03-29", 2, "2025-03-31"],
    ["2025-10-25", 2, "2025-10-27"],
    ["1969-12-31", 1, "1970-01-01"],
    ["2025-06-15", 0, "2025-06-15"],
    ["0999-12-31", 1, "1000-01-01"],
  ])("%s and %i days is %s", (day, days, expected) => {
    expect(addDays(day, days)).toBe(expected);
    expect(daysBetween(day, expected)).toBe(days);
  });

  it("agrees with the days that JavaScript's UTC dates count", () => {
    fc.assert(
      fc.property(modernDayNumber, (number) => {
        const day = new Date(number * 86_400_000).toISOString().slice(0, 10);
        expect(dayOfNumber(number)).toBe(day);
        expect(dayNumber(day)).toBe(number);
      }),
    );
  });

  it("goes there and back over the whole calendar, and keeps the order of text", () => {
    fc.assert(
      fc.property(anyDayNumber, anyDayNumber, (a, b) => {
        const [first, second] = [dayOfNumber(a), dayOfNumber(b)];
        expect(isCalendarDay(first)).toBe(true);
        expect(addDays(first, b - a)).toBe(second);
        expect(daysBetween(first, second)).toBe(b - a);
        expect(first < second).toBe(a < b);
      }),
    );
  });

  it.each(["2025-02-30", "yesterday", ""])("refuses the day %j", (day) => {
    expect(() => addDays(day, 1)).toThrow(RangeError);
    expect(() => daysBetween("2025-01-01", day)).toThrow(RangeError);
    expect(() => isoWeekday(day)).toThrow(RangeError);
  });

  it("refuses half days and days beyond the calendar", () => {
    expect(() => addDays("2025-01-01", 0.5)).toThrow(RangeError);
    expect(() => addDays("9999-12-31", 1)).toThrow(RangeError);
    expect(() => addDays("0001-01-01", -1)).toThrow(RangeError);
  });
});

describe("isoWeekday", () => {
  it.each([
    ["2025-03-24", 1],
    ["2025-03-30", 7],
    ["1970-01-01", 4],
    ["1969-12-29", 1],
    ["2024-02-29", 4],
    ["0001-01-01", 1],
  ])("%s is day %i", (day, weekday) => expect(isoWeekday(day)).toBe(weekday));

  it("agrees with JavaScript's UTC weekdays", () => {
    fc.assert(
      fc.property(modernDayNumber, (number) => {
        expect(isoWeekday(dayOfNumber(number)) % 7).toBe(new Date(number * 86_400_000).getUTCDay());
      }),
    );
  });
});

describe("ageInYears", () => {
  it.each([
    ["1950-06-15", "2025-06-14", 74],
    ["1950-06-15", "2025-06-15", 75],
    ["2000-02-29", "2025-02-28", 24],
    ["2000-02-29", "2025-03-01", 25],
    ["2000-02-29", "2024-02-29", 24],
    ["2025-03-01", "2025-03-01", 0],
    ["2025-03-02", "2025-03-01", -1],
    ["1999-12-31", "2000-01-01", 0],
  ])("born %s, on %s: %i", (birth, on, age) => expect(ageInYears(birth, on)).toBe(age));

  it("refuses what is no day", () => {
    expect(() => ageInYears("1950-02-30", "2025-01-01")).toThrow(RangeError);
    expect(() => ageInYears("1950-01-01", "soon")).toThrow(RangeError);
  });
});

describe("calendarDayOf", () => {
  it.each([
    // Clocks go forward in London at 01:00 UTC, back at 01:00 UTC.
    ["2025-03-29T23:59:59.999Z", "Europe/London", "2025-03-29"],
    ["2025-03-30T00:00:00Z", "Europe/London", "2025-03-30"],
    ["2025-03-30T22:59:59Z", "Europe/London", "2025-03-30"],
    ["2025-03-30T23:00:00Z", "Europe/London", "2025-03-31"],
    ["2025-10-25T22:59:59Z", "Europe/London", "2025-10-25"],
    ["2025-10-25T23:00:00Z", "Europe/London", "2025-10-26"],
    ["2025-10-26T23:59:59Z", "Europe/London", "2025-10-26"],
    ["2025-10-27T00:00:00Z", "Europe/London", "2025-10-27"],
    // New York: forward at 07:00 UTC on 9 March, back at 06:00 UTC on 2 November.
    ["2025-03-09T04:59:59Z", "America/New_York", "2025-03-08"],
    ["2025-03-09T05:00:00Z", "America/New_York", "2025-03-09"],
    ["2025-03-10T03:59:59Z", "America/New_York", "2025-03-09"],
    ["2025-03-10T04:00:00Z", "America/New_York", "2025-03-10"],
    ["2025-11-02T03:59:59Z", "America/New_York", "2025-11-01"],
    ["2025-11-02T04:00:00Z", "America/New_York", "2025-11-02"],
    ["2025-11-03T04:59:59Z", "America/New_York", "2025-11-02"],
    ["2025-11-03T05:00:00Z", "America/New_York", "2025-11-03"],
    // Lord Howe moves by half an hour: +11:00 in summer, +10:30 in winter, from 6 April to 5 October.
    ["2025-04-05T12:59:59Z", "Australia/Lord_Howe", "2025-04-05"],
    ["2025-04-05T13:00:00Z", "Australia/Lord_Howe", "2025-04-06"],
    ["2025-04-06T13:29:59Z", "Australia/Lord_Howe", "2025-04-06"],
    ["2025-04-06T13:30:00Z", "Australia/Lord_Howe", "2025-04-07"],
    ["2025-10-04T13:29:59Z", "Australia/Lord_Howe", "2025-10-04"],
    ["2025-10-04T13:30:00Z", "Australia/Lord_Howe", "2025-10-05"],
    ["2025-10-05T12:59:59Z", "Australia/Lord_Howe", "2025-10-05"],
    ["2025-10-05T13:00:00Z", "Australia/Lord_Howe", "2025-10-06"],
    // A leap day, a year's end, and both edges of the world.
    ["2024-02-29T23:30:00Z", "UTC", "2024-02-29"],
    ["2024-02-29T23:30:00Z", "Europe/Paris", "2024-03-01"],
    ["2025-12-31T10:00:00Z", "Pacific/Kiritimati", "2026-01-01"],
    ["2026-01-01T10:59:59Z", "Pacific/Pago_Pago", "2025-12-31"],
  ])("%s in %s is %s", (instant, zone, day) => expect(calendarDayOf(new Date(instant), zone)).toBe(day));

  it("never runs backwards, and no day of a zone is skipped over clock changes", () => {
    const zones = ["Europe/London", "America/New_York", "Australia/Lord_Howe"];
    const hour = 3_600_000;
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 24 * 365 * 40 }), (zone, hours) => {
        const instant = new Date(Date.UTC(2000, 0, 1) + hours * hour);
        const later = new Date(instant.getTime() + hour);
        expect([0, 1]).toContain(daysBetween(calendarDayOf(instant, zone), calendarDayOf(later, zone)));
      }),
    );
  });

  it("refuses an unknown zone and an invalid instant", () => {
    expect(() => calendarDayOf(new Date(0), "Mars/Olympus")).toThrow(RangeError);
    expect(() => calendarDayOf(new Date(Number.NaN), "UTC")).toThrow(RangeError);
  });
});

describe("isTimeZone", () => {
  it.each(["Europe/London", "America/Argentina/Buenos_Aires", "UTC", "Etc/GMT+5"])("takes %s", (zone) =>
    expect(isTimeZone(zone)).toBe(true),
  );
  it.each(["", "Europe/Londn", "+01:00", "-0500", "London, UK", " UTC", null, 1])("refuses %j", (zone) =>
    expect(isTimeZone(zone)).toBe(false),
  );
});

describe("words for days and instants", () => {
  it("writes days long and short", () => {
    expect(formatDay("2025-03-30")).toBe("Sunday 30 March 2025");
    expect(formatDay("2025-09-01", "long")).toBe("Monday 1 September 2025");
    expect(formatDay("2025-09-01", "short")).toBe("1 Sep 2025");
    expect(formatDay("2024-02-29", "short")).toBe("29 Feb 2024");
  });

  it.each([
    ["2025-03-30T00:59:00Z", "Europe/London", "30 Mar 2025, 00:59"],
    ["2025-03-30T01:00:00Z", "Europe/London", "30 Mar 2025, 02:00"],
    ["2025-10-26T00:30:00Z", "Europe/London", "26 Oct 2025, 01:30"],
    ["2025-10-26T01:30:00Z", "Europe/London", "26 Oct 2025, 01:30"],
    ["2025-03-30T23:00:00Z", "Europe/London", "31 Mar 2025, 00:00"],
    ["2025-07-01T00:00:00Z", "Australia/Lord_Howe", "1 Jul 2025, 10:30"],
    ["2025-07-01T00:00:00Z", "America/New_York", "30 Jun 2025, 20:00"],
  ])("writes %s in %s as %s", (instant, zone, words) => expect(formatInstant(new Date(instant), zone)).toBe(words));
});
