import { describe, expect, test } from "vitest";
import { scoreSeries } from "@/lib/progress/score-series";
import { licensed } from "@/tests/support/instruments";
import { instrument, keptRaw, on, response, shippedAs } from "./courses";

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

  test("points are in order of the days they speak of, the change is against the first and not the one before", () => {
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
    expect(series?.changes[0]?.sentence).toBe(
      "Pain: 30 of 100. Lower is better. The questions were asked in another way before, so there is nothing to compare with.",
    );
  });

  test("two questionnaires are two series, the one answered last first", () => {
    const other = instrument({ versionId: "other-1", slug: "other" });
    const responses = [response(on(1), scores(1)), response(on(2), scores(2), { instrumentVersionId: "other-1" })];
    const series = scoreSeries({ responses, instruments: [instrument(), other] });
    expect(series.map(({ slug }) => slug)).toEqual(["other", "index"]);
  });

  test("answers from paper stand on the day they were given, whenever they were entered", () => {
    const paper = response(on(60), scores(80), { answeredOn: on(1), source: "paper" });
    const [series] = scoreSeries({ responses: [response(on(29), scores(30)), paper], instruments: [instrument()] });
    expect(series?.points.map(({ day, scores: { pain } }) => [day, pain])).toEqual([
      [on(1), 80],
      [on(29), 30],
    ]);
    expect(series).toMatchObject({ firstOn: on(1), latestOn: on(29) });
  });

  test("two sets of answers of one day are in the order they were sent", () => {
    const later = response(on(1), scores(20), { submittedAt: new Date(`${on(1)}T15:00:00Z`) });
    const [series] = scoreSeries({ responses: [later, response(on(1), scores(70))], instruments: [instrument()] });
    expect(series?.changes[0]).toMatchObject({ first: 70, now: 20 });
  });
});

describe("scores on ranges of their own", () => {
  const diary = shippedAs("giving-way-diary");
  const told = (day: number, days: number, unsure: number) =>
    response(
      on(day),
      {},
      {
        instrumentVersionId: diary.versionId,
        scores: [keptRaw("days", days, [0, 7]), keptRaw("unsure", unsure, [0, 10])],
      },
    );

  test("one picture a range, with what its ends mean", () => {
    const [series] = scoreSeries({ responses: [told(1, 5, 8), told(15, 2, 3)], instruments: [diary] });
    expect(
      series?.pictures.map(({ least, most, ends, parts }) => [least, most, ends, parts.map(({ id }) => id)]),
    ).toEqual([
      [0, 7, "0 means “No day”, 7 means “Every day”.", ["days"]],
      [0, 10, "0 means “Fully sure of it”, 10 means “I did not trust it at all”.", ["unsure"]],
    ]);
    expect(series?.changes.map(({ sentence, improvement, notable }) => [sentence, improvement, notable])).toEqual([
      ["Days with giving way: 2 of 7, was 5. Lower is better, so this is 3 better.", 3, expect.closeTo(0.7, 12)],
      ["How unsure you felt: 3 of 10, was 8. Lower is better, so this is 5 better.", 5, 1],
    ]);
  });

  test("parts on one range share a picture, and the ends are best and worst", () => {
    const [series] = scoreSeries({ responses: [response(on(1), scores(40))], instruments: [instrument()] });
    expect(series?.pictures).toEqual([
      {
        least: 0,
        most: 100,
        ends: "0 is best, 100 is worst.",
        parts: ["Pain", "Stiffness", "Daily life"].map((title, at) => ({
          id: ["pain", "stiffness", "function"][at],
          title,
        })),
        bands: [],
      },
    ]);
  });

  test("safety questions have no series", () => {
    const screen = shippedAs("safety-screen-knee-and-back");
    const responses = [response(on(1), {}, { instrumentVersionId: screen.versionId })];
    expect(scoreSeries({ responses, instruments: [screen] })).toEqual([]);
  });

  test("overall change says the words of the latest answer, and is compared with nothing", () => {
    const change = shippedAs("overall-change");
    const say = (day: number, raw: number) =>
      response(on(day), {}, { instrumentVersionId: change.versionId, scores: [keptRaw("change", raw, [-3, 3])] });
    const [series] = scoreSeries({ responses: [say(1, 1), say(29, -2)], instruments: [change] });
    expect(series?.changes[0]).toMatchObject({
      first: null,
      improvement: null,
      sentence: "Overall change: Clearly worse.",
    });
    expect(series?.said).toEqual({ words: "Clearly worse", gain: -2 });
  });

  test("activities are compared with the same activities, and others leave a gap", () => {
    const activities = shippedAs("three-activities");
    const rate = (day: number, raw: number, third: string) =>
      response(
        on(day),
        {},
        {
          instrumentVersionId: activities.versionId,
          scores: [keptRaw("activities", raw, [0, 10])],
          names: { "activity-first": "Swim", "activity-second": "Run", "activity-third": third },
        },
      );
    const same = scoreSeries({ responses: [rate(1, 2, "Dance"), rate(29, 5, "dance")], instruments: [activities] });
    expect(same[0]?.changes[0]).toMatchObject({ first: 2, now: 5, improvement: 3, notable: 1 });
    const other = scoreSeries({ responses: [rate(1, 2, "Ski"), rate(29, 5, "Dance")], instruments: [activities] });
    expect(other[0]?.points.map(({ scores: found }) => found.activities)).toEqual([null, 5]);
    expect(other[0]?.changes[0]).toMatchObject({ first: null, improvement: null });
    expect(other[0]?.changes[0]?.sentence).toContain("Not all of these activities were named before");
    const kept = scoreSeries({
      responses: [rate(1, 2, "Ski"), rate(29, 5, "Dance"), rate(57, 6, "Dance")],
      instruments: [activities],
    });
    expect(kept[0]?.changes[0]).toMatchObject({ first: 5, now: 6, improvement: 1 });
    expect(kept[0]?.changes[0]?.sentence).toContain("the first of the same activities");
  });
});

