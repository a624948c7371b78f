import { expect, test } from "vitest";
import { labelOf, planOfLine, tellApart } from "@/lib/practice/telling-apart";

const plan = (planId: string, title: string, ids: string[]) => ({
  planId,
  startsOn: "2026-03-02",
  versions: [{ title, items: ids.map((id) => ({ id })) }],
});
const names = planOfLine([
  plan("k", "My knee", ["squat-k", "bridge-k", "bridge-k2"]),
  plan("b", "My back", ["bridge-b"]),
]);
const apart = (lines: { itemId: string; title: string }[]) =>
  tellApart(lines, ({ itemId }) => names.get(itemId)).map(labelOf);

test("only what several plans have under one title is given the name of its plan", () => {
  const [squat, bridge] = [
    { itemId: "squat-k", title: "Squat" },
    { itemId: "bridge-k", title: "Bridge" },
  ];
  expect(apart([squat, bridge, { itemId: "bridge-b", title: "Bridge" }])).toEqual([
    "Squat",
    "Bridge (My knee)",
    "Bridge (My back)",
  ]);
  expect(apart([squat, bridge])).toEqual(["Squat", "Bridge"]);
});

test("the same twice in one plan, and a line of a plan nobody knows any more, stay as they are", () => {
  const twice = [
    { itemId: "bridge-k", title: "Bridge" },
    { itemId: "bridge-k2", title: "Bridge" },
  ];
  expect(apart(twice)).toEqual(["Bridge", "Bridge"]);
  expect(
    apart([
      { itemId: "gone", title: "Bridge" },
      { itemId: "bridge-b", title: "Bridge" },
    ]),
  ).toEqual(["Bridge", "Bridge (My back)"]);
});
