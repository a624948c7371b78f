import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { begin, differences, type History, MOST_STEPS, record, redo, undo } from "@/lib/plans/builder-history";

type Text = { title: string; sets: number | null; lines: string[] };
const start: Text = { title: "Plan", sets: 3, lines: ["a", "b"] };
const steps = (history: History<Text>, ...texts: Text[]) => texts.reduce(record, history);

describe("the steps of a builder", () => {
  it("go back and on again", () => {
    const one = { ...start, lines: ["b", "a"] };
    const two = { ...one, lines: ["b"] };
    const history = steps(begin(start), one, two);
    const back = undo(history);
    expect(back.present).toEqual(one);
    expect(undo(back).present).toEqual(start);
    expect(redo(back).present).toEqual(two);
    expect(redo(redo(back)).present).toEqual(two);
  });

  it("are one for typing in one field, and another for the next field", () => {
    const typed = steps(
      begin(start),
      { ...start, title: "Plan f" },
      { ...start, title: "Plan fo" },
      { ...start, title: "Plan for Zoe" },
      { ...start, title: "Plan for Zoe", sets: 4 },
    );
    expect(typed.past).toHaveLength(2);
    expect(undo(typed).present.title).toBe("Plan for Zoe");
    expect(undo(undo(typed)).present).toEqual(start);
  });

  it("are none when what was typed is taken out again by hand", () => {
    expect(steps(begin(start), { ...start, title: "Plan!" }, start).past).toEqual([]);
  });

  it("forget what was taken back as soon as something new is written", () => {
    const history = undo(steps(begin(start), { ...start, lines: [] }));
    expect(record(history, { ...start, sets: 5 }).future).toEqual([]);
    expect(redo(record(history, { ...start, sets: 5 })).present.sets).toBe(5);
  });

  it("do not count what a form does not tell apart", () => {
    const history = begin<unknown>({ a: null, b: "", c: Number.NaN });
    expect(record(history, { a: undefined, b: null })).toBe(history);
  });

  it(`are ${MOST_STEPS} at most, the newest`, () => {
    const texts = Array.from({ length: MOST_STEPS + 5 }, (_, at) => ({ ...start, lines: Array<string>(at).fill("x") }));
    const history = steps(begin(start), ...texts);
    expect(history.past).toHaveLength(MOST_STEPS);
    expect(history.past.at(-1)).toEqual(texts.at(-2));
  });

  it("all taken back and all done again give the same texts, in order", () => {
    const anyStep = fc.record({
      title: fc.constantFrom("Plan", "Knee", "Back"),
      sets: fc.option(fc.integer({ min: 1, max: 3 })),
      lines: fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 20 }), (texts) => {
        const end = steps(begin(start), ...texts);
        let history = end;
        const seen: Text[] = [history.present];
        while (history.past.length > 0) {
          history = undo(history);
          seen.unshift(history.present);
        }
        expect(history.present).toEqual(start);
        expect(undo(history)).toBe(history);
        for (const text of seen.slice(1)) {
          history = redo(history);
          expect(history.present).toEqual(text);
        }
        expect(history.present).toEqual(end.present);
        expect(redo(history)).toBe(history);
      }),
    );
  });
});

it("tells where two texts differ", () => {
  expect(differences(start, { ...start })).toEqual([]);
  expect(differences({ a: { b: [1, 2] } }, { a: { b: [1, 3] } })).toEqual([{ path: "a.b.1", isTyped: true }]);
  expect(differences({ a: [1] }, { a: [1, 2] })).toEqual([{ path: "a", isTyped: false }]);
});
