import { describe, expect, test } from "vitest";
import { adviceFor, resultOf } from "@/lib/questionnaires/result";
import { evenAnswers, licensed, shipped } from "@/tests/support/instruments";
import { record } from "./records";

const index = shipped("knee-and-hip-index");
const activities = shipped("three-activities");
const NAMES = { "activity-first": "Climb stairs", "activity-second": "Swim", "activity-third": "Carry shopping" };
const rated = (value: number) => evenAnswers(activities, { activities: value });

describe("a result of our own words", () => {
  const first = record(index, evenAnswers(index, { pain: 3, stiffness: 2, function: 2 }));
  const now = record(index, evenAnswers(index, { pain: 1, stiffness: 2, function: 4 }), { week: 4 });
  const result = resultOf(now, [first]);

  test("says each part against the first, and leaves the total out", () => {
    expect(result.parts.map(({ id, sentence, improvement }) => [id, sentence, improvement])).toEqual([
      ["pain", "Pain: 25 of 100, was 75. Lower is better, so this is 50 better.", 50],
      ["stiffness", "Stiffness: 50 of 100, was 50. Lower is better, so this is no change.", 0],
      ["function", "Daily life: 100 of 100, was 50. Lower is better, so this is 50 worse.", -50],
    ]);
    expect(result).toMatchObject({ firstOn: "2025-03-03", answeredOn: "2025-03-31", band: null, isLicensed: false });
  });

  test("is never judged by a published figure: no bands, and each line says whose figure it is", () => {
    expect(result.parts.flatMap(({ bands }) => bands)).toEqual([]);
    const lines = result.parts.flatMap(({ references }) => references);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      expect(line).toMatch(/^Reference from the licensed instrument \(.+\): /);
      expect(line).toMatch(/It is not shown to hold for these questions\.$/);
      expect(line).not.toMatch(/The change is|The score is/);
    }
  });

  test("names what was left out, and what was too little", () => {
    const answers = evenAnswers(index, { pain: 2, stiffness: 2 });
    const [pain, , daily] = resultOf(record(index, { ...answers, "pain-kerb": null }), []).parts;
    expect(pain).toMatchObject({ answered: 4, count: 5, imputed: 1 });
    expect(pain?.notAnswered).toMatchObject([{ gap: "not-reached" }]);
    expect(daily?.now.value).toBeNull();
    expect(daily?.sentence).toBe(
      "Daily life: too little was answered to score this part (0 of 17 answered, at least 14 needed).",
    );
    expect(daily?.notAnswered).toHaveLength(17);
  });

  test("tells what the person chose not to answer from what they left open, and neither from paper", () => {
    const answers = { ...evenAnswers(index, { pain: 2 }), "pain-kerb": null, "pain-evening": null };
    const gapsOf = (over: Parameters<typeof record>[2]) =>
      resultOf(record(index, answers, over), []).parts[0]?.notAnswered.map(({ gap }) => gap);
    expect(gapsOf({ declined: ["pain-evening"] })).toEqual(["not-reached", "declined"]);
    expect(gapsOf({ source: "paper" })).toEqual(["not-answered", "not-answered"]);
    const sent = record(index, answers, { declined: ["pain-evening"] });
    expect(sent.scores).toEqual(record(index, answers).scores);
  });

  test("counts a list to tick as one question", () => {
    const rmdq = licensed("rmdq");
    const [total] = resultOf(record(rmdq, {}), []).parts;
    const text = rmdq.subscales[0]?.title;
    expect(total).toMatchObject({ answered: 0, count: 1, notAnswered: [{ text, gap: "not-reached" }] });
    const ids = rmdq.subscales.flatMap(({ items }) => items.map(({ id }) => id));
    const [whole] = resultOf(record(rmdq, {}, { declined: ids }), []).parts;
    expect(whole?.notAnswered).toEqual([{ text, gap: "declined" }]);
  });
});

describe("whose answers and from when", () => {
  const answers = evenAnswers(index, { pain: 1 });
  test.each([
    ["sent in the portal", record(index, answers), true, true],
    ["replaced since", record(index, answers), false, false],
    ["entered from paper", record(index, answers, { source: "paper" }), true, false],
    ["brought in", record(index, answers, { source: "import" }), true, false],
  ] as const)("%s", (_name, sent, isStanding, correctable) => {
    expect(resultOf(sent, [], isStanding).correctable).toBe(correctable);
  });

  test("a correction is marked as one", () => {
    expect(resultOf(record(index, answers, { correctsId: "before" }), []).isCorrection).toBe(true);
    expect(resultOf(record(index, answers), []).isCorrection).toBe(false);
  });
});

