import { describe, expect, it } from "vitest";
import { addDays, type CalendarDay, daysBetween } from "@/lib/core/calendar";
import { asNeededOn, isPausedOn, lastDayOf, occurrences, type PlanTimeline } from "@/lib/plans/schedule";
import type { Schedule } from "@/lib/plans/schemas";
import { item, plan, START, version, weekly } from "./timelines";

const onDay = (number: number): CalendarDay => addDays(START, number - 1);
const daysOf = (timeline: PlanTimeline, to = 120) =>
  occurrences(timeline, onDay(-30), onDay(to)).map(({ dueOn }) => daysBetween(START, dueOn) + 1);
const one = (schedule: Schedule, over: Parameters<typeof item>[1] = {}) => item(schedule, over);

describe("every few days", () => {
  it.each<[string, Extract<Schedule, { kind: "every-days" }>, number | null, number[]]>([
    ["each third day", { kind: "every-days", days: 3, timesPerDay: 1 }, 10, [1, 4, 7, 10]],
    ["each day", { kind: "every-days", days: 1, timesPerDay: 1 }, 3, [1, 2, 3]],
    ["twice each fifth day", { kind: "every-days", days: 5, timesPerDay: 2 }, 8, [1, 1, 6, 6]],
    ["once, in a phase shorter than the step", { kind: "every-days", days: 60, timesPerDay: 1 }, 28, [1]],
    ["the same with a window", { kind: "every-days", days: 3, timesPerDay: 1, windowDays: 2 }, 10, [1, 4, 7, 10]],
  ])("%s", (_, schedule, last, expected) => {
    const phaseEndsOn = last === null ? null : onDay(last);
    expect(daysOf(plan(version(1, START, [one(schedule, { phaseEndsOn })])))).toEqual(expected);
  });

  it("counts days over a clock change, a leap day, a month's and a year's end", () => {
    const every3 = (from: CalendarDay) =>
      occurrences(
        plan(
          version(1, from, [
            one({ kind: "every-days", days: 3, timesPerDay: 1 }, { anchorOn: from, phaseStartsOn: from }),
          ]),
        ),
        from,
        addDays(from, 8),
      ).map(({ dueOn }) => dueOn);
    expect(every3("2025-03-28")).toEqual(["2025-03-28", "2025-03-31", "2025-04-03"]);
    expect(every3("2025-10-24")).toEqual(["2025-10-24", "2025-10-27", "2025-10-30"]);
    expect(every3("2024-02-27")).toEqual(["2024-02-27", "2024-03-01", "2024-03-04"]);
    expect(every3("2025-02-27")).toEqual(["2025-02-27", "2025-03-02", "2025-03-05"]);
    expect(every3("2025-12-30")).toEqual(["2025-12-30", "2026-01-02", "2026-01-05"]);
  });

  it("goes on counting from the same day in the next version", () => {
    const walk = one({ kind: "every-days", days: 4, timesPerDay: 1 });
    expect(daysOf(plan(version(1, START, [walk]), version(2, onDay(7), [walk])), 14)).toEqual([1, 5, 9, 13]);
  });
});

