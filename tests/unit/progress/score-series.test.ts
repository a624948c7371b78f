import { describe, expect, test } from "vitest";
import { scoreSeries } from "@/lib/progress/score-series";
import { instrument, on, response } from "./courses";

const scores = (pain: number | null) => ({ pain, stiffness: 50, function: 60 });

describe("scores against the first answers", () => {
  test("nothing answered, nothing shown", () => {
    expect(scoreSeries({ responses: [], instruments: [] })).toEqual([]);
  });

  test("first answers alone are compared with nothing", () => {
    const [series] = scoreSeries({ responses: [response(on(1), scores(40))], instruments: [instrument()] });
    expect(series?.changes[0]).toMatchObject({
      first: null,
      now: 40,
      improvement: null,
      sentence: "Pain: 40 of 100. Lower is better.",
    });
  });

  test("points are in order of sending, the change is against the first and not the one before", () => {
    const responses = [response(on(57), scores(30)), response(on(1), scores(70)), response(on(29), scores(20))];
    const [series] = scoreSeries({ responses, instruments: [instrument()] });
    expect(series?.points.map(({ day, scores: { pain } }) => [day, pain])).toEqual([
      [on(1), 70],
      [on(29), 20],
      [on(57), 30],
    ]);
    expect(series?.changes[0]).toMatchObject({ first: 70, now: 30, improvement: 40 });
  });

  test("a part that could not be scored is a gap, never 0", () => {
    const responses = [response(on(1), scores(null)), response(on(29), scores(30))];
    const [series] = scoreSeries({ responses, instruments: [instrument()] });
    expect(series?.points[0]?.scores).toEqual({ pain: null, stiffness: 50, function: 60 });
    expect(series?.changes[0]).toMatchObject({ first: null, now: 30, improvement: null });
    expect(series?.changes[0]?.sentence).toContain("The first answers were too few to score");
  });

  test("an instrument that runs upwards shows the reverse, and better is still better", () => {
    const responses = [response(on(1), scores(70)), response(on(29), scores(30))];
    const [series] = scoreSeries({ responses, instruments: [instrument({ direction: "higher-is-better" })] });
    expect(series?.points.map(({ scores: { pain } }) => pain)).toEqual([30, 70]);
    expect(series?.changes[0]).toMatchObject({ improvement: 40 });
  });

  test("a corrected response counts once, as corrected", () => {
    const slip = response(on(1), scores(90));
    const right = response(on(1), scores(70), { correctsId: slip.id });
    const [series] = scoreSeries({ responses: [slip, right], instruments: [instrument()] });
    expect(series?.points.map(({ scores: { pain } }) => pain)).toEqual([70]);
  });

  test("a part asked in another way in an older version is not held against the newer one", () => {
    const newer = instrument({ versionId: "index-2" });
    const pain = newer.subscales[0];
    if (!pain) throw new Error("the index has a pain part");
    const older = instrument({
      subscales: [{ ...pain, items: pain.items.slice(1) }, ...newer.subscales.slice(1)],
    });
    const responses = [response(on(1), scores(70)), response(on(29), scores(30), { instrumentVersionId: "index-2" })];
    const [series] = scoreSeries({ responses, instruments: [older, newer] });
    expect(series?.points.map((point) => point.scores)).toEqual([
      { pain: null, stiffness: 50, function: 60 },
      { pain: 30, stiffness: 50, function: 60 },
    ]);
    expect(series?.changes[0]?.improvement).toBeNull();
  });

  test("two questionnaires are two series, the one answered last first", () => {
    const other = instrument({ versionId: "other-1", slug: "other" });
    const responses = [response(on(1), scores(1)), response(on(2), scores(2), { instrumentVersionId: "other-1" })];
    const series = scoreSeries({ responses, instruments: [instrument(), other] });
    expect(series.map(({ slug }) => slug)).toEqual(["other", "index"]);
  });
});
