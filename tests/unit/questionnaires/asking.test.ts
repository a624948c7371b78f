import { describe, expect, test } from "vitest";
import { notReached, sectionIndexOf, sectionsOf, stepIndexOf } from "@/components/questionnaires/question-steps";
import { raisedFlags } from "@/components/questionnaires/raised-flags";
import { tickAnswers, tickStateOf } from "@/components/questionnaires/tick-list";
import { NOTHING_TYPED, typeDigit } from "@/components/questionnaires/typed-number";
import type { AskedInstrument } from "@/lib/questionnaires/instrument-schema";

const part = { meaning: "", stem: "", minimumAnswered: 1 };
const diary: Pick<AskedInstrument, "scale" | "subscales" | "flags"> = {
  scale: { kind: "nrs", least: 0, most: 10, lowLabel: "Sure", highLabel: "Unsure" },
  subscales: [
    {
      ...part,
      id: "days",
      title: "Days",
      items: [
        { id: "days-now", text: "This week?" },
        { id: "days-before", text: "Last week?" },
      ],
    },
    {
      ...part,
      id: "doing",
      title: "Doing",
      scale: { kind: "tick", none: "None of these" },
      items: [
        { id: "doing-stairs", text: "Stairs" },
        { id: "doing-turning", text: "Turning" },
        { id: "doing-rising", text: "Rising" },
      ],
    },
    { ...part, id: "unsure", title: "Unsure", items: [{ id: "unsure-now", text: "How unsure?" }] },
  ],
  flags: [
    { id: "low", itemId: "days-before", from: 1, level: "clinic", advice: "Tell us." },
    { id: "high", itemId: "days-now", from: 2, level: "emergency", advice: "Ring 999." },
  ],
};
const sections = sectionsOf(diary);
const steps = sections.flatMap((section) => section.steps);
const LIST = ["doing-stairs", "doing-turning", "doing-rising"];

describe("what is asked at once", () => {
  test("is one question on a phone, a list to tick as a whole, and a part on a desktop", () => {
    expect(steps.map(({ id }) => id)).toEqual(["days-now", "days-before", "doing-stairs", "unsure-now"]);
    expect(steps.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(steps.map(({ scale }) => scale.kind)).toEqual(["nrs", "nrs", "tick", "nrs"]);
    expect(sections.map((section) => section.steps.length)).toEqual([2, 1, 1]);
  });

  test.each([
    ["days-before", 1, 0],
    ["doing-rising", 2, 1],
    ["unsure-now", 3, 2],
    ["unknown", 0, 0],
  ])("%s is at step %i and in section %i", (itemId, step, section) => {
    expect(stepIndexOf(steps, itemId)).toBe(step);
    expect(sectionIndexOf(sections, itemId)).toBe(section);
  });

  test("a list is reached when all of it is", () => {
    const reached = new Set(["days-now", "doing-stairs", "doing-turning"]);
    const left = () => notReached(steps, (id) => reached.has(id)).map(({ id }) => id);
    expect(left()).toEqual(["days-before", "doing-stairs", "unsure-now"]);
    reached.add("doing-rising");
    expect(left()).toEqual(["days-before", "unsure-now"]);
  });
});

describe("a list to tick", () => {
  const afterwards = (
    given: Record<string, { value: number | null }>,
    ...choices: Parameters<typeof tickAnswers>[2][]
  ) => {
    const now = { ...given };
    for (const choice of choices) {
      for (const { itemId, value } of tickAnswers(LIST, now, choice)) now[itemId] = { value };
    }
    return now;
  };
  const values = (given: Record<string, { value: number | null }>) => LIST.map((id) => given[id]?.value);
  const tick = (itemId: string, isTicked = true) => ({ itemId, isTicked });

  test("has nothing chosen beforehand", () => {
    expect(tickStateOf(LIST, {})).toEqual({ ticked: new Set(), isNone: false, isDeclined: false });
  });

  test("one tick answers all of it", () => {
    expect(values(afterwards({}, tick("doing-turning")))).toEqual([0, 1, 0]);
  });

  test("a second tick changes one answer alone", () => {
    const first = afterwards({}, tick("doing-turning"));
    expect(tickAnswers(LIST, first, tick("doing-stairs"))).toEqual([{ itemId: "doing-stairs", value: 1 }]);
  });

  test("unticking back to nothing leaves noes, which say none of these", () => {
    const given = afterwards({}, tick("doing-turning"), tick("doing-turning", false));
    expect(values(given)).toEqual([0, 0, 0]);
    expect(tickStateOf(LIST, given)).toMatchObject({ isNone: true, isDeclined: false });
  });

  test("none of these and rather not answer are not the same", () => {
    expect(values(afterwards({}, tick("doing-rising"), "none"))).toEqual([0, 0, 0]);
    const declined = afterwards({}, tick("doing-rising"), "declined");
    expect(values(declined)).toEqual([null, null, null]);
    expect(tickStateOf(LIST, declined)).toEqual({ ticked: new Set(), isNone: false, isDeclined: true });
    expect(values(afterwards(declined, tick("doing-rising")))).toEqual([0, 0, 1]);
  });
});

describe("typing a number", () => {
  const type = (keys: readonly [key: string, at: number][], bounds = { least: 0, most: 10 }) => {
    let typed = NOTHING_TYPED;
    return keys.map(([key, at]) => {
      const pressed = typeDigit(typed, key, at, bounds);
      typed = pressed.typed;
      return pressed.value;
    });
  };

  test.each([
    ["one digit", [["7", 0]], [7]],
    [
      "1 and then 0 at once",
      [
        ["1", 0],
        ["0", 400],
      ],
      [1, 10],
    ],
    [
      "1 and then 0 after a while",
      [
        ["1", 0],
        ["0", 3000],
      ],
      [1, 0],
    ],
    [
      "digits that make too much",
      [
        ["4", 0],
        ["2", 100],
      ],
      [4, 2],
    ],
    [
      "10 and then another",
      [
        ["1", 0],
        ["0", 100],
        ["3", 200],
      ],
      [1, 10, 3],
    ],
    [
      "0 and then 5",
      [
        ["0", 0],
        ["5", 100],
      ],
      [0, 5],
    ],
    [
      "other keys between",
      [
        ["1", 0],
        ["Tab", 50],
        ["a", 60],
        ["0", 100],
      ],
      [1, null, null, 10],
    ],
  ] as [string, [string, number][], (number | null)[]][])("%s", (_, keys, chosen) => {
    expect(type(keys)).toEqual(chosen);
  });

  test("a digit that is too little alone waits for the next", () => {
    expect(
      type(
        [
          ["1", 0],
          ["5", 100],
        ],
        { least: 12, most: 20 },
      ),
    ).toEqual([null, 15]);
    expect(type([["9", 0]], { least: 0, most: 7 })).toEqual([null]);
  });
});

describe("answers that ask for something to be done", () => {
  const raised = (given: Record<string, { value: number | null }>) => raisedFlags(diary, given).map(({ id }) => id);

  test("most urgent first, from the very value on", () => {
    expect(raised({ "days-now": { value: 2 }, "days-before": { value: 1 } })).toEqual(["high", "low"]);
    expect(raised({ "days-now": { value: 1 }, "days-before": { value: 0 } })).toEqual([]);
  });

  test("silence raises nothing, and neither does an instrument without flags", () => {
    expect(raised({ "days-now": { value: null } })).toEqual([]);
    expect(raisedFlags({}, { "days-now": { value: 9 } })).toEqual([]);
  });
});
