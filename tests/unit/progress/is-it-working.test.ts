import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerIsItWorking, type IsItWorking, notableChange, type ScoreGain } from "@/lib/progress/is-it-working";
import { sentenceCase, wordCount } from "@/lib/progress/verdict-words";

const part = (title: string, gain: number, notable = 10): ScoreGain => ({
  id: title.toLowerCase(),
  title,
  gain,
  notable,
});
const index = (pain: number | null, stiffness: number | null, daily: number | null) => ({
  shortTitle: "Knee and Hip Index",
  parts: [
    ["Pain", pain],
    ["Stiffness", stiffness],
    ["Daily life", daily],
  ].flatMap(([title, gain]) => (typeof gain === "number" ? [part(String(title), gain)] : [])),
});
const activities = (gain: number) => ({
  shortTitle: "Three activities",
  parts: [part("Your three activities", gain, 1)],
});
const diary = (days: number, unsure: number) => ({
  shortTitle: "Giving-way diary",
  parts: [part("Days with giving way", days, 0.7), part("How unsure you felt", unsure, 1)],
});
const facts = (over: Partial<IsItWorking> = {}): IsItWorking => ({
  questionnaires: [],
  said: null,
  pain: null,
  painRose: false,
  adherence: null,
  ...over,
});
const of = (...questionnaires: IsItWorking["questionnaires"][number][]): Partial<IsItWorking> => ({ questionnaires });

describe("one questionnaire", () => {
  it.each<[string, Partial<IsItWorking>, string, string]>([
    ["nothing to compare", {}, "too-early", "It is too early to say: there is nothing yet to compare with the start."],
    [
      "nothing to compare, but practice",
      { adherence: 0.816 },
      "too-early",
      "It is too early to say: there is nothing yet to compare with the start; 82% of the exercises were done.",
    ],
    [
      "all better",
      { ...of(index(20, 20, 30)), adherence: 1 },
      "better",
      "It looks better than at the start: pain, stiffness and daily life are better; 100% of the exercises were done.",
    ],
    [
      "better in one thing",
      { ...of(index(10, 0, 9)), pain: { first: 5, latest: 3 } },
      "better",
      "It looks better than at the start: pain and pain during exercise are better, and stiffness and daily life are about the same.",
    ],
    [
      "better and worse",
      of(index(10, -10, 0)),
      "mixed",
      "Some things are better and some are worse than at the start: pain is better, stiffness is worse, and daily life is about the same.",
    ],
    [
      "the same",
      { ...of(index(9, -9, 9)), adherence: 0 },
      "same",
      "Not much has changed since the start: pain, stiffness and daily life are about the same; 0% of the exercises were done.",
    ],
    [
      "worse",
      of(index(0, -10, 0)),
      "worse",
      "It looks worse than at the start, so it is worth talking about: stiffness is worse, and pain and daily life are about the same.",
    ],
    [
      "only what could be scored both times",
      of(index(20, null, null)),
      "better",
      "It looks better than at the start: pain is better.",
    ],
    [
      "better than at the start, and turned in the last week",
      { ...of(index(20, 20, 30)), pain: { first: 4, latest: 5 }, painRose: true },
      "mixed",
      "It looks better than at the start: pain, stiffness and daily life are better, and pain during exercise is about the same. Pain has gone up in the last week.",
    ],
    [
      "the same as at the start, and turned in the last week",
      { pain: { first: 4, latest: 5 }, painRose: true },
      "worse",
      "Not much has changed since the start: pain during exercise is about the same. Pain has gone up in the last week.",
    ],
    [
      "worse than at the start says it once",
      { pain: { first: 3, latest: 5 }, painRose: true },
      "worse",
      "It looks worse than at the start, so it is worth talking about: pain during exercise is worse.",
    ],
    [
      "a total goes by the name of its questionnaire, and a plural reads as one",
      of({ shortTitle: "PHQ-9", parts: [{ ...part("Total", 6, 5), id: "total" }] }),
      "better",
      "It looks better than at the start: PHQ-9 is better.",
    ],
    [
      "a plural alone",
      of({ shortTitle: "KOOS", parts: [part("Symptoms", 12)] }),
      "better",
      "It looks better than at the start: symptoms are better.",
    ],
  ])("%s", (_, over, verdict, sentence) => expect(answerIsItWorking(facts(over))).toEqual({ verdict, sentence }));
});

