import { describe, expect, test } from "vitest";
import { questionCount, reachedCount } from "@/lib/questionnaires/asked-questions";
import { isSameNamed, isSamePart, whyNotCompared } from "@/lib/questionnaires/comparable";
import { earlierRecords, standingRecords } from "@/lib/questionnaires/response-record";
import { type GivenAnswers, nextItemId, reviewParts } from "@/lib/questionnaires/review";
import { scoredParts } from "@/lib/questionnaires/scored-parts";
import { licensed, shipped } from "@/tests/support/instruments";

const instrument = shipped("knee-and-hip-index");
const idsOf = (part: string) => instrument.subscales.find(({ id }) => id === part)?.items.map(({ id }) => id) ?? [];
const given = (ids: readonly string[], value: number | null) => Object.fromEntries(ids.map((id) => [id, { value }]));

test.each([
  ["pain", 5, true, null],
  ["pain", 4, true, "Pain can still be scored. The gap counts as the average of your other answers."],
  [
    "pain",
    3,
    false,
    "Pain needs 4 of 5 answers to be scored. You have given 3, so there will be no score for this part.",
  ],
  ["stiffness", 1, true, "Stiffness can still be scored. The gap counts as the average of your other answers."],
  [
    "stiffness",
    0,
    false,
    "Stiffness needs 1 of 2 answers to be scored. You have given 0, so there will be no score for this part.",
  ],
  ["function", 14, true, "Daily life can still be scored. The 3 gaps count as the average of your other answers."],
  [
    "function",
    13,
    false,
    "Daily life needs 14 of 17 answers to be scored. You have given 13, so there will be no score for this part.",
  ],
] as const)("%s with %i answers", (part, count, isScored, consequence) => {
  const reviewed = reviewParts(instrument, given(idsOf(part).slice(0, count), 0)).find(({ id }) => id === part);
  expect(reviewed).toMatchObject({
    answered: count,
    isScored,
    consequences: consequence === null ? [] : [consequence],
  });
});

test("an answer, a refusal and a question not reached are three things; a refusal counts as missing", () => {
  const [part] = reviewParts(instrument, { ...given(["pain-first-steps"], 0), ...given(["pain-kerb"], null) });
  const states = part?.items.map(({ id, state, labels }) => [id, state, labels]);
  expect(states?.slice(0, 3)).toEqual([
    ["pain-first-steps", "answered", ["None"]],
    ["pain-ten-minutes-out", "not-reached", []],
    ["pain-kerb", "declined", []],
  ]);
  expect(part?.answered).toBe(1);
});

test("a part without a score has no gaps that matter, and an activity goes by the name it was given", () => {
  const diary = reviewParts(shipped("giving-way-diary"), {});
  expect(diary.map(({ id, isScored, consequences }) => [id, isScored, consequences.length])).toEqual([
    ["days", false, 1],
    ["doing", true, 0],
    ["unsure", false, 1],
  ]);
  const named = reviewParts(shipped("three-activities"), { "activity-first": { value: 4, named: "Climb the stairs" } });
  expect(named[0]?.items[0]).toMatchObject({ text: "Climb the stairs", labels: ["4 of 10"] });
});

test("a list to tick is one question, answered as a whole, with everything ticked or the words for nothing", () => {
  const diary = shipped("giving-way-diary");
  const [, list] = diary.subscales;
  const ids = list?.items.map(({ id }) => id) ?? [];
  const reviewed = (answers: GivenAnswers) => reviewParts(diary, answers)[1];
  const whole = (value: number | null) => Object.fromEntries(ids.map((id) => [id, { value }]));
  expect(reviewed({})).toMatchObject({ answered: 0, items: [{ number: 2, text: list?.stem, state: "not-reached" }] });
  expect(reviewed(whole(null))).toMatchObject({ answered: 0, items: [{ state: "declined", labels: [] }] });
  expect(reviewed(whole(0))).toMatchObject({ answered: 1, items: [{ labels: ["My knee did not give way"] }] });
  expect(reviewed({ ...whole(0), "doing-flat": { value: 1 }, "doing-sport": { value: 1 } })?.items).toMatchObject([
    { id: ids[0], state: "answered", labels: ["Walking on level ground", "Running, jumping or sport"] },
  ]);
  expect(reviewParts(diary, {})[2]?.items.map(({ number }) => number)).toEqual([3]);
  expect(reviewParts(diary, {})[0]?.consequences).toEqual([
    "Days with giving way needs an answer to be scored. Without one there will be no score for this part.",
  ]);
});

test.each([
  ["giving-way-diary", 3],
  ["knee-and-hip-index", 24],
  ["three-activities", 3],
  ["safety-screen-knee-and-back", 26],
] as const)("%s asks %i questions", (slug, count) => expect(questionCount(shipped(slug))).toBe(count));

