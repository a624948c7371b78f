import { describe, expect, test } from "vitest";
import { segmentIndex } from "@/lib/movement/body";
import { chainView } from "@/lib/movement/chain";
import { chainFigure } from "@/lib/movement/chain-poses";
import { CHAIN_PARTS, CHAIN_WORDS } from "@/lib/movement/chain-words";
import { stopsOf } from "@/lib/movement/motion";
import { figureFaults } from "@/lib/movement/soundness";
import { CHAINS, VIEWS } from "@/lib/movement/vocabulary";

describe.each(CHAINS)("the chain of %s", (kind) => {
  const view = chainView(kind);

  test("has words and a drawing for each place of the slider", () => {
    expect(view.bands).toHaveLength(view.steps);
    for (const band of view.bands) {
      const words = CHAIN_WORDS[kind][band];
      for (const part of CHAIN_PARTS) expect(words?.[part].length).toBeGreaterThan(20);
    }
    expect(view.bands[view.start]).toBe("none");
    for (const picture of [view.front, view.side]) {
      const moving = picture.shapes.filter(({ frames }) => frames !== null);
      expect(moving.length).toBeGreaterThan(8);
      for (const { frames } of moving) expect(frames).toHaveLength(view.steps);
      for (const { at } of picture.marks) expect(at).toHaveLength(view.steps);
    }
  });

  test("goes through every story that is told in words", () => {
    expect(new Set(view.bands)).toEqual(new Set(Object.keys(CHAIN_WORDS[kind])));
  });

  test.each(VIEWS)("is a sound body throughout, seen from the %s", (from) => {
    expect(figureFaults(chainFigure(kind, from))).toEqual([]);
  });
});

const stopsFor = (kind: (typeof CHAINS)[number]) => stopsOf(chainFigure(kind, "front"));
/** How deep the low back hollows, and how far the hips tip forwards: both in degrees of the chain's own drawing. */
const hollow = ({ placed }: ReturnType<typeof stopsFor>[number]) => {
  const [hips, ribs] = [placed.frames[0], placed.frames[segmentIndex("ribs")]];
  return hips && ribs ? Math.atan2(hips.up[0], hips.up[1]) - Math.atan2(ribs.up[0], ribs.up[1]) : 0;
};

test("as the knees go in, they come closer together than the feet, the pelvis tips and the hollow deepens", () => {
  const stops = stopsFor("knee-angle");
  const [inwards, middle] = [stops[0], stops[4]];
  if (!inwards || !middle) throw new Error("the chain has no such places");
  const apart = (stop: typeof inwards, part: "Shank" | "Foot") =>
    (stop.placed.joints[segmentIndex(`right${part}`)]?.[2] ?? 0) -
    (stop.placed.joints[segmentIndex(`left${part}`)]?.[2] ?? 0);
  expect(apart(inwards, "Shank")).toBeLessThan(apart(inwards, "Foot"));
  expect(apart(inwards, "Shank")).toBeLessThan(apart(middle, "Shank"));
  expect(inwards.placed.frames[0]?.up[0]).toBeGreaterThan(middle.placed.frames[0]?.up[0] ?? 1);
  expect(hollow(inwards)).toBeGreaterThan(hollow(middle));
});

test("as the knee grows unsteady, the stance widens, the pelvis is uneven and the hollow deepens", () => {
  const stops = stopsFor("knee-stability");
  const [steady, unsteady] = [stops[0], stops.at(-1)];
  if (!steady || !unsteady) throw new Error("the chain has no such places");
  const stance = ({ placed }: typeof steady) =>
    (placed.joints[segmentIndex("rightFoot")]?.[2] ?? 0) - (placed.joints[segmentIndex("leftFoot")]?.[2] ?? 0);
  const uneven = ({ placed }: typeof steady) => Math.abs(placed.frames[0]?.right[1] ?? 0);
  expect(stance(unsteady)).toBeGreaterThan(stance(steady));
  expect(uneven(unsteady)).toBeGreaterThan(uneven(steady) + 0.05);
  expect(hollow(unsteady)).toBeGreaterThan(hollow(steady));
});
