import { describe, expect, test } from "vitest";
import { flareUps, latestNotes, storyOf } from "@/lib/progress/story";
import { course, instrument, keptRaw, log, on, response, shippedAs } from "./courses";

describe("flare-ups", () => {
  const of = (...told: [number, number | null][]) =>
    flareUps(course({ logs: told.map(([day, painNrs]) => log(on(day), { painNrs })) }));

  test("pain at the ceiling is none; above it is one; silence is none", () => {
    expect(of([1, 5], [2, null])).toEqual([]);
    expect(of([1, 6])).toEqual([{ from: on(1), to: on(1), days: 1, worst: 6, exercises: ["bridge"] }]);
  });

  test("days up to three apart are one flare-up, four apart are two", () => {
    expect(of([1, 6], [4, 8], [4, 7])).toEqual([{ from: on(1), to: on(4), days: 2, worst: 8, exercises: ["bridge"] }]);
    expect(of([1, 6], [5, 8]).map(({ from }) => from)).toEqual([on(1), on(5)]);
  });

  test("a corrected slip is none", () => {
    const slip = log(on(1), { painNrs: 9 });
    expect(flareUps(course({ logs: [slip, log(on(1), { painNrs: 2, correctsId: slip.id })] }))).toEqual([]);
  });
});

test("the story is told newest first, on the patient's own calendar", () => {
  const slip = log(on(3), { painNrs: 9 });
  const events = storyOf(
    course({
      timeZone: "Pacific/Auckland",
      logs: [
        slip,
        log(on(3), {
          painNrs: 7,
          correctsId: slip.id,
          correctionReason: "I typed 9",
          // In Auckland this is the day after.
          receivedAt: new Date(`${on(4)}T12:00:00Z`),
        }),
      ],
      responses: [response(on(2), { pain: 40, stiffness: null, function: 60.5 })],
      readings: [{ itemKey: "article", dueOn: on(1), title: "Knees", readAt: new Date(`${on(1)}T08:00:00Z`) }],
    }),
  );
  expect(events.map(({ day, kind, title, lines }) => [day, kind, title, ...lines])).toEqual([
    [on(5), "correction", "Corrected a log: bridge", "I typed 9"],
    [on(3), "flare-up", "Pain up to 7 of 10, above the ceiling", "On 1 day: bridge"],
    [on(2), "answers", "Index answered", "Pain 40, Stiffness not scored, Daily life 61 of 100 (lower is better)"],
    [on(1), "reading", "Read: Knees"],
    [on(1), "plan", "Plan began: Plan"],
  ]);
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
});

describe("answers in the story", () => {
  const linesOf = (...sent: Parameters<typeof response>) =>
    storyOf(
      course({
        instruments: [shippedAs("giving-way-diary"), shippedAs("overall-change"), instrument()],
        plans: [],
        responses: [response(...sent)],
      }),
    ).map(({ title, lines }) => [title, ...lines]);

  test("each range has its line, and what must be acted on comes first", () => {
    const scores = [keptRaw("days", 3, [0, 7]), keptRaw("unsure", 4, [0, 10])];
    const over = { instrumentVersionId: "giving-way-diary", scores, flags: ["gave-way-repeatedly"] };
    expect(linesOf(on(1), {}, over)).toEqual([
      [
        "Giving-way diary answered",
        "The knee gave way on two or more of the last 7 days",
        "Days with giving way 3 of 7 (lower is better)",
        "How unsure you felt 4 of 10 (lower is better)",
      ],
    ]);
  });

  test("an answer with words is told in its words", () => {
    const over = { instrumentVersionId: "overall-change", scores: [keptRaw("change", -1, [-3, 3])] };
    expect(linesOf(on(1), {}, over)).toEqual([["Overall change answered", "Overall change: A bit worse"]]);
  });

  test("paper and past results say so, on the day they speak of", () => {
    const scores = { pain: 40, stiffness: 40, function: 40 };
    expect(linesOf(on(1), scores, { source: "paper" })[0]?.[0]).toBe("Index answered on paper");
    expect(linesOf(on(1), scores, { source: "import" })[0]?.[0]).toBe("Index answered before (brought in)");
    const late = response(on(9), scores, { answeredOn: on(2) });
    expect(storyOf(course({ plans: [], responses: [late] }))[0]?.day).toBe(on(2));
  });
});

test("notes are the patient's latest, and a corrected one is the corrected one", () => {
  const slip = log(on(1), { note: "firts" });
  const logs = [
    slip,
    log(on(1), { note: "first", correctsId: slip.id }),
    log(on(2)),
    log(on(3), { note: "third", painNrs: 4 }),
    log(on(4), { note: "fourth" }),
  ];
  expect(latestNotes(course({ logs }), 2).map(({ text, painNrs }) => [text, painNrs])).toEqual([
    ["fourth", null],
    ["third", 4],
  ]);
  expect(latestNotes(course({ logs }), 9).map(({ text }) => text)).toEqual(["fourth", "third", "first"]);
});
