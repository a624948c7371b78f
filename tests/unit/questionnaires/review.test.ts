import { join } from "node:path";
import { expect, test } from "vitest";
import { loadContent } from "@/lib/jobs/content/load-content";
import { samePart, standingRecords } from "@/lib/questionnaires/response-record";
import { minutesLeft, nextItemId, reviewParts } from "@/lib/questionnaires/review";

const [instrument] = loadContent(join(import.meta.dirname, "../../..")).instruments;
if (!instrument) throw new Error("no instrument is shipped");
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
  expect(reviewed).toMatchObject({ answered: count, isScored, consequence });
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

test.each([
  [6, 24, 24, 6],
  [6, 12, 24, 3],
  [6, 13, 24, 4],
  [6, 1, 24, 1],
])("%i minutes with %i of %i to go are %i", (minutes, left, count, expected) => {
  expect(minutesLeft(minutes, left, count)).toBe(expected);
});

test("parts are held against each other when they ask the same items on the same scale, in any order", () => {
  const [pain] = instrument.subscales;
  if (!pain) throw new Error("no part");
  const withPain = (items: typeof pain.items) => ({ ...instrument, subscales: [{ ...pain, items }] });
  expect(samePart(pain, instrument, withPain([...pain.items].reverse()))).not.toBeNull();
  expect(samePart(pain, instrument, withPain(pain.items.slice(1)))).toBeNull();
  const [option] = instrument.scale.options;
  const options = [...instrument.scale.options, { value: 5, label: option?.label ?? "" }];
  expect(samePart(pain, instrument, { ...instrument, scale: { kind: "likert", options } })).toBeNull();
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