describe("activities the person named", () => {
  const first = record(activities, rated(2), { names: NAMES });

  test("are compared with the same activities", () => {
    const again = { ...NAMES, "activity-second": "swim" };
    const [part] = resultOf(record(activities, rated(5), { names: again, week: 4 }), [first]).parts;
    expect(part?.sentence).toContain("5 of 10, was 2. Higher is better, so this is 3 better.");
  });

  test("and with no others", () => {
    const others = { ...NAMES, "activity-second": "Ride a bicycle" };
    const [part] = resultOf(record(activities, rated(5), { names: others, week: 4 }), [first]).parts;
    expect(part).toMatchObject({ first: null, improvement: null });
    expect(part?.sentence).toContain(
      "Not all of these activities were named before, so this is their first score together.",
    );
  });

  test("that were swapped are said to be new, and those that were kept are compared one by one", () => {
    const swapped = { ...NAMES, "activity-first": "swim", "activity-second": "Ride a bicycle" };
    const answers = { "activity-first": 5, "activity-second": 6, "activity-third": 2 };
    const since = resultOf(record(activities, answers, { names: swapped, week: 4 }), [first]).answers[0]?.items;
    expect(since?.map(({ text, since: said }) => [text, said])).toEqual([
      ["swim", "It was 2 on 3 Mar 2025: 3 better."],
      ["Ride a bicycle", "A new activity: this is its first score."],
      ["Carry shopping", "It was 2 on 3 Mar 2025: no change."],
    ]);
  });

  test("are compared with the first answers about the same ones, when they were swapped once", () => {
    const names = { ...NAMES, "activity-second": "Ride a bicycle" };
    const second = record(activities, rated(4), { names, week: 4 });
    const result = resultOf(record(activities, rated(7), { names, week: 8 }), [first, second]);
    expect(result.parts[0]).toMatchObject({ first: { value: 4 }, improvement: 3, comparedOn: "2025-03-31" });
    expect(result.parts[0]?.sentence).toMatch(
      /was 4\. .* 3 better\. This is next to the answers of 31 Mar 2025, the first of the same activities\.$/,
    );
    expect(result.answers[0]?.items.map(({ since }) => since)).toEqual([
      "It was 2 on 3 Mar 2025: 5 better.",
      "It was 4 on 31 Mar 2025: 3 better.",
      "It was 2 on 3 Mar 2025: 5 better.",
    ]);
  });

  test("are listed by their names with their ratings", () => {
    expect(resultOf(first, []).answers).toEqual([
      {
        id: "activities",
        title: "The activities you named",
        none: null,
        gap: null,
        items: Object.entries(NAMES).map(([id, text]) => ({
          id,
          text,
          answer: "2 of 10",
          value: 2,
          gap: null,
          since: null,
        })),
      },
    ]);
  });
});

test("overall change says the words of the answer, and is compared with nothing", () => {
  const change = shipped("overall-change");
  const first = record(change, { "change-since-start": -2 });
  const result = resultOf(record(change, { "change-since-start": 2 }, { week: 4 }), [first]);
  expect(result.firstOn).toBeNull();
  expect(result.isComparedWithNothing).toBe(true);
  expect(result.parts[0]).toMatchObject({
    words: "Clearly better",
    sentence: "Overall change: Clearly better.",
    first: null,
    improvement: null,
  });
});

test("what was ticked is listed, and advice comes with the most urgent first", () => {
  const diary = shipped("giving-way-diary");
  const answers = { ...evenAnswers(diary, { days: 3, doing: 0, unsure: 4 }), "doing-flat": 1 };
  const result = resultOf(record(diary, answers), []);
  expect(result.parts.map(({ id, now }) => [id, now.value, now.most])).toEqual([
    ["days", 3, 7],
    ["unsure", 4, 10],
  ]);
  const [ticks] = result.answers;
  expect(ticks?.none).toBe("My knee did not give way");
  expect(ticks?.items.filter(({ value }) => value === 1).map(({ id }) => id)).toEqual(["doing-flat"]);
  expect(result.advice.map(({ level }) => level)).toEqual(["same-day"]);
  const flags = (["clinic", "same-day", "emergency"] as const).map((level) => ({ id: level, level, advice: level }));
  expect(adviceFor(["clinic", "emergency", "same-day"], flags).map(({ level }) => level)).toEqual([
    "emergency",
    "same-day",
    "clinic",
  ]);
  expect(adviceFor([], flags)).toEqual([]);
});

test("safety questions have answers and advice, and no score", () => {
  const screen = shipped("safety-screen-knee-and-back");
  const [flag] = screen.flags ?? [];
  if (!flag) throw new Error("no flag");
  const answers = { ...evenAnswers(screen, { back: 0, knee: 0, rest: 0 }), [flag.itemId]: 1 };
  const result = resultOf(record(screen, answers), []);
  expect(result.parts).toEqual([]);
  expect(result.advice.map(({ id }) => id)).toEqual([flag.id]);
  expect(result.answers.flatMap(({ items }) => items).filter(({ answer }) => answer === "Yes")).toHaveLength(1);
});

describe("a licensed instrument", () => {
  test("is held against its own figures, which are drawn as sizes of change", () => {
    const koos = licensed("koos");
    const answers = (value: number) =>
      evenAnswers(koos, { symptoms: value, pain: value, adl: value, sport: value, qol: value });
    const result = resultOf(record(koos, answers(1), { week: 4 }), [record(koos, answers(2))]);
    const pain = result.parts.find(({ id }) => id === "pain");
    expect(pain).toMatchObject({ now: { value: 75 }, first: { value: 50 }, improvement: 25 });
    const mic = koos.references.find(({ subscale, kind }) => subscale === "pain" && kind === "mic");
    expect(pain?.bands).toContainEqual({ kind: "mic", points: mic?.value });
    expect(pain?.references.join(" ")).toContain("The change is at least what people usually notice.");
    expect(result.isLicensed).toBe(true);
  });

  test("has the published word for its total", () => {
    const phq = licensed("phq-9");
    expect(resultOf(record(phq, evenAnswers(phq, { items: 1 })), []).band).toBe("mild");
    expect(resultOf(record(phq, { "items-1": 1 }), []).band).toBeNull();
  });
});
