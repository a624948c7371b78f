import { expect, test } from "vitest";
import { byFirstDay, phaseDatesInWords, phaseLengthInWords } from "@/lib/plans/phase-words";

test.each([
  [{ startsOn: "2026-03-02", endsOn: "2026-03-29" }, false, "2 Mar 2026 to 29 Mar 2026"],
  [{ startsOn: "2026-03-30", endsOn: null }, true, "From 30 Mar 2026"],
  [{ startsOn: "2026-03-30", endsOn: null }, false, "From 30 Mar 2026, until its criteria are met"],
  [{ startsOn: null, endsOn: null }, true, "Waits for the phase before it"],
])("the days of a phase: %j", (dates, isLast, words) => expect(phaseDatesInWords(dates, isLast)).toBe(words));

test.each([
  [1, false, "1 week"],
  [4, true, "4 weeks"],
  [null, true, "no end"],
  [null, false, "until its criteria are met"],
])("a length of %j weeks", (weeks, isLast, words) => expect(phaseLengthInWords(weeks, isLast)).toBe(words));

test("those that wait come last, in their order", () => {
  const phases = [null, "2026-03-30", null, "2026-03-02"].map((startsOn, at) => ({ startsOn, at }));
  expect(phases.sort(byFirstDay).map(({ at }) => at)).toEqual([3, 1, 0, 2]);
});
