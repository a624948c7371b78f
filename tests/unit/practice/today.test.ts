import { describe, expect, test } from "vitest";
import { historyDays } from "@/lib/practice/history";
import { lineDayProblem, lineOn, loggableLine } from "@/lib/practice/plan-lines";
import { givenArticles } from "@/lib/practice/reading";
import { latestByOccurrence, type TodayLog, todayOf } from "@/lib/practice/today";
import { aboutMinutes, doneInWords, occasionInWords, remainingInWords } from "@/lib/practice/today-words";
import { line, planned } from "@/tests/support/planned";

const DAY = "2026-03-10";

function log(changes: Partial<TodayLog> = {}): TodayLog {
  return {
    id: "log-1",
    correctsId: null,
    planItemId: "item-1",
    itemKey: "key-1",
    dueOn: DAY,
    occasion: 1,
    outcome: "done",
    performedOn: DAY,
    receivedAt: new Date("2026-03-10T10:00:00Z"),
    ...changes,
  };
}

const nothing = { logs: [], marks: [], minutes: new Map<string, number>() };
const one = planned([{ effectiveOn: "2026-03-02", items: [line()] }]);

describe("todayOf", () => {
  test("a correction replaces what it corrects, and of two devices the later is shown", () => {
    const logs = [
      log(),
      log({ id: "log-2", correctsId: "log-1", outcome: "partly", receivedAt: new Date("2026-03-10T11:00:00Z") }),
    ];
    expect(todayOf({ ...nothing, plans: [one], day: DAY, logs }).exercises).toMatchObject([
      { state: "partly", logId: "log-2" },
    ]);
    const rivals = [log({ id: "b", receivedAt: new Date("2026-03-10T12:00:00Z") }), log({ id: "a" })];
    expect([...latestByOccurrence(rivals).values()].map((standing) => standing.id)).toEqual(["b"]);
  });

  test("an exercise asked for once waits, and stays in sight on the day it is done", () => {
    const plan = planned([{ effectiveOn: "2026-03-02", items: [line({ schedule: { kind: "once", day: 1 } })] }]);
    const waiting = todayOf({ ...nothing, plans: [plan], day: DAY });
    expect(waiting.exercises).toMatchObject([{ dueOn: "2026-03-02", overdueDays: 8, state: "due" }]);
    const logs = [log({ dueOn: "2026-03-02" })];
    expect(todayOf({ ...nothing, plans: [plan], day: DAY, logs })).toMatchObject({
      state: "finished",
      exercises: [{ state: "done", dueOn: "2026-03-02" }],
    });
    expect(todayOf({ ...nothing, plans: [plan], day: "2026-03-11", logs })).toMatchObject({
      state: "rest",
      exercises: [],
    });
  });

  test("what was done on a rest day counts, and asks for nothing more", () => {
    const plan = planned([
      {
        effectiveOn: "2026-03-02",
        items: [line({ schedule: { kind: "weekly", weekdays: [1], timesPerDay: 1 } })],
      },
    ]);
    expect(todayOf({ ...nothing, plans: [plan], day: DAY })).toMatchObject({ state: "rest", nextOn: "2026-03-16" });
    expect(todayOf({ ...nothing, plans: [plan], day: DAY, logs: [log()] })).toMatchObject({
      state: "finished",
      exercises: [{ state: "done" }],
    });
  });

  test("in a pause nothing is due, and the day it ends is said when it is known", () => {
    const rests = (to: string | null) => ({ ...one, pauses: [{ from: "2026-03-09", to }] });
    const paused = todayOf({ ...nothing, plans: [rests("2026-03-12")], day: DAY });
    expect(paused).toMatchObject({ state: "paused", changesOn: "2026-03-13", exercises: [], next: null });
    expect(todayOf({ ...nothing, plans: [rests(null)], day: DAY })).toMatchObject({ state: "paused", changesOn: null });
    expect(todayOf({ ...nothing, plans: [rests("2026-03-12")], day: "2026-03-13" }).state).toBe("due");
    // Another plan goes on.
    expect(todayOf({ ...nothing, plans: [rests(null), one], day: DAY }).state).toBe("due");
  });

  test("what is done as needed is never due, and each time is written down as the next", () => {
    const items = [line({ schedule: { kind: "as-needed" } })];
    const plan = planned([{ effectiveOn: "2026-03-02", items }]);
    const { asNeeded, exercises } = todayOf({ ...nothing, plans: [plan], day: DAY });
    expect(exercises).toEqual([]);
    expect(asNeeded).toMatchObject([{ itemId: "item-1", href: `/session/item-1?day=${DAY}&occasion=1` }]);
    const again = todayOf({ ...nothing, plans: [plan], day: DAY, logs: [log(), log({ id: "log-2", occasion: 2 })] });
    expect(again.asNeeded[0]?.href).toBe(`/session/item-1?day=${DAY}&occasion=3`);
    expect(again.exercises.map(({ state }) => state)).toEqual(["done", "done"]);
    expect(todayOf({ ...nothing, plans: [{ ...plan, pauses: [{ from: DAY, to: null }] }], day: DAY }).asNeeded).toEqual(
      [],
    );
  });

  test("a plan whose phases have run out has ended", () => {
    const plan = planned([{ effectiveOn: "2026-03-02", items: [line({ phaseEndsOn: "2026-03-08" })] }]);
    expect(todayOf({ ...nothing, plans: [plan], day: "2026-03-08" }).state).toBe("due");
    expect(todayOf({ ...nothing, plans: [plan], day: "2026-03-09" })).toMatchObject({
      state: "ended",
      changesOn: "2026-03-08",
    });
  });

  test("another plan that runs decides over one that ended", () => {
    const over = planned([{ effectiveOn: "2026-03-02", items: [line()] }], { endsOn: "2026-03-05" });
    const other = planned([{ effectiveOn: "2026-03-02", items: [line({ id: "item-2", key: "key-2" })] }]);
    expect(todayOf({ ...nothing, plans: [over, other], day: DAY })).toMatchObject({
      state: "due",
      exercises: [{ key: "key-2" }],
    });
  });
});

