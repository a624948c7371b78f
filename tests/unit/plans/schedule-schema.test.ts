import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draftItemSchema, type Schedule, scheduleSchema } from "@/lib/plans/schemas";
import { anyDose } from "./drafts";
import { anySchedule, weekly } from "./timelines";

const messages = (result: { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
  result.error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];

describe("a schedule that is stored", () => {
  it.each<Schedule>([{ kind: "once", day: 1 }, { kind: "every-weeks", weeks: 4 }, weekly([1, 3, 5], 2)])(
    "of before there were windows is read as it is: %j",
    (schedule) => expect(scheduleSchema.parse(schedule)).toEqual(schedule),
  );

  it("of any kind is read as it is", () => {
    fc.assert(
      fc.property(anySchedule, (schedule) => {
        const isOverlong =
          (schedule.kind === "every-days" && (schedule.windowDays ?? 0) > schedule.days) ||
          (schedule.kind === "every-weeks" && (schedule.windowDays ?? 0) > 7 * schedule.weeks);
        fc.pre(!isOverlong);
        expect(scheduleSchema.parse(schedule)).toEqual(schedule);
      }),
    );
  });
});

describe("a schedule that cannot be", () => {
  it.each<[unknown, string[]]>([
    [{ kind: "once", day: 0 }, ["day: Day 1 or later."]],
    [{ kind: "once", day: 731 }, ["day: Day 730 at the latest."]],
    [{ kind: "once", day: Number.NaN }, ["day: Enter a day, counted from the first day of the phase."]],
    [{ kind: "once", day: 1, windowDays: 0 }, ["windowDays: At least 1."]],
    [{ kind: "once", day: 1, windowDays: 366 }, ["windowDays: At most 365 days."]],
    [{ kind: "once", day: 1, windowDays: 1.5 }, ["windowDays: Whole days only."]],
    [{ kind: "once", day: 1, windowDays: Number.NaN }, ["windowDays: Enter a number of days."]],
    [{ kind: "every-days", days: 0, timesPerDay: 1 }, ["days: At least 1."]],
    [{ kind: "every-days", days: 61, timesPerDay: 1 }, ["days: At most 60 days."]],
    [{ kind: "every-days", days: 3, timesPerDay: 13 }, ["timesPerDay: At most 12 times."]],
    [
      { kind: "every-days", days: 3, timesPerDay: 1, windowDays: 4 },
      ["windowDays: The next one comes before this closes. Open it for fewer days."],
    ],
    [
      { kind: "every-weeks", weeks: 2, windowDays: 15 },
      ["windowDays: The next one comes before this closes. Open it for fewer days."],
    ],
    [{ kind: "every-weeks", weeks: 53 }, ["weeks: At most 52 weeks."]],
    [{ kind: "weekly", weekdays: [], timesPerDay: 1 }, ["weekdays: Choose at least one day of the week."]],
  ])("%j", (schedule, expected) => expect(messages(scheduleSchema.safeParse(schedule))).toEqual(expected));

  it.each([
    { kind: "as-needed", timesPerDay: 1 },
    { kind: "weekly", weekdays: [1], timesPerDay: 1, windowDays: 3 },
    { kind: "at-end", day: 1 },
    { kind: "sometimes" },
  ])("holds what is not its own: %j", (schedule) => expect(scheduleSchema.safeParse(schedule).success).toBe(false));
});

describe("a schedule that does not go with its item", () => {
  const line = (kind: "exercise" | "article" | "questionnaire", schedule: Schedule) => ({
    key: "00000000-0000-7000-8000-00000000abcd",
    kind,
    slug: "thing",
    dose: kind === "exercise" ? fc.sample(anyDose, { numRuns: 1, seed: 1 })[0] : null,
    schedule,
  });

  it.each([
    ["questionnaire", { kind: "as-needed" }, "schedule.kind: Only an exercise can be done as needed."],
    ["article", { kind: "as-needed" }, "schedule.kind: Only an exercise can be done as needed."],
    ["exercise", { kind: "at-end" }, "schedule.kind: Only a questionnaire can wait for the plan's end."],
    ["article", { kind: "at-end" }, "schedule.kind: Only a questionnaire can wait for the plan's end."],
    ["exercise", { kind: "once", day: 1, windowDays: 7 }, "schedule.windowDays: An exercise has no days it stays open"],
  ] as const)("%s %j", (kind, schedule, message) => {
    expect(messages(draftItemSchema.safeParse(line(kind, schedule)))).toEqual([expect.stringContaining(message)]);
  });

  it.each([
    ["exercise", { kind: "as-needed" }],
    ["exercise", { kind: "every-days", days: 2, timesPerDay: 3 }],
    ["exercise", { kind: "once", day: 1, windowDays: null }],
    ["article", { kind: "once", day: 1, windowDays: 14 }],
    ["questionnaire", { kind: "at-end", windowDays: 14 }],
    ["questionnaire", { kind: "every-weeks", weeks: 4, windowDays: 28 }],
  ] as const)("goes with it: %s %j", (kind, schedule) => {
    expect(messages(draftItemSchema.safeParse(line(kind, schedule)))).toEqual([]);
  });
});
