import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysSummary, practiceSince, summarise } from "@/lib/progress/summary";
import { course, instrument, keptRaw, line, log, on, plan, response, START, shippedAs, version } from "./courses";

const days = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => on(from + index));

describe("days of practice", () => {
  test("before the plan there are none", () => {
    expect(daysSummary(course({ plans: [] }))).toMatchObject({ days: [], planned: 0, sentence: null });
    expect(daysSummary(course({ today: on(0) }))).toMatchObject({ days: [], planned: 0, sentence: null });
  });

  test("the first day is open until it is over", () => {
    const summary = daysSummary(course({ today: on(1) }));
    expect(summary).toMatchObject({ planned: 0, practised: 0, sentence: null });
    expect(summary.days).toHaveLength(7);
  });

  test("partly counts as practised, skipped and silent as planned", () => {
    const logs = [log(on(1)), log(on(2), { outcome: "partly" }), log(on(3), { outcome: "skipped" })];
    expect(daysSummary(course({ today: on(5), logs }))).toMatchObject({
      planned: 4,
      practised: 2,
      sentence: "You practised on 2 of 4 planned days.",
    });
  });

  test("rest days are no planned days", () => {
    const schedule = { kind: "weekly" as const, weekdays: [1 as const], timesPerDay: 1 };
    const plans = [plan([version(1, START, [line({ key: "bridge", schedule })])])];
    expect(daysSummary(course({ plans, today: on(7), logs: [log(on(1))] })).sentence).toBe(
      "You practised on 1 of 1 planned day.",
    );
  });

  test("a long course shows its last twelve weeks and says so", () => {
    const summary = daysSummary(course({ today: on(140), logs: [log(on(139))] }));
    expect(summary.days).toHaveLength(84);
    expect(summary.sentence).toBe("You practised on 1 of 83 planned days in the last 12 weeks.");
  });

  test("however it went, practised never passes planned, and neither passes the days gone by", () => {
    const outcome = fc.constantFrom("done" as const, "partly" as const, "skipped" as const);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), outcome)),
        fc.integer({ min: 1, max: 60 }),
        (told, last) => {
          const logs = told.map(([day, result]) => log(on(day), { outcome: result }));
          const summary = daysSummary(course({ today: on(last), logs }));
          expect(summary.practised).toBeLessThanOrEqual(summary.planned);
          expect(summary.planned).toBeLessThanOrEqual(last);
          expect(summary.days.every(({ day }) => day >= START)).toBe(true);
        },
      ),
    );
  });
});

test("practice is counted from a day to today, over a change of plan", () => {
  const logs = days(1, 10).map((day) => log(day));
  expect(practiceSince(course({ today: on(10), logs }), on(4))).toMatchObject({ prescribed: 7, done: 7, share: 1 });
  expect(practiceSince(course({ today: on(10), logs }), on(11)).share).toBeNull();
});

describe("is it working", () => {
  const pain = (from: number, to: number, painNrs: number) => days(from, to).map((day) => log(day, { painNrs }));

  test("one answer is too early to say", () => {
    const summary = summarise(course({ today: on(2), responses: [response(START, { pain: 40 })], logs: [log(START)] }));
    expect(summary.answer).toEqual({
      verdict: "too-early",
      sentence:
        "It is too early to say: there is nothing yet to compare with the start; 100% of the exercises were done.",
    });
  });

  test("pain is compared between the first and the latest week with three answers", () => {
    const summary = summarise(
      course({ today: on(23), logs: [...pain(1, 7, 6), ...pain(8, 10, 3), ...pain(15, 16, 9)] }),
    );
    expect(summary.pain.change).toEqual({ first: 6, latest: 3, firstOn: on(1), latestOn: on(8) });
    expect(summary.pain.sentence).toBe(
      "Pain averaged 3 of 10 in the week from 10 Mar 2025. In the week from 3 Mar 2025 it was 6.",
    );
    expect(summary.answer.verdict).toBe("better");
  });

  test("the same pain is said to be the same", () => {
    const summary = summarise(course({ today: on(14), logs: [...pain(1, 3, 4), ...pain(8, 10, 4)] }));
    expect(summary.pain.sentence).toBe(
      "Pain averaged 4 of 10 in the week from 10 Mar 2025, the same as in the week from 3 Mar 2025.",
    );
    expect(summary.answer.verdict).toBe("same");
  });

  test("several questionnaires are answered for in one sentence, and what is worse is in it", () => {
    const activities = shippedAs("three-activities");
    const rate = (day: number, raw: number) =>
      response(
        on(day),
        {},
        { instrumentVersionId: activities.versionId, scores: [keptRaw("activities", raw, [0, 10])] },
      );
    const index = (day: number, value: number) => response(on(day), { pain: value, stiffness: value, function: value });
    const summary = summarise(
      course({
        today: on(30),
        instruments: [instrument(), activities],
        responses: [rate(1, 6), rate(29, 3), index(1, 60), index(29, 40)],
      }),
    );
    expect(summary.answer.verdict).toBe("mixed");
    expect(summary.answer.sentence).toContain("index is better, and three activities are worse");
  });

  test("logs without one pain answer draw no picture of pain", () => {
    expect(summarise(course({ logs: [log(on(1)), log(on(9))] })).pain).toMatchObject({ weeks: [], sentence: null });
  });
});
