import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLineScorer, scoreLine } from "@/lib/questionnaires/score-lines";
import { ask, filled, KOOS_SIZES, repeat } from "./ask";

const error = (code: string, rest: object = {}) => ({ error: { code, ...rest, message: expect.any(String) } });

describe("a line that cannot be understood", () => {
  it.each([
    "",
    "  ",
    "x",
    "{",
    "null",
    "3",
    '"womac"',
    "[]",
    "{}",
    '{"instrument":null,"answers":{}}',
    '{"instrument":["womac"],"answers":{}}',
    '{"instrument":"WOMAC","answers":{}}',
    '{"instrument":"toString","answers":{}}',
    '{"instrument":"__proto__","answers":{}}',
    '{"instrument":"nprs"}',
    '{"instrument":"nprs","answers":[1]}',
    '{"instrument":"nprs","answers":null}',
    '{"instrument":"nprs","answers":{"items":[1]},"extra":1}',
    '{"instrument":"nprs","answers":{"items":[1],"pain":[1]}}',
    '{"instrument":"nprs","answers":{"items":[1],"__proto__":[1]}}',
    '{"instrument":"nprs","answers":{"items":[1]},"change":{}}',
    '{"instrument":"nprs","scale":"nrs","answers":{"items":[1]}}',
    '{"instrument":"nprs","rule":"strict","answers":{"items":[1]}}',
    '{"instrument":"odi","rule":"min7","answers":{"items":[1,1,1,1,1,1,1,1,1,1]}}',
    '{"instrument":"odi","rule":9,"answers":{"items":[1,1,1,1,1,1,1,1,1,1]}}',
    '{"instrument":"change"}',
    '{"instrument":"change","change":[]}',
  ])("%s", (line) => {
    expect(JSON.parse(scoreLine(line))).toEqual(error("invalid-input"));
  });

  it("is told with its id, and without repeating a name at length", () => {
    const answer = ask({ id: [1, "a"], instrument: "x".repeat(5000) });
    expect(answer).toEqual({ id: [1, "a"], ...error("invalid-input") });
    expect(JSON.stringify(answer).length).toBeLessThan(150);
  });

  it("may be deep or long", () => {
    const deep = "[".repeat(200_000) + "]".repeat(200_000);
    for (const line of [deep, `{"id":${deep},"instrument":"nprs","answers":{"items":[1]}}`, `"${"a".repeat(1e6)}"`]) {
      expect(JSON.parse(scoreLine(line))).toEqual(error("invalid-input"));
    }
    const nested = `{"instrument":"nprs","answers":{"items":[${deep}]}}`;
    expect(JSON.parse(scoreLine(nested))).toHaveProperty("error");
  });
});

describe("an answer nobody could have given", () => {
  it.each([
    ["above the scale", [0, 5, 0, 0, 0], 2],
    ["below it", [0, 0, 0, 0, -1], 5],
    ["between its steps", [0, 0, 1.5, 0, 0], 3],
    ["of text", ["1", 0, 0, 0, 0], 1],
    ["of truth", [0, true, 0, 0, 0], 2],
    ["of a list", [0, [1], 0, 0, 0], 2],
    ["of an object", [0, 0, 0, {}, 0], 4],
    ["too few", [0, 0, 0, 0], null],
    ["too many", repeat(6, 0), null],
    ["no list", 3, null],
    ["none at all", undefined, null],
  ])("%s", (_, pain, item) => {
    const answers = { pain, stiffness: [0, 0], function: repeat(17, 0) };
    expect(ask({ id: 7, instrument: "womac", answers })).toEqual({
      id: 7,
      ...error("invalid-answer", { subscale: "pain", item }),
    });
  });

  it("too large for a number is one as well", () => {
    const line = scoreLine('{"instrument":"nprs","answers":{"items":[1e999]}}');
    expect(JSON.parse(line)).toEqual(error("invalid-answer", { subscale: "items", item: 1 }));
  });

  it.each([
    ["rmdq", [1, ...repeat(23, false)], undefined, 1],
    ["rmdq", repeat(23, false), undefined, null],
    ["rmdq", [], "proportional", null],
    ["rmdq", [0, 2], "proportional", 2],
    ["start-back", [true, ...repeat(7, 0)], undefined, 1],
    ["phq-9", [...repeat(8, 0), 4], undefined, 9],
  ])("%s %j %s", (instrument, items, rule, item) => {
    const answers = instrument === "start-back" ? { items, bother: 0 } : { items };
    expect(ask({ instrument, rule, answers })).toEqual(error("invalid-answer", { subscale: "items", item }));
  });

  it("is found in lists that koos to womac does not score", () => {
    const answers = filled(KOOS_SIZES, 1, { qol: [1, 1, 1, 9] });
    expect(ask({ instrument: "koos-to-womac", answers })).toEqual(
      error("invalid-answer", { subscale: "qol", item: 4 }),
    );
  });
});

describe("any line whatever", () => {
  it("gets one line of JSON", () => {
    const name = fc.constantFrom("womac", "koos", "odi", "phq-9", "start-back", "change", "psfs");
    const question = fc.record(
      { id: fc.jsonValue(), instrument: name, scale: fc.jsonValue(), answers: fc.jsonValue(), change: fc.jsonValue() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          question.map((one) => `${JSON.stringify(one)}}`),
          question.map((one) => JSON.stringify(one)),
        ),
        (line) => {
          const answer = scoreLine(line);
          expect(answer).not.toContain("\n");
          expect(typeof JSON.parse(answer)).toBe("object");
        },
      ),
    );
  });

  it("does not change with scale and rule written as null", () => {
    const plain = { id: null, instrument: "nprs", answers: { items: [4] } };
    expect(ask({ ...plain, scale: null, rule: null })).toEqual(ask(plain));
    expect(ask(plain)).toHaveProperty("id", null);
  });
});

describe("lines in pieces", () => {
  const question = (value: number) => JSON.stringify({ id: value, instrument: "nprs", answers: { items: [value] } });
  const run = (pieces: readonly string[]) => {
    const scorer = createLineScorer();
    return pieces.map((piece) => scorer.push(piece)).join("") + scorer.end();
  };
  const text = `\uFEFF${question(1)}\r\nno\n\n${question(2)}`;
  const answers = [question(1), "no", "", question(2)].map((line) => `${scoreLine(line)}\n`).join("");

  it("are the lines they make, whatever the pieces", () => {
    expect(run([text])).toBe(answers);
    expect(run([...text])).toBe(answers);
    expect(run([`${text}\n`])).toBe(answers);
    expect(run([])).toBe("");
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), (one, two) => {
        const [first, second] = one < two ? [one, two] : [two, one];
        expect(run([text.slice(0, first), text.slice(first, second), text.slice(second)])).toBe(answers);
      }),
    );
  });

  it("are forgotten when they have no end, and the next is read", () => {
    const found = run([...repeat(40, "a".repeat(50_000)), `\n${question(3)}\n`])
      .trimEnd()
      .split("\n");
    expect(found.map((line) => JSON.parse(line))).toEqual([error("invalid-input"), JSON.parse(scoreLine(question(3)))]);
  });
});
