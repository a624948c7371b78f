import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CHANGEOVER_SECONDS,
  DEFAULT_REPETITION_SECONDS,
  doseChanges,
  doseInWords,
  durationInWords,
  estimateMinutes,
  estimateSeconds,
  scheduleInWords,
} from "@/lib/plans/dosage";
import type { Dose, Schedule } from "@/lib/plans/schemas";
import { anyDose } from "./drafts";
import { anySchedule, weekly } from "./timelines";

const dose = (over: Partial<Dose> = {}): Dose => ({
  sets: 3,
  repetitions: 10,
  holdSeconds: null,
  restSeconds: 30,
  loadKg: null,
  tempo: null,
  side: "none",
  ...over,
});
const hold = (over: Partial<Dose> = {}) => dose({ repetitions: null, holdSeconds: 30, ...over });

describe("doseInWords", () => {
  it.each([
    [dose({ holdSeconds: 5 }), "3 sets of 10 repetitions, hold 5 seconds, rest 30 seconds"],
    [dose(), "3 sets of 10 repetitions, rest 30 seconds"],
    [dose({ sets: 1, repetitions: 1, restSeconds: 0 }), "1 set of 1 repetition"],
    [dose({ sets: 1 }), "1 set of 10 repetitions"],
    [dose({ sets: 1, side: "both" }), "1 set of 10 repetitions on each side, rest 30 seconds"],
    [dose({ side: "left", restSeconds: 0 }), "3 sets of 10 repetitions on the left side"],
    [dose({ side: "right", restSeconds: 0 }), "3 sets of 10 repetitions on the right side"],
    [dose({ side: "alternating", restSeconds: 0 }), "3 sets of 10 repetitions swapping sides each time"],
    [dose({ loadKg: 2.5, restSeconds: 90 }), "3 sets of 10 repetitions, with 2.5 kg, rest 90 seconds"],
    [dose({ bandColour: "green", restSeconds: 0 }), "3 sets of 10 repetitions, with a green band"],
    [dose({ loadKg: 2, bandColour: "red", restSeconds: 0 }), "3 sets of 10 repetitions, with 2 kg and a red band"],
    [dose({ bandColour: null, restSeconds: 0 }), "3 sets of 10 repetitions"],
    [dose({ loadKg: 0, restSeconds: 0 }), "3 sets of 10 repetitions"],
    [
      dose({ tempo: "3-1-2", restSeconds: 0 }),
      "3 sets of 10 repetitions, lower for 3, pause for 1, lift for 2 seconds",
    ],
    [dose({ tempo: "3-0-1", restSeconds: 0 }), "3 sets of 10 repetitions, lower for 3, lift for 1 second"],
    [hold(), "3 holds of 30 seconds, rest 30 seconds"],
    [hold({ sets: 1, holdSeconds: 60 }), "1 hold of 1 minute"],
    [hold({ sets: 2, side: "both", restSeconds: 0 }), "2 holds of 30 seconds on each side"],
  ])("%#: %j", (given, words) => expect(doseInWords(given)).toBe(words));
});

describe("durationInWords", () => {
  it.each([
    [0, "0 seconds"],
    [1, "1 second"],
    [59, "59 seconds"],
    [60, "1 minute"],
    [61, "61 seconds"],
    [90, "90 seconds"],
    [91, "1 minute 31 seconds"],
    [120, "2 minutes"],
    [121, "2 minutes 1 second"],
    [600, "10 minutes"],
  ])("%i s is %s", (seconds, words) => expect(durationInWords(seconds)).toBe(words));
});

describe("scheduleInWords", () => {
  it.each<[Schedule, string]>([
    [{ kind: "once", day: 1 }, "Once, at the start"],
    [{ kind: "once", day: 8 }, "Once, on day 8"],
    [{ kind: "every-weeks", weeks: 1 }, "Every week"],
    [{ kind: "every-weeks", weeks: 4 }, "Every 4 weeks"],
    [weekly([1, 2, 3, 4, 5, 6, 7]), "Every day"],
    [weekly([1, 2, 3, 4, 5, 6, 7], 2), "Every day, twice a day"],
    [weekly([1, 2, 3, 4, 5], 3), "Monday to Friday, 3 times a day"],
    [weekly([5, 1, 3]), "Monday, Wednesday and Friday"],
    [weekly([6, 7]), "Saturday and Sunday"],
    [weekly([2]), "Tuesday"],
    [{ kind: "every-days", days: 1, timesPerDay: 1 }, "Every day"],
    [{ kind: "every-days", days: 3, timesPerDay: 2 }, "Every 3 days, twice a day"],
    [{ kind: "every-days", days: 7, timesPerDay: 1, windowDays: 3 }, "Every 7 days, open for 3 days"],
    [{ kind: "at-end" }, "At the end of the plan"],
    [{ kind: "at-end", windowDays: 14 }, "At the end of the plan, open for 14 days"],
    [{ kind: "as-needed" }, "As needed"],
    [{ kind: "once", day: 1, windowDays: 7 }, "Once, at the start, open for 7 days"],
    [{ kind: "once", day: 8, windowDays: 1 }, "Once, on day 8, open for 1 day"],
    [{ kind: "every-weeks", weeks: 4, windowDays: 7 }, "Every 4 weeks, open for 7 days"],
    [{ kind: "every-weeks", weeks: 4, windowDays: null }, "Every 4 weeks"],
  ])("%j: %s", (schedule, words) => expect(scheduleInWords(schedule)).toBe(words));
});

