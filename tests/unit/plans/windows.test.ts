import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CalendarDay } from "@/lib/core/calendar";
import { dueOn, isPausedOn, type PlanTimeline } from "@/lib/plans/schedule";
import type { Schedule } from "@/lib/plans/schemas";
import { AT_END_WINDOW_DAYS } from "@/lib/plans/window";
import { anyDay, anyPlan, item, plan, START, version } from "./timelines";

const onDay = (number: number): CalendarDay => addDays(START, number - 1);
const NONE: ReadonlySet<string> = new Set();

const asked = (schedule: Schedule, over: Parameters<typeof item>[1] = {}): PlanTimeline =>
  plan(version(1, START, [item(schedule, { key: "index", kind: "questionnaire", ...over })]));
/** The days, counted from 1, on which it is due, with the number of the day it fell due. */
const dueDays = (timeline: PlanTimeline, until = 70) =>
  Array.from({ length: until }, (_, index) => index + 1).filter((day) => dueOn(timeline, onDay(day), NONE).length > 0);
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe("a window", () => {
  it.each<[string, PlanTimeline, number[]]>([
    ["once: so many days, its own the first", asked({ kind: "once", day: 3, windowDays: 5 }), range(3, 7)],
    ["of one day", asked({ kind: "once", day: 3, windowDays: 1 }), [3]],
    ["once: past the phase", asked({ kind: "once", day: 7, windowDays: 4 }, { phaseEndsOn: onDay(7) }), range(7, 10)],
    [
      "each round by itself",
      asked({ kind: "every-weeks", weeks: 4, windowDays: 7 }, { phaseEndsOn: onDay(56) }),
      [...range(1, 7), ...range(29, 35)],
    ],
    [
      "every few days",
      asked({ kind: "every-days", days: 7, timesPerDay: 1, windowDays: 3 }, { phaseEndsOn: onDay(9) }),
      [1, 2, 3, 8, 9, 10],
    ],
    [
      "every few days without one: the day itself",
      asked({ kind: "every-days", days: 7, timesPerDay: 1 }, { phaseEndsOn: onDay(20) }),
      [1, 8, 15],
    ],
    [
      "every few days, not the one a pause took",
      {
        ...asked({ kind: "every-days", days: 7, timesPerDay: 1, windowDays: 3 }, { phaseEndsOn: onDay(17) }),
        pauses: [{ from: onDay(7), to: onDay(9) }],
      },
      [1, 2, 3, 15, 16, 17],
    ],
    ["at the end of the plan", asked({ kind: "at-end", windowDays: 3 }, { phaseEndsOn: onDay(28) }), [28, 29, 30]],
    ["at the end of an ended plan", { ...asked({ kind: "at-end", windowDays: 3 }), endsOn: onDay(10) }, [10, 11, 12]],
    [
      "at the end, of our own choice when none is given",
      { ...asked({ kind: "at-end" }), endsOn: onDay(10) },
      range(10, 9 + AT_END_WINDOW_DAYS),
    ],
  ])("%s", (_, timeline, expected) => expect(dueDays(timeline)).toEqual(expected));

  it.each<[string, Schedule]>([
    ["none is in the data", { kind: "once", day: 3 }],
    ["it is null", { kind: "once", day: 3, windowDays: null }],
  ])("is for as long as it takes when %s", (_, schedule) => {
    expect(dueDays(asked(schedule))).toEqual(range(3, 70));
    expect(dueOn(asked(schedule), onDay(5), NONE)).toMatchObject([{ closesOn: null, overdueDays: 2 }]);
  });

  it("says its last day, over a month's end, a clock change and a leap day", () => {
    const closing = (from: CalendarDay, windowDays: number) => {
      const timeline = plan(
        version(1, from, [item({ kind: "once", day: 1, windowDays }, { anchorOn: from, phaseStartsOn: from })]),
      );
      return dueOn(timeline, from, NONE).map(({ closesOn }) => closesOn);
    };
    expect(closing("2025-03-28", 7)).toEqual(["2025-04-03"]);
    expect(closing("2024-02-26", 4)).toEqual(["2024-02-29"]);
    expect(closing("2025-02-26", 4)).toEqual(["2025-03-01"]);
    expect(closing("2025-12-31", 2)).toEqual(["2026-01-01"]);
  });

  it("stands still in a pause", () => {
    const timeline = {
      ...asked({ kind: "once", day: 3, windowDays: 5 }),
      pauses: [{ from: onDay(5), to: onDay(10) }],
    };
    expect(dueDays(timeline)).toEqual([3, 4, 11, 12, 13]);
    expect(dueOn(timeline, onDay(3), NONE)).toMatchObject([{ closesOn: onDay(13) }]);
    const open = { ...timeline, pauses: [{ from: onDay(5), to: null }] };
    expect(dueDays(open)).toEqual([3, 4]);
    expect(dueOn(open, onDay(3), NONE)).toMatchObject([{ closesOn: onDay(4) }]);
  });

  it("of the version in force is the one that counts", () => {
    const first = item({ kind: "once", day: 1, windowDays: 3 }, { kind: "questionnaire" });
    const longer = { ...first, schedule: { kind: "once", day: 1, windowDays: 30 } as const };
    expect(dueDays(plan(version(1, START, [first]), version(2, onDay(10), [longer])))).toEqual([
      ...range(1, 3),
      ...range(10, 30),
    ]);
  });

  it("gives each occasion of the day until it is settled", () => {
    const timeline = asked({ kind: "every-days", days: 7, timesPerDay: 2, windowDays: 3 });
    const ids = (settled: readonly string[]) => dueOn(timeline, onDay(2), new Set(settled)).map(({ id }) => id);
    expect(ids([])).toEqual(["index:2025-03-03:1", "index:2025-03-03:2"]);
    expect(ids(["index:2025-03-03:1"])).toEqual(["index:2025-03-03:2"]);
    expect(ids(["index:2025-03-03:1", "index:2025-03-03:2"])).toEqual([]);
  });
});