describe("several questionnaires", () => {
  const said = (...questionnaires: IsItWorking["questionnaires"][number][]) =>
    answerIsItWorking(facts({ questionnaires })).sentence;

  it("names one whose parts moved together once, and the parts of the others with its name", () => {
    expect(said(index(20, 20, 20), activities(2))).toBe(
      "It looks better than at the start: “Knee and Hip Index” and three activities are better.",
    );
    expect(said(index(20, -20, 0), activities(2))).toBe(
      "Some things are better and some are worse than at the start: pain (Knee and Hip Index) and three activities are better, stiffness (Knee and Hip Index) is worse, and daily life (Knee and Hip Index) is about the same.",
    );
  });

  it("takes one that nothing can be compared in for none", () => {
    expect(said(index(20, 0, 0), { shortTitle: "Safety questions", parts: [] })).toBe(
      "It looks better than at the start: pain is better, and stiffness and daily life are about the same.",
    );
  });

  it("counts where the names would be too many, and still names what is worse", () => {
    const many = [
      index(20, 0, 0),
      diary(3, -3),
      activities(3),
      { shortTitle: "Pain now, best, worst", parts: [part("Pain now", 3, 1), part("Pain at its least", 0, 1)] },
    ];
    const sentence = said(...many);
    expect(sentence).toBe(
      "Some things are better and some are worse than at the start: 4 of 8 scores are better, “how unsure you felt” (Giving-way diary) is worse, and 3 are about the same.",
    );
    expect(wordCount(sentence)).toBeLessThanOrEqual(45);
  });

  it("never hides that something is worse, and stays readable", () => {
    const gain = fc.integer({ min: -100, max: 100 });
    const one = fc.record({
      shortTitle: fc.constantFrom("Knee and Hip Index", "Giving-way diary", "Pain now, best, worst"),
      parts: fc.array(
        fc
          .tuple(fc.constantFrom("Pain at its least", "Daily life", "Symptoms"), gain)
          .map(([title, points]) => part(title, points)),
        { maxLength: 6 },
      ),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), (questionnaires) => {
        const { verdict, sentence } = answerIsItWorking(facts({ questionnaires }));
        const gains = questionnaires.flatMap(({ parts }) => parts.map((found) => found.gain));
        const isWorse = gains.some((points) => points <= -10);
        expect(/ worse(,|\.)| (is|are) worse/.test(sentence)).toBe(isWorse);
        expect(verdict === "worse" || verdict === "mixed").toBe(isWorse);
        expect(wordCount(sentence)).toBeLessThanOrEqual(45);
      }),
    );
  });
});

describe("what the person said outright", () => {
  const answered = (words: string, gain: number) => ({ said: { words, gain, on: "3 Mar 2025" } });

  it("is said with its day, and does not change a verdict it agrees with", () => {
    expect(answerIsItWorking(facts({ ...of(index(20, 20, 20)), ...answered("Clearly better", 2) }))).toEqual({
      verdict: "better",
      sentence:
        "It looks better than at the start: pain, stiffness and daily life are better. Asked on 3 Mar 2025 what has changed, the answer was “clearly better”.",
    });
  });

  it("is never hidden when it is worse", () => {
    const worse = answered("A bit worse", -1);
    expect(answerIsItWorking(facts({ ...of(index(20, 20, 20)), ...worse }))).toMatchObject({ verdict: "mixed" });
    expect(answerIsItWorking(facts({ ...of(index(0, 0, 0)), ...worse }))).toMatchObject({ verdict: "worse" });
    expect(answerIsItWorking(facts(worse)).sentence).toContain("the answer was “a bit worse”");
  });
});

describe("a change that is one", () => {
  it("is a tenth of the range of our own scores, and the least that mattered in the very instrument", () => {
    expect(notableChange({ least: 0, most: 100 }, [])).toBe(10);
    expect(notableChange({ least: 0, most: 10 }, [])).toBe(1);
    expect(notableChange({ least: -3, most: 3 }, [])).toBeCloseTo(0.6, 12);
    expect(
      notableChange({ least: 0, most: 80 }, [
        { kind: "mdc", points: 9 },
        { kind: "mic", points: 9 },
      ]),
    ).toBe(9);
    expect(notableChange({ least: 0, most: 100 }, [{ kind: "mdc", points: 13 }])).toBe(10);
  });

  it.each([
    [10, "better"],
    [9.999, "same"],
    [-9.999, "same"],
    [-10, "worse"],
    [33.3 - 23.3, "better"],
  ])("a gain of %d is %s, whatever binary fractions make of it", (gain, verdict) => {
    expect(answerIsItWorking(facts(of({ shortTitle: "Index", parts: [part("Pain", gain)] }))).verdict).toBe(verdict);
  });

  it("turns better into worse when first and latest change places", () => {
    const opposite = { "too-early": "too-early", better: "worse", worse: "better", mixed: "mixed", same: "same" };
    const value = fc.option(fc.integer({ min: -100, max: 100 }));
    fc.assert(
      fc.property(fc.tuple(value, value, value), (gains) => {
        const [a, b, c] = gains;
        const turn = (gain: number | null) => (gain === null ? null : -gain);
        const there = answerIsItWorking(facts(of(index(a, b, c)))).verdict;
        const back = answerIsItWorking(facts(of(index(turn(a), turn(b), turn(c))))).verdict;
        expect(back).toBe(opposite[there]);
      }),
    );
  });
});

describe("a title inside a sentence", () => {
  it.each([
    ["Daily life", "daily life"],
    ["Giving-way diary", "giving-way diary"],
    ["Pain now, best, worst", "pain now, best, worst"],
    ["A bit worse", "a bit worse"],
    ["Knee and Hip Index", "Knee and Hip Index"],
    ["Lower Back Activity Index", "Lower Back Activity Index"],
    ["PHQ-9", "PHQ-9"],
    ["KOOS-12", "KOOS-12"],
    ["Symptoms", "symptoms"],
  ])("%s", (title, inside) => expect(sentenceCase(title)).toBe(inside));
});
