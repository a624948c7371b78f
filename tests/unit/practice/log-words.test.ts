import { describe, expect, test } from "vitest";
import { amountsFor, measuresOf, newValues } from "@/components/practice/measure-values";
import { calendarDayOf, formatInstant } from "@/lib/core/calendar";
import { painAdvice } from "@/lib/practice/pain-advice";
import { instantAt } from "@/lib/practice/performed-at";
import { amountInWords, feelingInWords, resultInWords } from "@/lib/practice/result-words";

const nothing = { skipReason: null, setsDone: null, repetitionsDone: null, holdSecondsDone: null, loadKg: null };

describe("results in words", () => {
  test.each([
    [{ setsDone: 3, repetitionsDone: 10 }, "3 sets of 10 repetitions"],
    [{ setsDone: 1, holdSecondsDone: 60 }, "1 set, hold 1 minute"],
    [{ repetitionsDone: 1, loadKg: 2.5 }, "1 repetition, with 2.5 kg"],
    [{ setsDone: 0, repetitionsDone: 4 }, "0 sets of 4 repetitions"],
    [{}, ""],
  ])("%o", (changes, words) => expect(amountInWords({ ...nothing, outcome: "done", ...changes })).toBe(words));

  test("what was not answered is not nought", () => {
    expect(feelingInWords({ painNrs: 0, effortRpe: null })).toBe("Pain 0 of 10, effort not answered");
    expect(resultInWords({ ...nothing, outcome: "skipped", skipReason: "no-time" })).toBe("Not done: no time today");
    expect(resultInWords({ ...nothing, outcome: "done" })).toBe("Done");
  });
});

describe("advice after pain", () => {
  test.each([
    [null, 0, false],
    [4, 4, false],
    [5, 4, true],
    [0, 0, false],
    [10, 10, false],
  ])("pain %s with a limit of %i", (painNrs, painCeiling, isGiven) => {
    expect(painAdvice({ painNrs, painCeiling }) !== null).toBe(isGiven);
  });
});

describe("instantAt", () => {
  test.each([
    ["2026-03-10", "07:30", "Europe/London", "2026-03-10T07:30:00.000Z"],
    ["2026-07-10", "00:00", "Europe/London", "2026-07-09T23:00:00.000Z"],
    ["2026-03-29", "02:30", "Europe/London", "2026-03-29T01:30:00.000Z"],
    ["2026-03-10", "23:59", "Pacific/Chatham", "2026-03-10T10:14:00.000Z"],
    ["2026-03-10", "12:00", "America/St_Johns", "2026-03-10T14:30:00.000Z"],
  ])("%s %s in %s", (day, time, zone, instant) => {
    expect(instantAt(day, time, zone).toISOString()).toBe(instant);
    expect([calendarDayOf(new Date(instant), zone), formatInstant(new Date(instant), zone).slice(-5)]).toEqual([
      day,
      time,
    ]);
  });

  test("in the hour the clocks skip it is still that day", () => {
    expect(calendarDayOf(instantAt("2026-03-29", "01:30", "Europe/London"), "Europe/London")).toBe("2026-03-29");
  });
});

describe("the form's values", () => {
  const dose = {
    sets: 3,
    repetitions: null,
    holdSeconds: 20,
    restSeconds: 0,
    loadKg: null,
    tempo: null,
    side: "none",
  } as const;

  test("begin with the plan's amounts and nobody's feelings", () => {
    expect(newValues(dose)).toMatchObject({
      outcome: null,
      setsDone: "3",
      holdSecondsDone: "20",
      painNrs: null,
      effortRpe: null,
    });
  });

  test("leave open how much a part was, and keep what was typed", () => {
    const values = newValues(dose);
    expect(amountsFor("partly", values, dose)).toEqual({
      setsDone: "",
      holdSecondsDone: "",
      repetitionsDone: "",
      loadKg: "",
    });
    expect(amountsFor("partly", { ...values, setsDone: "1" }, dose)).not.toHaveProperty("setsDone");
    expect(amountsFor("done", { ...values, setsDone: "", holdSecondsDone: "15" }, dose)).toMatchObject({
      setsDone: "3",
    });
    expect(amountsFor("skipped", values, dose)).toEqual({});
  });

  test("are sent with null for what was not answered, and 0 for nought", () => {
    const values = { ...newValues(dose), outcome: "done", setsDone: " ", painNrs: "0", effortRpe: "" };
    expect(measuresOf(values)).toMatchObject({
      setsDone: null,
      holdSecondsDone: 20,
      painNrs: 0,
      effortRpe: null,
      skipReason: null,
    });
    expect(
      measuresOf({ ...values, outcome: "skipped", skipReason: "away", effortRpe: "4", painNrs: "6" }),
    ).toMatchObject({
      skipReason: "away",
      setsDone: null,
      holdSecondsDone: null,
      effortRpe: null,
      painNrs: 6,
    });
  });
});