describe("what is due after the plan's end", () => {
  const ended: PlanTimeline = {
    ...plan(
      version(1, START, [
        item({ kind: "once", day: 2 }, { key: "reading", kind: "article" }),
        item({ kind: "at-end" }, { key: "goodbye", kind: "questionnaire" }),
      ]),
    ),
    endsOn: onDay(10),
  };

  it("is what is asked at its end, until that is settled", () => {
    const keys = (day: number, settled: readonly string[] = []) =>
      dueOn(ended, onDay(day), new Set(settled)).map(({ key }) => key);
    expect(keys(9)).toEqual(["reading"]);
    expect(keys(10)).toEqual(["reading", "goodbye"]);
    expect(keys(11)).toEqual(["goodbye"]);
    expect(keys(11, [`goodbye:${onDay(10)}:1`])).toEqual([]);
    expect(keys(10 + AT_END_WINDOW_DAYS)).toEqual([]);
  });

  it("is gone when the plan goes on after all", () => {
    const goodbye = (end: number) =>
      item({ kind: "at-end" }, { key: "goodbye", kind: "questionnaire", phaseEndsOn: onDay(end) });
    const timeline = plan(version(1, START, [goodbye(28)]), version(2, onDay(32), [goodbye(56)]));
    expect(dueDays(timeline)).toEqual([...range(28, 31), ...range(56, 69)]);
  });
});

describe("promises of what is due, for any plan", () => {
  it("nothing is due in a pause, and nothing after its window has closed", () => {
    fc.assert(
      fc.property(anyPlan, anyDay, (timeline, day) => {
        const due = dueOn(timeline, day, NONE);
        if (isPausedOn(timeline, day)) expect(due).toEqual([]);
        for (const { closesOn } of due) expect(closesOn === null || closesOn >= day).toBe(true);
      }),
    );
  });

  it("the window it tells of is the one it keeps, when nobody touches the plan", () => {
    fc.assert(
      fc.property(anyPlan, anyDay, (timeline, day) => {
        const alone = { ...timeline, versions: timeline.versions.slice(0, 1) };
        for (const { id, closesOn } of dueOn(alone, day, NONE)) {
          if (closesOn === null) continue;
          const after = dueOn(alone, addDays(closesOn, 1), NONE);
          expect(after.map((one) => one.id)).not.toContain(id);
        }
      }),
    );
  });

  it("only what is asked at the end is due after the end", () => {
    fc.assert(
      fc.property(anyPlan, anyDay, (timeline, day) => {
        fc.pre(timeline.endsOn !== null && timeline.endsOn < day);
        const items = timeline.versions.flatMap((version) => version.items.map((one) => ({ ...version, ...one })));
        for (const { versionId, key } of dueOn(timeline, day, NONE)) {
          expect(items.find((one) => one.versionId === versionId && one.key === key)?.schedule.kind).toBe("at-end");
        }
      }),
    );
  });
});
