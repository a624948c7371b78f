import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/core/calendar";
import { calendarText, dueDays, escaped, folded } from "@/lib/export/calendar";
import { type Component, parsedCalendar } from "@/tests/support/calendar-reader";
import { line, planned } from "@/tests/support/planned";

const FEED = {
  feedId: "0199aaaa-0000-7000-8000-000000000001",
  host: "portal.example.org",
  todayUrl: "https://portal.example.org/today",
  changedAt: new Date("2026-03-01T08:09:10.123Z"),
};

const octets = (text: string) => new TextEncoder().encode(text).length;
/** The logical lines of a calendar (RFC 5545, 3.1). */
const unfolded = (text: string) =>
  text
    .replaceAll(/\r\n[ \t]/g, "")
    .split("\r\n")
    .slice(0, -1);
const unescaped = (value: string) =>
  value.replaceAll(/\\([\\;,nN])/g, (_, mark: string) => (/n/i.test(mark) ? "\n" : mark));

/** The events of a calendar by the names of their properties; parameters stay with the name. */
function eventsOf(text: string): Map<string, string>[] {
  const events: Map<string, string>[] = [];
  for (const one of unfolded(text)) {
    const [, name = "", value = ""] = /^([A-Z0-9-]+(?:;[A-Z-]+=[^:]+)?):(.*)$/s.exec(one) ?? [];
    if (one === "BEGIN:VEVENT") events.push(new Map());
    else if (name !== "END") events.at(-1)?.set(name, value);
  }
  return events;
}

describe("a line", () => {
  const words = fc.string({
    unit: fc.oneof(
      fc.constantFrom("a", " ", ";", ",", "\\", "\n", "é", "名", "🦵"),
      fc.string({ minLength: 1, maxLength: 1 }),
    ),
    maxLength: 300,
  });

  test("is folded so that no part is longer than 75 octets, and unfolds to what it was", () => {
    fc.assert(
      fc.property(words, (text) => {
        const one = `SUMMARY:${escaped(text)}`;
        const parts = folded(one).split("\r\n");
        for (const part of parts) expect(octets(part)).toBeLessThanOrEqual(75);
        for (const part of parts.slice(1)) expect(part).toMatch(/^ /);
        expect(folded(one).replaceAll("\r\n ", "")).toBe(one);
      }),
    );
  });

  test("of 75 octets is whole, and of 76 is two", () => {
    expect(folded("x".repeat(75))).toBe("x".repeat(75));
    expect(folded("x".repeat(76))).toBe(`${"x".repeat(75)}\r\n x`);
  });

  test("holds a text escaped, which reads as it was", () => {
    expect(escaped("a;b,c\\d\ne\r\nf")).toBe("a\\;b\\,c\\\\d\\ne\\nf");
    fc.assert(
      fc.property(words, (text) => {
        expect(escaped(text)).not.toMatch(/[\r\n]|(?<!\\)(?:\\\\)*[;,]/);
        expect(unescaped(escaped(text))).toBe(text.replaceAll(/\r\n|\r/g, "\n"));
      }),
    );
  });
});

const saidOf = ({ properties }: Component, name: string) => properties.get(name)?.[0]?.value ?? "";