describe("at the end of the plan", () => {
  const goodbye = (phaseEndsOn: CalendarDay | null, over: Parameters<typeof item>[1] = {}) =>
    one({ kind: "at-end" }, { key: "goodbye", kind: "questionnaire", phaseEndsOn, ...over });
  const bridge = (phaseEndsOn: CalendarDay | null) => one({ kind: "once", day: 200 }, { key: "bridge", phaseEndsOn });

  it.each<[string, (number | null)[], number | null, number[]]>([
    ["on the last day of the last phase", [28, 56], null, [56]],
    ["on the plan's own last day, when that comes first", [28, 56], 40, [40]],
    ["on the last day of the last phase, when the plan ended later", [28, 56], 60, [56]],
    ["not while the last phase has no end", [28, null], null, []],
    ["on the day a plan without an end was ended", [28, null], 70, [70]],
    ["in the first phase, when the plan ended there", [28, 56], 10, [10]],
  ])("falls due %s", (_, phases, ended, expected) => {
    const [own = null, other = null] = phases.map((day) => (day === null ? null : onDay(day)));
    const timeline = {
      ...plan(version(1, START, [goodbye(own), bridge(other)])),
      endsOn: ended === null ? null : onDay(ended),
    };
    expect(daysOf(timeline)).toEqual(expected);
  });

  it("falls due in whichever phase it stands, even one the plan never reached", () => {
    const later = goodbye(onDay(56), { phaseStartsOn: onDay(29) });
    expect(daysOf({ ...plan(version(1, START, [later])), endsOn: onDay(10) })).toEqual([10]);
  });

  it("waits for the end the version in force gives", () => {
    const longer = plan(version(1, START, [goodbye(onDay(28))]), version(2, onDay(20), [goodbye(onDay(56))]));
    expect(daysOf(longer)).toEqual([56]);
    const again = plan(version(1, START, [goodbye(onDay(28))]), version(2, onDay(35), [goodbye(onDay(56))]));
    expect(daysOf(again)).toEqual([28, 56]);
  });

  it("is asked on the first day of a version that ended before it was published, once", () => {
    const shorter = version(2, onDay(35), [goodbye(onDay(30))]);
    const timeline = plan(
      version(1, START, [goodbye(onDay(56))]),
      shorter,
      version(3, onDay(50), [goodbye(onDay(30))]),
    );
    expect(daysOf(timeline)).toEqual([35]);
  });

  it("falls on a leap day, and on the last day of a year", () => {
    for (const end of ["2024-02-29", "2025-12-31", "2025-03-30"]) {
      const from = addDays(end, -13);
      const asked = goodbye(end, { anchorOn: from, phaseStartsOn: from });
      expect(occurrences(plan(version(1, from, [asked])), from, addDays(end, 30)).map(({ dueOn }) => dueOn)).toEqual([
        end,
      ]);
    }
  });
});

describe("lastDayOf", () => {
  const ending = (...days: (CalendarDay | null)[]) => days.map((phaseEndsOn) => ({ phaseEndsOn }));
  it.each([
    [ending("2025-03-30", "2025-04-27"), null, "2025-04-27"],
    [ending("2025-03-30", null), null, null],
    [ending("2025-03-30", null), "2025-05-01", "2025-05-01"],
    [ending("2025-04-27"), "2025-04-01", "2025-04-01"],
    [ending("2025-04-27"), "2025-05-01", "2025-04-27"],
    [ending(), null, null],
    [ending(), "2025-05-01", "2025-05-01"],
  ])("%j ended %s: %s", (items, endsOn, expected) => expect(lastDayOf(items, endsOn)).toBe(expected));
});

describe("as needed", () => {
  const ease = one({ kind: "as-needed" }, { key: "ease", phaseStartsOn: onDay(8), phaseEndsOn: onDay(28) });
  const timeline: PlanTimeline = {
    ...plan(version(1, START, [ease, one(weekly([1]), { key: "bridge" })]), version(2, onDay(22), [])),
    pauses: [{ from: onDay(12), to: onDay(14) }],
  };
  const keysOn = (day: number, of = timeline) => asNeededOn(of, onDay(day)).map(({ key }) => key);

  it("never falls due", () => {
    expect(occurrences(timeline, START, onDay(60)).filter(({ key }) => key === "ease")).toEqual([]);
  });

  it.each([
    ["before its phase", 7, []],
    ["from its first day", 8, ["ease"]],
    ["in a pause", 13, []],
    ["after the pause", 15, ["ease"]],
    ["in a version without it", 22, []],
  ])("is there %s", (_, day, expected) => expect(keysOn(day)).toEqual(expected));

  it("goes with its phase and with its plan", () => {
    const running = plan(version(1, START, [ease]));
    expect([28, 29].map((day) => keysOn(day, running))).toEqual([["ease"], []]);
    const ended = { ...running, endsOn: onDay(10) };
    expect([10, 11].map((day) => keysOn(day, ended))).toEqual([["ease"], []]);
    expect(keysOn(9, plan(version(1, onDay(10), [ease])))).toEqual([]);
    expect(() => asNeededOn(running, "2025-02-30")).toThrow(RangeError);
  });

  it("is that of the greatest number, whatever the order", () => {
    const versions = [version(2, onDay(10), [{ ...ease, id: "second" }]), version(1, START, [ease])];
    expect(asNeededOn({ versions, endsOn: null }, onDay(12)).map(({ id }) => id)).toEqual(["second"]);
  });
});

