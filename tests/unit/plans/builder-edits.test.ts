import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addLine,
  canJoin,
  copyLines,
  duplicateLine,
  isJoined,
  keysBetween,
  lineKeys,
  moveLine,
  placeLine,
  placeOfLine,
  removeLines,
  roomIn,
  toggleJoined,
  withSoundSupersets,
} from "@/lib/plans/builder-edits";
import { type DraftInput, MOST_LINES_OF_PHASE, MOST_LINES_OF_PLAN } from "@/lib/plans/schemas";
import { anyKey, anyText, exercise, reading, text, told } from "./builder-text";

const newKeys = () => {
  let next = 0;
  return () => {
    next += 1;
    return `new ${next}`;
  };
};
const joined = (key: string) => exercise(key, { supersetKey: "turn" });
const sorted = (body: DraftInput) => lineKeys(body).sort();

/** Lines of one superset stand together, in one phase, are exercises and are two at least. */
function expectSound(body: DraftInput) {
  const groups = new Map<string, string[]>();
  for (const { key, items } of body.phases) {
    for (const [at, line] of items.entries()) {
      if (!line.supersetKey) continue;
      expect(line.kind).toBe("exercise");
      groups.set(line.supersetKey, [...(groups.get(line.supersetKey) ?? []), `${key}/${at}`]);
    }
  }
  for (const places of groups.values()) {
    expect(places.length).toBeGreaterThan(1);
    const [phase, first] = places[0]?.split("/") ?? [];
    expect(places).toEqual(places.map((_, index) => `${phase}/${Number(first) + index}`));
  }
}

describe("moving a line", () => {
  const body = text([exercise("a"), joined("b"), joined("c"), reading("d")], [exercise("e")]);

  it.each<[string, 1 | -1, string[]]>([
    ["a", 1, ["b+c a d", "e"]],
    ["a", -1, ["a b+c d", "e"]],
    ["d", -1, ["a d b+c", "e"]],
    ["d", 1, ["a b+c", "d e"]],
    ["e", -1, ["a b+c d e", ""]],
    ["e", 1, ["a b+c d", "e"]],
    ["b", 1, ["a c+b d", "e"]],
    ["b", -1, ["b a c d", "e"]],
    ["not there", 1, ["a b+c d", "e"]],
  ])("%s by %i", (key, by, after) => expect(told(moveLine(body, key, by))).toEqual(after));

  it.each<[string, number, string | null, string[]]>([
    ["a", 0, "c", ["b+a+c d", "e"]],
    ["d", 0, "c", ["a b+c d", "e"]],
    ["e", 0, "a", ["e a b+c d", ""]],
    ["c", 1, null, ["a b d", "e c"]],
    ["a", 0, null, ["b+c d a", "e"]],
    ["a", 0, "a", ["a b+c d", "e"]],
    ["a", 7, null, ["a b+c d", "e"]],
  ])("%s to phase %i before %s", (key, phase, before, after) =>
    expect(told(placeLine(body, key, { phaseKey: `phase ${phase}`, before }))).toEqual(after),
  );

  it("loses and doubles none, and keeps supersets whole", () => {
    const by = fc.constantFrom<1 | -1>(1, -1);
    fc.assert(
      fc.property(anyText, anyKey, by, anyKey, fc.nat(2), (given, key, step, before, phase) => {
        const start = withSoundSupersets(given);
        for (const after of [
          moveLine(start, key, step),
          placeLine(start, key, { phaseKey: `phase ${phase}`, before }),
          placeLine(start, key, { phaseKey: `phase ${phase}`, before: null }),
        ]) {
          expect(sorted(after)).toEqual(sorted(start));
          expectSound(after);
        }
      }),
    );
  });

  it("goes down through the whole plan and up again to where it was, when nothing is in turn", () => {
    fc.assert(
      fc.property(anyText, anyKey, (given, key) => {
        const start: DraftInput = {
          ...given,
          phases: given.phases.map((phase) => ({
            ...phase,
            items: phase.items.map((line) => ({ ...line, supersetKey: null })),
          })),
        };
        const down = moveLine(start, key, 1);
        expect(told(down === start ? start : moveLine(down, key, -1))).toEqual(told(start));
      }),
    );
  });
});

