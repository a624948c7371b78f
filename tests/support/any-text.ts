import fc from "fast-check";

const [FIRST_HALF, HALVES, LAST] = [0xd800, 0x800, 0x10ffff];

/**
 * One character of Unicode, whatever it is, and no half of a pair. The same as fast-check's `unit: "binary"`, which first lists all
 * 1.1 million of them to know what it may make a text shorter with.
 */
const anyCharacter = fc.integer({ min: 0, max: LAST - HALVES }).map(
  (number) => String.fromCodePoint(number < FIRST_HALF ? number : number + HALVES),
  (character) => {
    const point = typeof character === "string" ? character.codePointAt(0) : undefined;
    if (point === undefined || String.fromCodePoint(point) !== character) throw new Error("it is not one character");
    return point < FIRST_HALF ? point : point - HALVES;
  },
);

/** Any text at all; what breaks programs, such as the names of what every object has, comes more often than by chance. */
export const anyText = (bounds: { minLength?: number; maxLength?: number } = {}): fc.Arbitrary<string> =>
  fc.string({ ...bounds, unit: anyCharacter });
