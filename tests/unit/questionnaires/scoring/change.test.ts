import { describe, expect, it } from "vitest";
import { ask } from "./ask";

describe("change", () => {
  const change = (fields: Record<string, unknown>) =>
    ask({ instrument: "change", change: { higher_is_worse: true, mic: null, mic_pct: null, ...fields } }).change;

  it("gives what the format shows", () => {
    expect(change({ baseline: 52, follow_up: 42.9, mic: 9.1, mic_pct: 26 })).toEqual({
      delta: expect.closeTo(-9.1, 9),
      improvement: expect.closeTo(9.1, 9),
      improvement_pct: expect.closeTo(17.5, 9),
      meets_mic: true,
      meets_pct: false,
    });
  });

  it.each([
    [12.3, 3.2, true, 9.1, true],
    [12.3, 3.3, true, 9.1, false],
    [3.2, 12.3, false, 9.1, true],
    [3.2, 12.3, true, 9.1, false],
    [30, 20, true, 10, true],
    [30, 20.000001, true, 10, false],
    [5, 5, true, 0, true],
  ])("%f to %f, higher worse %s, meets %f: %s", (baseline, follow_up, higher_is_worse, mic, met) => {
    expect(change({ baseline, follow_up, higher_is_worse, mic })).toMatchObject({ meets_mic: met });
  });

  it("compares percents as decimals, and not with a baseline of 0", () => {
    expect(change({ baseline: 7, follow_up: 4.9, mic_pct: 30 })).toMatchObject({ meets_pct: true });
    expect(change({ baseline: 10, follow_up: 7.01, mic_pct: 30 })).toMatchObject({ meets_pct: false });
    expect(change({ baseline: 0, follow_up: 4, mic_pct: 30, higher_is_worse: false })).toEqual({
      delta: 4,
      improvement: 4,
      improvement_pct: null,
      meets_mic: null,
      meets_pct: null,
    });
  });

  it.each([
    [{ baseline: "52", follow_up: 1 }],
    [{ baseline: null, follow_up: 1 }],
    [{ baseline: 1 }],
    [{ baseline: 1, follow_up: 1, mic: -1 }],
    [{ baseline: 1e300, follow_up: 1 }],
    [{ baseline: 1, follow_up: 1, higher_is_worse: 1 }],
    [{ baseline: 1, follow_up: 1, mcid: 4 }],
  ])("refuses %j", (fields) => {
    const answer = ask({ instrument: "change", change: { higher_is_worse: true, ...fields } });
    expect(answer).toEqual({ error: { code: "invalid-input", message: expect.any(String) } });
  });
});
