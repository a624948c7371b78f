import { describe, expect, test } from "vitest";
import { loadContent } from "@/lib/jobs/content/load-content";
import type { Article, Exercise } from "@/lib/library/schemas";
import { fleschKincaidGrade, plainText, wordsOf } from "@/tests/support/readability";

const content = loadContent(process.cwd());

/** School year 6 is the year a child turns eleven. */
const GRADE_CEILING = 6;
const WORDS_A_MINUTE = 200;

function aroundTheBody(article: Article): string {
  const help = [...article.whenToGetHelp.emergency, ...article.whenToGetHelp.soon];
  const questions = article.questions.flatMap(({ question, answer }) => [question, answer]);
  return [article.summary, article.whyItMatters, ...article.keyPoints, ...help, ...questions].join("\n");
}

function allWords(exercise: Exercise): string {
  const { purpose, start, steps, cues, mistakes, stopIf } = exercise;
  return [purpose, start, ...steps, ...cues, ...mistakes, ...stopIf].join("\n");
}

test("everything that ships is there, sorted by slug", () => {
  expect(content.exercises.map((exercise) => exercise.slug)).toEqual([
    "band-lateral-walk",
    "bird-dog",
    "clamshell",
    "dead-bug",
    "glute-bridge",
    "kneeling-hip-flexor-stretch",
    "terminal-knee-extension",
    "wall-sit",
  ]);
  expect(content.articles.map((article) => article.slug)).toEqual([
    "knee-instability-and-your-back",
    "knock-knees-and-back-pain",
  ]);
  expect(content.protocols.map((protocol) => protocol.slug)).toEqual(["unstable-knee-with-back-pain"]);
  expect(content.instruments.map((instrument) => instrument.slug)).toEqual(["knee-and-hip-index"]);
});

describe.each(content.articles)("article $slug", (article) => {
  const bodyWords = wordsOf(plainText(article.body)).length;

  test("is full and has headings", () => {
    expect(bodyWords).toBeGreaterThanOrEqual(700);
    expect(bodyWords).toBeLessThanOrEqual(1100);
    expect(article.body.match(/^## /gm)?.length).toBeGreaterThanOrEqual(4);
    expect(article.questions.length).toBeGreaterThanOrEqual(4);
  });

  test("reads at the age of eleven", () => {
    expect(fleschKincaidGrade(article.body)).toBeLessThanOrEqual(GRADE_CEILING);
    expect(fleschKincaidGrade(aroundTheBody(article))).toBeLessThanOrEqual(GRADE_CEILING);
  });

  test("takes as long to read as it says, all of it but the references", () => {
    const minutes = (bodyWords + wordsOf(plainText(aroundTheBody(article))).length) / WORDS_A_MINUTE;
    expect(Math.abs(article.readingMinutes - minutes)).toBeLessThanOrEqual(1);
  });

  test("sends cauda equina warnings and breathlessness to an emergency, giving way to the same day", () => {
    const emergency = article.whenToGetHelp.emergency.join("\n");
    expect(emergency).toMatch(/genitals/);
    expect(emergency).toMatch(/bowels/);
    expect(emergency).toMatch(/both legs/);
    expect(emergency).toMatch(/short of breath/);
    const giving = article.whenToGetHelp.soon.filter((line) => /giving way|gives way/.test(line));
    expect(giving).not.toHaveLength(0);
    for (const line of giving) expect(line).toMatch(/today/);
  });
});

test.each(content.exercises)("exercise $slug reads at the age of eleven", (exercise) => {
  expect(fleschKincaidGrade(allWords(exercise))).toBeLessThanOrEqual(GRADE_CEILING);
});

describe("the protocol for an unstable knee with back pain", () => {
  const protocol = content.protocols[0];
  const [first, second] = protocol?.phases ?? [];

  test("has two phases, the second without an end", () => {
    expect(protocol?.phases.map((phase) => phase.weeks)).toEqual([4, null]);
  });

  test("uses every exercise", () => {
    const used = new Set(protocol?.phases.flatMap((phase) => phase.items.map((item) => item.slug)));
    for (const exercise of content.exercises) expect(used).toContain(exercise.slug);
  });

  test("gives each article once and says why", () => {
    const reading = [...(first?.items ?? []), ...(second?.items ?? [])].filter((item) => item.kind === "article");
    expect(reading.map((item) => item.slug).sort()).toEqual(content.articles.map((article) => article.slug));
    for (const item of reading) {
      expect(item.schedule.kind).toBe("once");
      expect(item.note.length).toBeGreaterThan(40);
    }
  });

  test("asks the questions on the first day and every four weeks after", () => {
    const schedule = (items: typeof first) => items?.items.find((item) => item.kind === "questionnaire")?.schedule;
    expect(schedule(first)).toEqual({ kind: "once", day: 1 });
    expect(schedule(second)).toEqual({ kind: "every-weeks", weeks: 4 });
  });

  test("doses a side exactly when the exercise has sides", () => {
    const sided = new Map(content.exercises.map((exercise) => [exercise.slug, exercise.sided]));
    for (const item of protocol?.phases.flatMap((phase) => phase.items) ?? []) {
      if (item.dose) expect([item.slug, item.dose.side !== "none"]).toEqual([item.slug, sided.get(item.slug)]);
    }
  });

  test("never lets pain above 5 of 10", () => {
    for (const item of protocol?.phases.flatMap((phase) => phase.items) ?? []) {
      expect(item.painCeiling).toBeLessThanOrEqual(5);
    }
  });
});

describe("the knee and hip index", () => {
  const instrument = content.instruments[0];

  test("has 24 items, 5, 2 and 17, each from 0 to 4, and says what it needs to be scored", () => {
    expect(instrument?.subscales.map((subscale) => [subscale.id, subscale.items.length])).toEqual([
      ["pain", 5],
      ["stiffness", 2],
      ["function", 17],
    ]);
    expect(instrument?.subscales.map((subscale) => subscale.minimumAnswered)).toEqual([4, 1, 14]);
    expect(instrument?.scale.options.map((option) => option.value)).toEqual([0, 1, 2, 3, 4]);
    expect(instrument?.missingRule).toBe("guide");
    expect(instrument?.direction).toBe("lower-is-better");
  });

  test("is not named as the WOMAC and says that it is not validated", () => {
    expect(`${instrument?.title} ${instrument?.shortTitle}`).not.toMatch(/womac/i);
    expect(instrument?.notice).toMatch(/not the WOMAC/);
    expect(instrument?.notice).toMatch(/not been validated/);
  });

  test("gives the size of change in daily life that mattered in knee arthritis, as measured with the WOMAC", () => {
    const row = instrument?.references.find(({ kind, subscale }) => kind === "mic" && subscale === "function");
    expect(row).toMatchObject({ value: 9.1, instrument: "WOMAC function" });
    expect(row?.population).toMatch(/^Knee osteoarthritis/);
  });
});