describe("lines more and lines less", () => {
  const body = text([joined("a"), joined("b"), reading("c")], [exercise("d")]);

  it("a duplicate stands after its line, or its superset, with a key of its own", () => {
    expect(told(duplicateLine(body, "c", "new"))).toEqual(["a+b c new", "d"]);
    expect(told(duplicateLine(body, "a", "new"))).toEqual(["a+b new c", "d"]);
    expect(duplicateLine(body, "gone", "new")).toBe(body);
  });

  it("copies keep their order and are in turn again, apart from the first", () => {
    const after = copyLines(body, new Set(["b", "a", "c"]), "phase 1", newKeys());
    expect(told(after)).toEqual(["a+b c", "d new 2+new 3 new 4"]);
    expect(new Set(after.phases.flatMap(({ items }) => items.map((line) => line.supersetKey)))).toEqual(
      new Set(["turn", "new 1", null]),
    );
    expect(copyLines(body, new Set(["gone"]), "phase 1", newKeys())).toBe(body);
  });

  it("half of a superset taken out leaves the other done alone", () => {
    expect(told(removeLines(body, new Set(["a"])))).toEqual(["b c", "d"]);
    expect(removeLines(body, new Set(["a"])).phases[0]?.items[0]?.supersetKey).toBeNull();
  });

  it("stops at what a phase and a plan hold", () => {
    const full = text(
      Array.from({ length: MOST_LINES_OF_PHASE }, (_, at) => exercise(`${at}`)),
      [exercise("more")],
    );
    expect(roomIn(full, 0)).toBe(0);
    expect(addLine(full, 0, exercise("new"))).toBe(full);
    expect(duplicateLine(full, "3", "new")).toBe(full);
    expect(copyLines(full, new Set(["more"]), "phase 0", newKeys())).toBe(full);
    expect(placeLine(full, "more", { phaseKey: "phase 0", before: null })).toBe(full);
    expect(moveLine(full, "more", -1)).toBe(full);
    const half = Array.from({ length: MOST_LINES_OF_PLAN / 3 }, (_, at) => at);
    const whole = text(
      half.map((at) => exercise(`a${at}`)),
      half.map((at) => exercise(`b${at}`)),
      half.map((at) => exercise(`c${at}`)),
    );
    expect(roomIn(whole, 1)).toBe(0);
    expect(addLine(whole, 1, exercise("new"))).toBe(whole);
    expect(lineKeys(placeLine(whole, "a1", { phaseKey: "phase 1", before: null }))).toHaveLength(MOST_LINES_OF_PLAN);
  });

  it("never loses or doubles a line that was not named", () => {
    fc.assert(
      fc.property(anyText, fc.uniqueArray(anyKey), anyKey, (given, named, key) => {
        const start = withSoundSupersets(given);
        const keys = new Set(named);
        const kept = sorted(start).filter((one) => !keys.has(one));
        expect(sorted(removeLines(start, keys))).toEqual(kept);
        const copied = copyLines(start, keys, "phase 0", newKeys());
        const count = lineKeys(start).filter((one) => keys.has(one)).length;
        expect(lineKeys(copied)).toHaveLength(lineKeys(start).length + count);
        expect(new Set(lineKeys(copied)).size).toBe(lineKeys(copied).length);
        const doubled = duplicateLine(start, key, "new");
        expect(sorted(doubled)).toEqual([...sorted(start), ...(placeOfLine(start, key) ? ["new"] : [])].sort());
        for (const after of [removeLines(start, keys), copied, doubled]) expectSound(after);
      }),
    );
  });
});

describe("doing lines in turn", () => {
  const body = text([exercise("a"), exercise("b"), exercise("c"), reading("d"), exercise("e")]);
  const newKey = newKeys();
  const join = (given: DraftInput, ...keys: string[]) =>
    keys.reduce((before, key) => toggleJoined(before, key, newKey), given);

  it("joins a line to the one above and lets it go again", () => {
    expect(told(join(body, "b"))).toEqual(["a+b c d e"]);
    expect(told(join(body, "b", "c"))).toEqual(["a+b+c d e"]);
    expect(told(join(body, "c", "b"))).toEqual(["a+b+c d e"]);
    expect(told(join(body, "b", "b"))).toEqual(told(body));
    expect(told(join(body, "b", "c", "c"))).toEqual(["a+b c d e"]);
    expect(told(join(body, "b", "c", "b"))).toEqual(["a b+c d e"]);
  });

  it("is for two exercises that follow one another", () => {
    const lines = body.phases[0]?.items ?? [];
    expect(lines.map((_, at) => canJoin(lines, at))).toEqual([false, true, true, false, false]);
    expect(toggleJoined(body, "a", newKeys())).toBe(body);
    expect(toggleJoined(body, "e", newKeys())).toBe(body);
    const after = join(body, "b").phases[0]?.items ?? [];
    expect(after.map((_, at) => isJoined(after, at))).toEqual([false, true, false, false, false]);
  });

  it("is for one phase: of a superset in two, the lines of the first stay, and all of the second are done alone", () => {
    const apart = text([joined("a"), joined("b")], [joined("c"), joined("d"), joined("e")]);
    expect(told(withSoundSupersets(apart))).toEqual(["a+b", "c d e"]);
    const split = text([joined("a"), joined("b"), exercise("c"), joined("d"), joined("e"), joined("f")]);
    expect(told(withSoundSupersets(split))).toEqual(["a+b c d e f"]);
    const behindReading = text([{ ...reading("a"), supersetKey: "turn" }, joined("b"), joined("c")]);
    expect(told(withSoundSupersets(behindReading))).toEqual(["a b+c"]);
  });

  it("stays sound, and changes no order", () => {
    fc.assert(
      fc.property(anyText, fc.array(anyKey, { maxLength: 6 }), (given, keys) => {
        const newKey = newKeys();
        const start = withSoundSupersets(given);
        const after = keys.reduce((before, key) => toggleJoined(before, key, newKey), start);
        expect(lineKeys(after)).toEqual(lineKeys(given));
        expectSound(start);
        expectSound(after);
        expect(withSoundSupersets(after)).toBe(after);
      }),
    );
  });
});

it("a range has both its ends, whichever was first, and only lines that are there", () => {
  const body = text([exercise("a"), exercise("b")], [exercise("c"), exercise("d")]);
  expect(keysBetween(body, "b", "d")).toEqual(["b", "c", "d"]);
  expect(keysBetween(body, "d", "b")).toEqual(["b", "c", "d"]);
  expect(keysBetween(body, "a", "a")).toEqual(["a"]);
  expect(keysBetween(body, "gone", "c")).toEqual(["c"]);
});