test("a list counts as reached when all of it is", () => {
  const diary = shipped("giving-way-diary");
  const ids = diary.subscales[1]?.items.map(({ id }) => id) ?? [];
  const reached = (given: readonly string[]) => reachedCount(diary, (id) => given.includes(id));
  expect(reached([])).toBe(0);
  expect(reached(ids.slice(1))).toBe(0);
  expect(reached(ids)).toBe(1);
  expect(reached([...ids, "unsure-of-knee"])).toBe(2);
});

test("questions are numbered through all parts", () => {
  const numbers = reviewParts(instrument, {}).flatMap(({ items }) => items.map(({ number }) => number));
  expect(numbers).toEqual(Array.from({ length: 24 }, (_, index) => index + 1));
});

test("resuming begins at the first question neither answered nor refused", () => {
  expect(nextItemId(instrument, {})).toBe("pain-first-steps");
  expect(nextItemId(instrument, given(["pain-first-steps"], null))).toBe("pain-ten-minutes-out");
  const everything = instrument.subscales.flatMap(({ id }) => idsOf(id));
  expect(nextItemId(instrument, given(everything, 1))).toBeNull();
});

describe("parts are held against each other", () => {
  const [pain] = scoredParts(instrument);
  if (!pain) throw new Error("no part");
  const [subscale] = instrument.subscales;
  if (!subscale) throw new Error("no subscale");
  const withPain = (over: Partial<typeof subscale>) => ({ ...instrument, subscales: [{ ...subscale, ...over }] });
  const scale = { kind: "nrs" as const, least: 0, most: 4, lowLabel: "None", highLabel: "Most" };

  test.each([
    ["when they ask the same items in another order", withPain({ items: [...subscale.items].reverse() }), true],
    [
      "whatever the words",
      withPain({ title: "Soreness", items: subscale.items.map((i) => ({ ...i, text: "?" })) }),
      true,
    ],
    ["but not without one of the items", withPain({ items: subscale.items.slice(1) }), false],
    ["nor on another scale of the same length", withPain({ scale }), false],
    ["nor scored in another way", withPain({ formula: "mean" }), false],
    ["nor shown on another range", { ...instrument, shown: "raw" as const }, false],
    ["nor turned round", { ...instrument, direction: "higher-is-better" as const }, false],
  ])("%s", (_name, other, isSame) => expect(isSamePart(pain, instrument, other)).toBe(isSame));

  test("nor by another published rule", () => {
    const koos = licensed("koos", "2012");
    const [part] = scoredParts(koos);
    if (!part) throw new Error("no part");
    expect(isSamePart(part, koos, licensed("koos", "2012"))).toBe(true);
    expect(isSamePart(part, koos, licensed("koos", "1998"))).toBe(false);
  });

  test("and activities only with the same activities, in any order and however they are spaced or capitalised", () => {
    const ids = ["a", "b"];
    expect(isSameNamed(ids, { a: "Climb stairs", b: "Swim" }, { a: "swim ", b: "climb  stairs" })).toBe(true);
    expect(isSameNamed(ids, { a: "Climb stairs", b: "Swim" }, { a: "Climb stairs", b: "Cycle" })).toBe(false);
    expect(isSameNamed(ids, { a: "Climb stairs", b: "Swim" }, { a: "Climb stairs" })).toBe(false);
    expect(isSameNamed(ids, {}, {})).toBe(true);
    expect(isSameNamed(["a"], { a: "Swim", c: "Run" }, { a: "Swim", c: "Hop" })).toBe(true);
  });

  test("and it is said why not", () => {
    const activities = shipped("three-activities");
    const [part] = scoredParts(activities);
    if (!part) throw new Error("no part");
    const now = { instrument: activities, names: { "activity-first": "Swim" } };
    expect(whyNotCompared(part, now, now)).toBeNull();
    expect(whyNotCompared(part, now, { ...now, names: { "activity-first": "Run" } })).toBe("other-activities");
    expect(whyNotCompared(part, now, { ...now, instrument })).toBe("asked-otherwise");
  });
});

test("what came before leaves out everything of the same chain of corrections, and what was replaced", () => {
  const one = (id: string, correctsId: string | null = null, instrumentId = "index") => ({
    id,
    correctsId,
    instrumentId,
  });
  // In order of the day they speak of: a correction has the day of what it replaced.
  const records = [
    one("a"),
    one("a2", "a"),
    one("other", null, "diary"),
    one("b"),
    one("b2", "b"),
    one("b3", "b2"),
    one("c"),
  ];
  const before = (id: string) => {
    const record = records.find((candidate) => candidate.id === id);
    return record ? earlierRecords(records, record).map((found) => found.id) : null;
  };
  expect(before("a")).toEqual([]);
  expect(before("a2")).toEqual([]);
  for (const id of ["b", "b2", "b3"]) expect(before(id)).toEqual(["a2"]);
  expect(before("c")).toEqual(["a2", "b3"]);
});

test("of a chain of corrections the last stands", () => {
  const records = [
    { id: "1", correctsId: null },
    { id: "2", correctsId: "1" },
    { id: "3", correctsId: "2" },
    { id: "4", correctsId: null },
  ];
  expect(standingRecords(records).map(({ id }) => id)).toEqual(["3", "4"]);
});