describe("a calendar", () => {
  const days = [
    { day: "2026-03-28", summary: "Your exercises, about 18 minutes" },
    { day: "2026-12-31", summary: "Something on your list for today" },
  ];
  const text = calendarText({ ...FEED, days });

  test("ends each line as the rules say, and holds what they ask for in every calendar and event", () => {
    expect(text.endsWith("\r\n")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    const lines = unfolded(text);
    expect(lines.slice(0, 3)).toEqual(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Plumbline//Plan//EN"]);
    expect(lines.at(-1)).toBe("END:VCALENDAR");
    for (const part of text.split("\r\n")) expect(octets(part)).toBeLessThanOrEqual(75);
    const events = eventsOf(text);
    expect(events).toHaveLength(2);
    for (const event of events) {
      expect(event.get("UID")).toMatch(/^\d{4}-\d{2}-\d{2}\.[0-9a-f-]{36}@portal\.example\.org$/);
      expect(event.get("DTSTAMP")).toBe("20260301T080910Z");
    }
  });

  test("has a whole day for each, bound to no zone, that ends before the next begins", () => {
    const [spring, newYear] = eventsOf(text);
    expect([spring?.get("DTSTART;VALUE=DATE"), spring?.get("DTEND;VALUE=DATE")]).toEqual(["20260328", "20260329"]);
    expect([newYear?.get("DTSTART;VALUE=DATE"), newYear?.get("DTEND;VALUE=DATE")]).toEqual(["20261231", "20270101"]);
    expect(text).not.toMatch(/VTIMEZONE|TZID/);
    expect(spring?.get("TRANSP")).toBe("TRANSPARENT");
    expect(unescaped(spring?.get("SUMMARY") ?? "")).toBe("Your exercises, about 18 minutes");
  });

  test("is read by a strict reader, and says in each event what it must and nothing twice", () => {
    const calendar = parsedCalendar(text);
    expect(calendar.properties.get("PRODID")).toHaveLength(1);
    expect(calendar.properties.get("VERSION")?.[0]?.value).toBe("2.0");
    expect(calendar.parts.map(({ name }) => name)).toEqual(["VEVENT", "VEVENT"]);
    for (const event of calendar.parts) {
      for (const name of ["UID", "DTSTAMP", "DTSTART", "DTEND"]) expect(event.properties.get(name)).toHaveLength(1);
      for (const [, lines] of event.properties) expect(lines).toHaveLength(1);
      expect(saidOf(event, "DTSTAMP")).toMatch(/^\d{8}T\d{6}Z$/);
      expect(new URL(saidOf(event, "URL")).pathname).toBe("/today");
    }
    const uids = calendar.parts.map((event) => saidOf(event, "UID"));
    expect(new Set(uids).size).toBe(uids.length);
  });

  test("of long words, and of letters beyond English, is read as it was written", () => {
    const summary = `${"Ćwiczenia, około; ".repeat(12)}\\ 🦵`;
    const strange = parsedCalendar(calendarText({ ...FEED, days: [{ day: "2028-02-29", summary }] }));
    const [event] = strange.parts;
    expect(event && unescaped(saidOf(event, "SUMMARY"))).toBe(summary);
    expect(event && [saidOf(event, "DTSTART"), saidOf(event, "DTEND")]).toEqual(["20280229", "20280301"]);
  });

  test("with nothing in it is still one: it has a part, and no event", () => {
    const empty = parsedCalendar(calendarText({ ...FEED, days: [] }));
    expect(empty.parts.map(({ name }) => name)).toEqual(["VTIMEZONE"]);
    expect(empty.parts[0]?.parts.map(({ name }) => name)).toEqual(["STANDARD"]);
  });

  test("gives a day the same name whatever else is in it", () => {
    const uid = (given: typeof days) =>
      eventsOf(calendarText({ ...FEED, days: given }))
        .at(-1)
        ?.get("UID");
    expect(uid(days.slice(1))).toBe(uid(days));
  });
});

describe("the days", () => {
  const article = line({ id: "item-2", key: "key-2", kind: "article", dose: null, schedule: { kind: "once", day: 3 } });
  const seldom = line({ schedule: { kind: "weekly", weekdays: [1], timesPerDay: 2 } });
  const plan = planned([{ effectiveOn: "2026-03-02", items: [seldom, article] }]);

  test("are one each, with the minutes of all that day's exercises", () => {
    const found = dueDays([plan, plan], "2026-03-02", "2026-03-09");
    expect(found.map(({ day }) => day)).toEqual(["2026-03-02", "2026-03-04", "2026-03-09"]);
    const minutes = found.map(({ summary }) => Number(/\d+/.exec(summary)?.[0] ?? 0));
    expect(minutes[0]).toBeGreaterThan(0);
    expect(dueDays([plan], "2026-03-02", "2026-03-02")[0]?.summary).not.toBe(found[0]?.summary);
    expect(found[1]?.summary).toBe("Something on your list for today");
  });

  test("say one minute as one", () => {
    const short = line({ schedule: { kind: "once", day: 1 } });
    const dose = {
      sets: 1,
      repetitions: 1,
      holdSeconds: null,
      restSeconds: 0,
      loadKg: null,
      tempo: null,
      side: "none",
    } as const;
    const [day] = dueDays(
      [planned([{ effectiveOn: "2026-03-02", items: [{ ...short, dose }] }])],
      "2026-03-02",
      "2026-03-02",
    );
    expect(day?.summary).toBe("Your exercises, about 1 minute");
  });

  test("of a stretch are those of its parts", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), (cut) => {
        const [from, to] = ["2026-02-20", "2026-04-21"];
        const middle = addDays(from, cut);
        const parts = [...dueDays([plan], from, middle), ...dueDays([plan], addDays(middle, 1), to)];
        expect(parts).toEqual(dueDays([plan], from, to));
      }),
    );
  });

  test("leave out a plan's pauses and what is done as needed", () => {
    const paused = { ...plan, pauses: [{ from: "2026-03-09", to: "2026-03-09" }] };
    expect(dueDays([paused], "2026-03-05", "2026-03-10")).toEqual([]);
    const asNeeded = planned([{ effectiveOn: "2026-03-02", items: [line({ schedule: { kind: "as-needed" } })] }]);
    expect(dueDays([asNeeded], "2026-03-02", "2026-03-20")).toEqual([]);
  });
});
