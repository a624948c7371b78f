import { describe, expect, test } from "vitest";
import { responseDetails } from "@/lib/questionnaires/response-detail";
import { evenAnswers, licensed, shipped } from "@/tests/support/instruments";
import { record } from "./records";

const index = shipped("knee-and-hip-index");
const at = <T>(found: readonly T[], place: number): T => {
  const one = found[place];
  if (one === undefined) throw new Error(`nothing at ${place}`);
  return one;
};

describe("each response against the one before", () => {
  const first = record(index, evenAnswers(index, { pain: 3, stiffness: 2 }));
  const second = record(index, evenAnswers(index, { pain: 1, stiffness: 3, function: 2 }), { week: 4 });
  const [latest, earliest] = responseDetails([first, second]);

  test("the newest comes first, and the first has nothing before it", () => {
    expect([latest?.responseId, earliest?.responseId]).toEqual([second.id, first.id]);
    expect(earliest).toMatchObject({ previousOn: null, missing: 17, count: 24, minutesTaken: 5 });
    expect(latest).toMatchObject({ previousOn: "2025-03-03", missing: 0 });
  });

  test("every item has its value, its words and its change, the way answers run", () => {
    const item = at(latest?.parts ?? [], 0).items[0];
    expect(item).toMatchObject({ value: 1, previous: 3, change: -2 });
    expect(item?.label).toBe(index.scale.kind === "likert" ? index.scale.options[1]?.label : "");
    expect(latest?.itemDirection).toBe("lower-is-better");
    const unanswered = at(earliest?.parts ?? [], 2).items[0];
    expect(unanswered).toMatchObject({ value: null, label: null, gap: "not-reached", previous: null, change: null });
    expect(item?.gap).toBeNull();
    const [declined] = responseDetails([{ ...first, declined: [at(index.subscales, 2).items[0]?.id ?? ""] }]);
    expect(
      at(declined?.parts ?? [], 2)
        .items.map(({ gap }) => gap)
        .slice(0, 2),
    ).toEqual(["declined", "not-reached"]);
    expect(at(latest?.parts ?? [], 2).items[0]).toMatchObject({ value: 2, previous: null, change: null });
  });

  test("scores have what they were, the total too, and figures of others without a verdict", () => {
    expect(latest?.scores.map(({ id, shown, previous, isTotal }) => [id, shown, previous, isTotal])).toEqual([
      ["pain", 25, 75, false],
      ["stiffness", 75, 50, false],
      ["function", 50, null, false],
      ["total", expect.closeTo(46.875, 9), null, true],
    ]);
    const lines = latest?.scores.flatMap(({ references }) => references) ?? [];
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.every((line) => line.startsWith("Reference from the licensed instrument"))).toBe(true);
  });

  test("another questionnaire, or a corrected one, is not the one before", () => {
    const slip = record(index, evenAnswers(index, { pain: 4 }), { week: 1 });
    const right = record(index, evenAnswers(index, { pain: 2 }), {
      week: 1,
      correctsId: slip.id,
      correctionReason: "A slip",
    });
    const other = record(shipped("single-number-function"), { "function-today": 50 }, { week: 2 });
    const next = record(index, evenAnswers(index, { pain: 1 }), { week: 3 });
    const details = responseDetails([first, slip, right, other, next]);
    expect(details.map(({ responseId, previousOn }) => [responseId, previousOn])).toEqual([
      [next.id, right.answeredOn],
      [other.id, null],
      [right.id, first.answeredOn],
      [slip.id, first.answeredOn],
      [first.id, null],
    ]);
    expect(details[0]?.scores[0]?.previous).toBe(50);
    expect(details[2]).toMatchObject({ correctionReason: "A slip", isCorrected: false });
    expect(details[3]?.isCorrected).toBe(true);
  });
});

