import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boxAt, type Drag, type DragStep, dragged, IDLE, placeAmong, scrollBy } from "@/components/plans/line-drag";

const run = (...steps: DragStep[]) => steps.reduce<Drag>(dragged, IDLE);
const at = (x: number, y: number) => ({ x, y });
const press = (isMouse: boolean): DragStep => ({ do: "press", at: at(10, 10), isMouse });
const move = (x: number, y: number): DragStep => ({ do: "move", at: at(x, y) });

describe("a line", () => {
  test("is lifted by a mouse that moves, and not by one that only clicks", () => {
    expect(run(press(true), move(12, 11)).is).toBe("pressed");
    expect(run(press(true), move(14, 10))).toMatchObject({ is: "lifted", at: { x: 14, y: 10 } });
    expect(run(press(true), { do: "held" }).is).toBe("pressed");
  });

  test("is lifted by a finger that rests, trembling a little, and follows it then", () => {
    expect(run(press(false), move(13, 14), { do: "held" })).toMatchObject({ is: "lifted", isMouse: false });
    expect(run(press(false), { do: "held" }, move(10, 300))).toMatchObject({ is: "lifted", at: { y: 300 } });
  });

  test("is left alone by a finger that moves at once: it scrolls", () => {
    expect(run(press(false), move(10, 30), { do: "held" }, move(10, 200))).toEqual(IDLE);
  });

  test("is let go at the end, and moves nothing without having been pressed", () => {
    expect(run(press(true), move(90, 90), { do: "end" })).toEqual(IDLE);
    expect(run(move(90, 90), { do: "held" })).toEqual(IDLE);
  });
});

test("the page scrolls near its edges alone, faster the nearer", () => {
  const height = 844;
  expect(scrollBy(400, height)).toBe(0);
  expect(scrollBy(72, height)).toBe(0);
  expect(scrollBy(844 - 160, height)).toBe(0);
  expect(scrollBy(60, height)).toBeLessThan(0);
  expect(scrollBy(10, height)).toBeLessThan(scrollBy(60, height));
  expect(scrollBy(840, height)).toBeGreaterThan(scrollBy(700, height));
  fc.assert(
    fc.property(fc.integer({ min: -500, max: 1500 }), (y) => {
      expect(Math.abs(scrollBy(y, height))).toBeLessThanOrEqual(16);
    }),
  );
});

test("a place is before the row in whose upper half it is, and after the last at the end", () => {
  const rows = [
    { key: "a", top: 100, height: 100 },
    { key: "b", top: 210, height: 50 },
  ];
  expect([0, 149, 151, 234, 236, 900].map((y) => placeAmong(rows, y))).toEqual(["a", "a", "b", "b", "end", "end"]);
  expect(placeAmong([], 5)).toBe("end");
});

test("a point between two boxes is at the nearer, and beside them at none", () => {
  const boxes = [
    { name: "one", top: 0, bottom: 100, left: 0, right: 300 },
    { name: "two", top: 160, bottom: 300, left: 0, right: 300 },
  ];
  expect(boxAt(boxes, at(10, 110))?.name).toBe("one");
  expect(boxAt(boxes, at(10, 150))?.name).toBe("two");
  expect(boxAt(boxes, at(10, 900))?.name).toBe("two");
  expect(boxAt(boxes, at(400, 50))).toBeNull();
});