describe("lines of a plan", () => {
  const changed = planned([
    {
      effectiveOn: "2026-03-02",
      items: [line(), line({ id: "once-1", key: "once", schedule: { kind: "once", day: 1 } })],
    },
    {
      effectiveOn: "2026-03-09",
      items: [line({ id: "item-2" }), line({ id: "once-2", key: "once", schedule: { kind: "once", day: 1 } })],
    },
  ]);

  test("stand as they were on their day", () => {
    expect(lineOn(changed, "key-1", "2026-03-08")?.id).toBe("item-1");
    expect(lineOn(changed, "key-1", "2026-03-09")?.id).toBe("item-2");
    expect(lineOn(changed, "key-1", "2026-03-01")).toBeUndefined();
  });

  test("what waits is logged as it stands today", () => {
    expect(loggableLine(changed, "key-1", "2026-03-08", DAY)?.id).toBe("item-1");
    expect(loggableLine(changed, "once", "2026-03-02", DAY)?.id).toBe("once-2");
    const later = "2026-04-20";
    expect(lineDayProblem(changed, line({ key: "once" }), "2026-03-02", later)).toBeNull();
    expect(lineDayProblem(changed, line(), "2026-03-02", later)).toMatch(/14 days/);
  });
});

test("articles are given on their day, each once, the newest first", () => {
  const article = (key: string, day: number) =>
    line({ id: `${key}-item`, key, kind: "article", dose: null, schedule: { kind: "once", day } });
  const plan = planned([{ effectiveOn: "2026-03-02", items: [article("a", 1), article("b", 3), article("c", 20)] }]);
  expect(givenArticles([plan], DAY).map(({ line: { key }, dueOn }) => [key, dueOn])).toEqual([
    ["b", "2026-03-04"],
    ["a", "2026-03-02"],
  ]);
  expect(givenArticles([plan], "2026-03-01")).toEqual([]);
});

test("the past holds what was due and what was done besides", () => {
  const dated = (changes: Partial<TodayLog>) => ({ ...log(changes), title: "Wall sit" });
  const logs = [
    dated({ id: "first", dueOn: "2026-03-09" }),
    dated({ id: "second", dueOn: "2026-03-09", correctsId: "first" }),
    dated({ id: "extra", dueOn: "2026-03-08", occasion: 2 }),
  ];
  const days = historyDays([one], logs, { from: "2026-03-08", to: DAY, today: DAY });
  expect(days.map(({ day, entries }) => [day, entries.map((entry) => entry.log?.id ?? null)])).toEqual([
    [DAY, [null]],
    ["2026-03-09", ["second"]],
    ["2026-03-08", [null, "extra"]],
  ]);
  expect(days[1]?.entries[0]?.earlier.map((earlier) => earlier.id)).toEqual(["first"]);
});

describe("words", () => {
  test.each([
    [0, ""],
    [1, "About 1 minute"],
    [25, "About 25 minutes"],
    [60, "About 1 hour"],
    [130, "About 2 hours 10 minutes"],
  ])("%i minutes", (minutes, words) => expect(aboutMinutes(minutes)).toBe(words));

  test("tell what remains and what was done", () => {
    const due = todayOf({ ...nothing, plans: [one], day: DAY });
    expect(remainingInWords(due)).toBe("1 exercise. About 3 minutes.");
    const states = ["done", "done", "partly", "skipped"] as const;
    const [exercise] = due.exercises;
    const exercises = states.flatMap((state) => (exercise ? [{ ...exercise, state }] : []));
    expect(doneInWords({ exercises, done: [] })).toBe("You did 2 exercises, did part of 1 and left out 1.");
    expect(doneInWords({ exercises: exercises.slice(3), done: [] })).toBe("You left out 1 exercise.");
    expect(remainingInWords({ ...due, exercises })).toBe("");
    expect([1, 2, 7].map(occasionInWords)).toEqual(["First time", "Second time", "7th time"]);
  });
});