describe("estimateSeconds", () => {
  it.each([
    ["a repetition takes 3 s when no tempo is given", dose({ restSeconds: 0 }), 3 * 10 * 3],
    ["rest comes between sets, not after the last", dose(), 3 * 10 * 3 + 2 * 30],
    ["each repetition is held", dose({ holdSeconds: 5 }), 3 * 10 * (3 + 5) + 2 * 30],
    ["a tempo takes the place of the 3 s", dose({ tempo: "3-1-2", restSeconds: 0 }), 3 * 10 * 6],
    ["a tempo of nothing does not", dose({ tempo: "0-0-0", restSeconds: 0 }), 3 * 10 * 3],
    ["a hold alone is held once a set", hold(), 3 * 30 + 2 * 30],
    ["both sides double the sets and the rests between them", dose({ side: "both" }), 6 * 30 + 5 * 30],
    ["one side, or swapping sides, does not", dose({ side: "alternating" }), 3 * 30 + 2 * 30],
    ["a single set has no rest", dose({ sets: 1 }), 30],
  ])("%s", (_, given, seconds) => expect(estimateSeconds(given)).toBe(seconds));

  it("never says that more work takes less time", () => {
    const raise = fc.constantFrom<(given: Dose) => Dose>(
      (given) => ({ ...given, sets: given.sets + 1 }),
      (given) => ({ ...given, repetitions: given.repetitions === null ? null : given.repetitions + 1 }),
      (given) => ({ ...given, holdSeconds: given.holdSeconds === null ? null : given.holdSeconds + 1 }),
      (given) => ({ ...given, restSeconds: given.restSeconds + 1 }),
      (given) => ({ ...given, side: "both" }),
    );
    fc.assert(
      fc.property(anyDose, raise, (given, more) => {
        expect(estimateSeconds(given)).toBeGreaterThan(0);
        expect(estimateSeconds(more(given))).toBeGreaterThanOrEqual(estimateSeconds(given));
      }),
    );
  });
});

describe("estimateMinutes", () => {
  it("adds the changes from one exercise to the next and rounds up", () => {
    expect(estimateMinutes([])).toBe(0);
    expect(estimateMinutes([dose({ sets: 1, repetitions: 1 })])).toBe(
      Math.ceil((DEFAULT_REPETITION_SECONDS + CHANGEOVER_SECONDS) / 60),
    );
    expect(estimateMinutes([dose(), hold()])).toBe(Math.ceil((150 + 150 + 2 * CHANGEOVER_SECONDS) / 60));
  });
});

describe("doseChanges", () => {
  it.each<[Partial<Dose>, Partial<Dose>, string[]]>([
    [{}, {}, []],
    [{}, { sets: 4 }, ["4 sets (was 3)"]],
    [{}, { sets: 1, repetitions: 12 }, ["1 set (was 3)", "12 repetitions (was 10)"]],
    [{}, { repetitions: null, holdSeconds: 45 }, ["no repetitions (was 10)", "hold 45 seconds (was none)"]],
    [{ restSeconds: 0 }, { restSeconds: 60 }, ["rest 1 minute (was none)"]],
    [{}, { restSeconds: 0 }, ["no rest (was 30 seconds)"]],
    [{ loadKg: 2.5 }, { loadKg: 4 }, ["4 kg (was 2.5 kg)"]],
    [{ loadKg: 2.5 }, { loadKg: null }, ["no load (was 2.5 kg)"]],
    [{}, { bandColour: "green" }, ["green band (was none)"]],
    [{ bandColour: "red" }, { bandColour: "blue" }, ["blue band (was red band)"]],
    [{ bandColour: "red" }, { bandColour: null }, ["no band (was red band)"]],
    [{ bandColour: null }, {}, []],
    [{}, { tempo: "3-1-2" }, ["tempo 3-1-2 (was none)"]],
    [{}, { side: "both" }, ["on each side (was none)"]],
    [{ side: "left" }, { side: "none" }, ["no side (was on the left side)"]],
  ])("%j to %j", (before, after, words) => expect(doseChanges(dose(before), dose(after))).toEqual(words));

  it("is empty exactly when the doses are the same", () => {
    fc.assert(
      fc.property(anyDose, anyDose, (before, after) => {
        expect(doseChanges(before, { ...before })).toEqual([]);
        const same = JSON.stringify(before) === JSON.stringify(after);
        expect(doseChanges(before, after).length === 0).toBe(same);
      }),
    );
  });
});

describe("words of any dose and schedule", () => {
  it("hold no null, no undefined and no doubled or trailing comma", () => {
    fc.assert(
      fc.property(anyDose, anySchedule, (given, schedule) => {
        for (const words of [doseInWords(given), scheduleInWords(schedule)]) {
          expect(words).not.toMatch(/null|undefined|NaN|, ,|,$|\s{2}|^$/);
        }
      }),
    );
  });
});