describe("a licensed instrument", () => {
  const lefs = { ...licensed("lefs"), versionId: "lefs" };
  const sent = (day: number, raw: number) =>
    response(
      on(day),
      {},
      { instrumentVersionId: "lefs", scores: [{ ...keptRaw("total", raw, [0, 80]), worst100: 100 - raw / 0.8 }] },
    );

  test.each([
    [48, "smaller than"],
    [49, "at least"],
    [50, "at least"],
    [31, "worse by more than"],
  ])("a score of %i after 40 is judged by its own figure: %s", (now, verdict) => {
    const [series] = scoreSeries({ responses: [sent(1, 40), sent(29, now)], instruments: [lefs] });
    const [change] = series?.changes ?? [];
    expect(change?.notable).toBe(9);
    expect(change?.references.join(" ")).toContain(verdict);
    expect(series?.pictures[0]?.bands.map(({ kind, points }) => [kind, points])).toEqual([
      ["mic", 9],
      ["mdc", 9],
    ]);
    expect(series?.isLicensed).toBe(true);
  });

  test("whole scores are left out, but for a summary", () => {
    const form = { ...licensed("koos-12"), versionId: "koos-12" };
    const index12 = scoreSeries({
      responses: [response(on(1), { pain: 1, function: 2, qol: 3, summary: 2 }, { instrumentVersionId: "koos-12" })],
      instruments: [form],
    });
    expect(index12[0]?.changes.map(({ id }) => id)).toEqual(["pain", "function", "qol", "summary"]);
    const womac = { ...licensed("womac-likert"), versionId: "womac" };
    const [series] = scoreSeries({
      responses: [response(on(1), { pain: 1, stiffness: 2, function: 3, total: 2 }, { instrumentVersionId: "womac" })],
      instruments: [womac],
    });
    expect(series?.changes.map(({ id }) => id)).toEqual(["pain", "stiffness", "function"]);
  });
});