describe("how it came", () => {
  const answers = evenAnswers(index, { pain: 1 });
  const paper = record(index, answers, { source: "paper", answeredOn: "2025-02-20" });
  const context = {
    enteredBy: new Map([[paper.id, "Priya Raman"]]),
    reviewed: new Map([[paper.id, { on: "2025-03-04", by: "Priya Raman", note: "Rang her" }]]),
  };

  test("paper has who entered it and no time taken; the day is that of the answers", () => {
    expect(responseDetails([paper], context)[0]).toMatchObject({
      source: "paper",
      enteredBy: "Priya Raman",
      minutesTaken: null,
      answeredOn: "2025-02-20",
      submittedOn: "2025-03-03",
      reviewed: { by: "Priya Raman", note: "Rang her" },
    });
  });

  test("what the patient sent is entered by nobody else, and not seen until it is", () => {
    const sent = record(index, answers);
    const known = { ...context, enteredBy: new Map([[sent.id, "Pat"]]) };
    expect(responseDetails([sent], known)[0]).toMatchObject({ enteredBy: null, reviewed: null, minutesTaken: 5 });
  });
});

test("activities are compared with the same activity, wherever it stood, and with no other", () => {
  const activities = shipped("three-activities");
  const first = record(
    activities,
    { "activity-first": 2, "activity-second": 3, "activity-third": 4 },
    {
      names: { "activity-first": "Swim", "activity-second": "Climb stairs", "activity-third": "Run" },
    },
  );
  const second = record(
    activities,
    { "activity-first": 5, "activity-second": 6, "activity-third": 7 },
    {
      names: { "activity-first": "climb stairs", "activity-second": "Swim", "activity-third": "Dance" },
      week: 4,
    },
  );
  const [detail] = responseDetails([first, second]);
  expect(detail?.parts[0]?.items.map((item) => [item.text, item.previous, item.change, item.newness])).toEqual([
    ["climb stairs", 3, 2, null],
    ["Swim", 2, 4, null],
    ["Dance", null, null, "new"],
  ]);
  expect(detail?.scores[0]).toMatchObject({ previous: null, whyNot: "other-activities" });
  const [third] = responseDetails([first, second, { ...first, id: "third", answeredOn: "2025-05-05" }]);
  expect(third?.parts[0]?.items.map(({ text, newness }) => [text, newness])).toEqual([
    ["Swim", null],
    ["Climb stairs", null],
    ["Run", "not-last-time"],
  ]);
  expect(detail?.itemDirection).toBe("higher-is-better");
});

test("answers without a score change, and are neither better nor worse; flags come most urgent first", () => {
  const diary = shipped("giving-way-diary");
  const [detail] = responseDetails([record(diary, evenAnswers(diary, { days: 4, doing: 1, unsure: 1 }))]);
  expect(detail?.parts.map(({ id, isScored }) => [id, isScored])).toEqual([
    ["days", true],
    ["doing", false],
    ["unsure", true],
  ]);
  expect(detail?.flags).toEqual([{ level: "same-day", reason: "The knee gave way on two or more of the last 7 days" }]);
});

test("a licensed instrument's change since the last time is held against its own figures", () => {
  const lefs = licensed("lefs");
  const records = [2, 3].map((value, index) => record(lefs, evenAnswers(lefs, { items: value }), { week: 4 * index }));
  const [detail] = responseDetails(records);
  expect(detail?.scores[0]).toMatchObject({ id: "total", shown: 60, previous: 40, least: 0, most: 80, isTotal: false });
  expect(detail?.scores[0]?.references.join(" ")).toMatch(
    /at least what people usually notice|larger than normal variation/,
  );
  expect(detail?.licence).toBe("Test licence 1");
});

test("room for an activity nobody named is not missing", () => {
  const psfs = licensed("psfs");
  const names = { "items-1": "Swim", "items-2": "Run", "items-3": "Dance" };
  const [detail] = responseDetails([record(psfs, { "items-1": 1, "items-2": 2, "items-3": 3 }, { names })]);
  expect(detail).toMatchObject({ count: 3, missing: 0 });
});
