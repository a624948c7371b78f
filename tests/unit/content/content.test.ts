import { describe, expect, test } from "vitest";
import { loadContent } from "@/lib/jobs/content/load-content";
import type { Article } from "@/lib/library/article-schema";
import { fleschKincaidGrade, plainText, WORDS_A_MINUTE, wordsOf } from "@/lib/library/readability";
import type { Exercise } from "@/lib/library/schemas";
import { LEVELS } from "@/lib/library/vocabulary";
import { criteriaInWords } from "@/lib/plans/criteria";

const content = loadContent(process.cwd());

/** School year 6 is the year a child turns eleven. */
const GRADE_CEILING = 6;

function aroundTheBody(article: Article): string {
  const help = [...article.whenToGetHelp.emergency, ...article.whenToGetHelp.soon];
  const questions = article.questions.flatMap(({ question, answer }) => [question, answer]);
  return [article.summary, article.whyItMatters, ...article.keyPoints, ...help, ...questions].join("\n");
}

function allWords(exercise: Exercise): string {
  const { purpose, start, steps, cues, mistakes, stopIf } = exercise;
  return [purpose, start, ...steps, ...cues, ...mistakes, ...stopIf].join("\n");
}

test("there is enough to treat knees, hips and lower backs", () => {
  expect(content.exercises.length).toBeGreaterThanOrEqual(48);
  expect(content.articles.length).toBeGreaterThanOrEqual(12);
  for (const region of ["knee", "hip", "lower-back", "ankle"] as const) {
    expect(content.exercises.filter(({ regions }) => regions.includes(region)).length).toBeGreaterThanOrEqual(6);
  }
  for (const level of LEVELS) {
    expect(content.exercises.filter((exercise) => exercise.level === level).length).toBeGreaterThanOrEqual(6);
  }
});

test("the exercises that the two source articles name are there", () => {
  const named = [
    "wall-sit",
    "glute-bridge",
    "clamshell",
    "band-lateral-walk",
    "bird-dog",
    "dead-bug",
    "hip-thrust",
    "single-leg-romanian-deadlift",
    "terminal-knee-extension",
    "plank",
    "side-plank",
    "butterfly-stretch",
    "standing-adductor-stretch",
    "foam-roll-outer-thigh",
    "kneeling-hip-flexor-stretch",
    "hamstring-stretch-with-strap",
    "calf-stretch-at-wall",
    "thoracic-rotation",
    "knees-out-squat",
    "knees-out-lunge",
  ];
  const slugs = content.exercises.map(({ slug }) => slug);
  expect(named.filter((slug) => !slugs.includes(slug))).toEqual([]);
});

test("no name and no other name is given to two exercises", () => {
  const names = content.exercises.flatMap(({ name, aliases }) => [name, ...aliases]).map((name) => name.toLowerCase());
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
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

const sided = new Map(content.exercises.map((exercise) => [exercise.slug, exercise.sided]));

describe.each(content.protocols)("the protocol $slug", (protocol) => {
  const items = protocol.phases.flatMap((phase) => phase.items);
  const [first] = protocol.phases;

  test("has phases with an end or something to be met, and a last one without", () => {
    expect(protocol.phases.length).toBeGreaterThanOrEqual(2);
    for (const { weeks, criteria } of protocol.phases.slice(0, -1)) expect(weeks ?? criteria).toBeTruthy();
    expect(protocol.phases.at(-1)?.weeks).toBeNull();
  });

  test("gives each article once and says why", () => {
    const reading = items.filter((item) => item.kind === "article");
    expect(new Set(reading.map((item) => item.slug)).size).toBe(reading.length);
    for (const item of reading) {
      expect(item.schedule.kind).toBe("once");
      expect(item.note.length).toBeGreaterThan(40);
    }
  });

  test("gives no exercise twice in a phase, and something to do from the first day", () => {
    for (const phase of protocol.phases) {
      const slugs = phase.items.map((item) => item.slug);
      expect(new Set(slugs).size).toBe(slugs.length);
    }
    expect(first?.items.filter((item) => item.kind === "exercise").length).toBeGreaterThanOrEqual(3);
  });

  test("asks the safety questions before anything else, and once", () => {
    expect(first?.items[0]).toMatchObject({
      slug: "safety-screen-knee-and-back",
      schedule: { kind: "once", day: 1 },
    });
    expect(items.filter(({ slug }) => slug === "safety-screen-knee-and-back")).toHaveLength(1);
  });

  test("asks for pain every two weeks from the first day to the last", () => {
    for (const phase of protocol.phases) {
      const asked = phase.items.filter(({ slug }) => slug === "pain-now-best-worst");
      expect(asked.map(({ schedule }) => schedule)).toEqual([{ kind: "every-weeks", weeks: 2 }]);
    }
  });

  test("asks on the first day, and every few weeks after, how well its part of the body does", () => {
    const slug = protocol.regions[0] === "lower-back" ? "lower-back-activity-index" : "knee-and-hip-index";
    const asked = protocol.phases.map((phase) => phase.items.find((item) => item.slug === slug)?.schedule);
    expect(asked[0]).toEqual(
      slug === "knee-and-hip-index" ? { kind: "once", day: 1 } : { kind: "every-weeks", weeks: 4 },
    );
    for (const schedule of asked.slice(1)) expect(schedule).toEqual({ kind: "every-weeks", weeks: 4 });
  });

  test("asks what has changed only after the first phase, and the same questions at the same pace", () => {
    expect(first?.items.some(({ slug }) => slug === "overall-change")).toBe(false);
    const questions = items.filter(({ kind, schedule }) => kind === "questionnaire" && schedule.kind !== "once");
    for (const { slug, schedule, note } of questions) {
      expect(schedule).toEqual(questions.find((other) => other.slug === slug)?.schedule);
      expect(note.length).toBeGreaterThan(40);
    }
  });

  test("doses a side exactly when the exercise has sides", () => {
    for (const item of items) {
      if (item.dose) expect([item.slug, item.dose.side !== "none"]).toEqual([item.slug, sided.get(item.slug)]);
    }
  });

  test("says of each phase but the last when to move on, and where that idea is from", () => {
    const lines = protocol.phases.map(({ criteria }) => (criteria ? criteriaInWords(criteria).length : 0));
    expect(lines.map((count) => count > 0)).toEqual(lines.map((_, at) => at < lines.length - 1));
    for (const { criteria } of protocol.phases) if (criteria) expect(criteria.source).toMatch(/our own/);
  });

  test("never lets pain above 5 of 10", () => {
    for (const item of items) expect(item.painCeiling).toBeLessThanOrEqual(5);
  });
});
