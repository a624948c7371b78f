import { describe, expect, test } from "vitest";
import { isSameNamed, isSamePart, standingRecords, whyNotCompared } from "@/lib/questionnaires/response-record";
import { nextItemId, reviewParts } from "@/lib/questionnaires/review";
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
  const states = part?.items.map(({ id, state, label }) => [id, state, label]);
  expect(states?.slice(0, 3)).toEqual([
    ["pain-first-steps", "answered", "None"],
    ["pain-ten-minutes-out", "not-reached", null],
    ["pain-kerb", "declined", null],
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
  expect(named[0]?.items[0]).toMatchObject({ text: "Climb the stairs", label: "4 of 10" });
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
    expect(whyNotCompared(part, now, { ...now, names: { "activity-first": "Run" } })).toContain("Other activities");
    expect(whyNotCompared(part, now, { ...now, instrument })).toContain("asked in another way");
  });
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