describe("pauses", () => {
  const paused = (schedule: Schedule, from: number, to: number | null, over: Parameters<typeof item>[1] = {}) => ({
    ...plan(version(1, START, [one(schedule, over)])),
    pauses: [{ from: onDay(from), to: to === null ? null : onDay(to) }],
  });
  const until28 = { phaseEndsOn: onDay(28) };

  it.each<[string, PlanTimeline, number[]]>([
    ["weekdays in it are left out", paused(weekly([1]), 8, 16, until28), [1, 22]],
    [
      "every few days: the count goes on under it",
      paused({ kind: "every-days", days: 3, timesPerDay: 1 }, 4, 9, { phaseEndsOn: onDay(13) }),
      [1, 10, 13],
    ],
    ["what comes once moves to the day after it", paused({ kind: "once", day: 5 }, 3, 9), [10]],
    ["even past its phase", paused({ kind: "once", day: 28 }, 25, 34, until28), [35]],
    [
      "a round in it moves, the next one stays",
      paused({ kind: "every-weeks", weeks: 1 }, 7, 9, until28),
      [1, 10, 15, 22],
    ],
    [
      "of rounds that meet after it one is asked",
      paused({ kind: "every-weeks", weeks: 1 }, 2, 20, until28),
      [1, 21, 22],
    ],
    ["one without an end holds all back", paused({ kind: "once", day: 5 }, 5, null), []],
    ["one that ends before it begins is none", paused({ kind: "once", day: 5 }, 6, 4), [5]],
    ["the plan's last questions move past its end", { ...paused({ kind: "at-end" }, 8, 12), endsOn: onDay(10) }, [13]],
    ["nothing else does", { ...paused({ kind: "once", day: 9 }, 8, 12), endsOn: onDay(10) }, []],
  ])("%s", (_, timeline, expected) => expect(daysOf(timeline)).toEqual(expected));

  it("are one when they touch or overlap, in whatever order they come", () => {
    const reading = plan(version(1, START, [one({ kind: "once", day: 5 })]));
    const pauses = [
      { from: onDay(8), to: onDay(11) },
      { from: onDay(4), to: onDay(7) },
      { from: onDay(5), to: onDay(6) },
    ];
    expect(daysOf({ ...reading, pauses })).toEqual([12]);
  });

  it("keep what was moved when a new version comes before its day", () => {
    const index = one({ kind: "every-weeks", weeks: 2 }, { key: "index", kind: "questionnaire" });
    const pauses = [{ from: onDay(14), to: onDay(20) }];
    expect(daysOf({ ...plan(version(1, START, [index]), version(2, onDay(18), [index])), pauses }, 30)).toEqual([
      1, 21, 29,
    ]);
  });

  it("run over a clock change and a leap day", () => {
    const moved = (from: CalendarDay, to: CalendarDay) => {
      const asked = one({ kind: "once", day: 1 }, { anchorOn: from, phaseStartsOn: from });
      const timeline = { ...plan(version(1, from, [asked])), pauses: [{ from, to }] };
      return occurrences(timeline, from, addDays(to, 40)).map(({ dueOn }) => dueOn);
    };
    expect(moved("2025-03-29", "2025-03-30")).toEqual(["2025-03-31"]);
    expect(moved("2025-10-25", "2025-10-26")).toEqual(["2025-10-27"]);
    expect(moved("2024-02-20", "2024-02-28")).toEqual(["2024-02-29"]);
    expect(moved("2025-02-20", "2025-02-28")).toEqual(["2025-03-01"]);
  });

  it("have their first and their last day, and refuse what is no day", () => {
    const timeline = { pauses: [{ from: onDay(3), to: onDay(5) }] };
    expect([2, 3, 5, 6].map((day) => isPausedOn(timeline, onDay(day)))).toEqual([false, true, true, false]);
    expect(isPausedOn({}, START)).toBe(false);
    expect(isPausedOn({ pauses: [{ from: START, to: null }] }, onDay(5000))).toBe(true);
    expect(() => occurrences({ ...plan(), pauses: [{ from: "2025-02-30", to: null }] }, START, START)).toThrow(
      RangeError,
    );
  });
});
