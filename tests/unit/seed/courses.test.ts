import { describe, expect, test } from "vitest";
import { answersOn } from "@/db/seed/answers";
import { feelingOn, practiceOn, type Subject } from "@/db/seed/courses";
import { PEOPLE } from "@/db/seed/people";
import { addDays } from "@/lib/core/calendar";
import type { Dose } from "@/lib/plans/schemas";
import { logEntrySchema } from "@/lib/practice/schemas";
import { painRose } from "@/lib/progress/trend";
import { score } from "@/lib/questionnaires/scoring";
import { shippedContent } from "@/tests/support/content";

const TODAY = "2026-03-18";
const DOSE: Dose = {
  sets: 3,
  repetitions: 10,
  holdSeconds: 5,
  restSeconds: 30,
  loadKg: null,
  tempo: null,
  side: "none",
};
const DUE = ["wall-sit", "glute-bridge", "bird-dog", "dead-bug"].map((slug) => ({ slug, dose: DOSE }));

const { instruments } = shippedContent;
const index = instruments.find(({ slug }) => slug === "knee-and-hip-index");
if (!index) throw new Error("no questionnaire in content/");

const subject = (course: Subject["course"], more: Partial<Subject> = {}): Subject => ({
  slug: `test.${course}`,
  course,
  start: { pain: 4.6, score: 54 },
  keenness: 0.9,
  ...more,
});

/** Everything reported in a course of so many days, exercises due on each of them; the last day is TODAY. */
function wholeCourse(person: Subject, days: number) {
  return Array.from({ length: days }, (_, day) => {
    const daysAgo = days - 1 - day;
    return { day, on: addDays(TODAY, -daysAgo), entries: practiceOn(person, { day, daysAgo }, DUE) };
  });
}

function meanPain(days: ReturnType<typeof wholeCourse>, from: number, to: number): number {
  const pains = days.slice(from, to).flatMap(({ entries }) => entries.flatMap(({ painNrs }) => painNrs ?? []));
  return pains.reduce((sum, pain) => sum + pain, 0) / pains.length;
}

const points = (days: ReturnType<typeof wholeCourse>) =>
  days.flatMap(({ on, entries }) => entries.map(({ painNrs }) => ({ day: on, pain: painNrs })));

describe("every course", () => {
  test.each(PEOPLE.map((person) => [person.slug, person] as const))(
    "%s reports what the practice room takes",
    (_, person) => {
      const days = wholeCourse(person, person.startedDaysAgo + 1);
      for (const { on, entries } of days) {
        expect(entries.length === 0 || entries.length === DUE.length).toBe(true);
        for (const entry of entries) {
          const id = "01980000-0000-7000-8000-000000000001";
          const whole = { ...entry, id, planItemId: id, dueOn: on, occasion: 1, performedAt: `${on}T12:00:00Z` };
          expect(logEntrySchema.safeParse(whole).error?.issues).toBeUndefined();
        }
      }
    },
  );

  test("comes out the same again, and differs between people", () => {
    const person = subject("improving");
    expect(wholeCourse(person, 60)).toEqual(wholeCourse(person, 60));
    expect(wholeCourse({ ...person, slug: "somebody.else" }, 60)).not.toEqual(wholeCourse(person, 60));
    const at = { day: 0, daysAgo: 30, sitting: 0 };
    expect(answersOn(person, at, index)).toEqual(answersOn(person, at, index));
  });

  test("a day depends on nothing but the day", () => {
    const person = subject("improving");
    const [long, short] = [wholeCourse(person, 60), wholeCourse(person, 30)];
    expect(short.map(({ entries }) => entries)).toEqual(long.slice(0, 30).map(({ entries }) => entries));
  });

  test("asks nothing, hears nothing", () => {
    expect(practiceOn(subject("improving"), { day: 3, daysAgo: 3 }, [])).toEqual([]);
  });

  test("leaves pain unanswered now and then, as null", () => {
    const told = wholeCourse(subject("improving"), 84).flatMap(({ entries }) => entries);
    const unanswered = told.filter(({ outcome, painNrs }) => outcome !== "skipped" && painNrs === null).length;
    expect(unanswered / told.length).toBeGreaterThan(0.02);
    expect(unanswered / told.length).toBeLessThan(0.12);
  });
});

describe("trends", () => {
  const SLUGS = ["a", "b", "c", "d", "e", "f"];

  test.each(SLUGS)("improving hurts clearly less after eleven weeks (%s)", (slug) => {
    const days = wholeCourse(subject("improving", { slug }), 77);
    expect(meanPain(days, 0, 7) - meanPain(days, 63, 77)).toBeGreaterThan(1.5);
    expect(painRose(points(days), TODAY).rose).toBe(false);
  });

  test.each(SLUGS)("a plateau stays within a point and a half (%s)", (slug) => {
    const days = wholeCourse(subject("plateau", { slug }), 77);
    expect(Math.abs(meanPain(days, 0, 14) - meanPain(days, 63, 77))).toBeLessThan(1.5);
  });

  test.each(SLUGS)("a flare-up hurts more in the middle and is over in the end (%s)", (slug) => {
    const days = wholeCourse(subject("flare-up", { slug }), 78);
    const worst = meanPain(days, 42, 49);
    expect(worst - meanPain(days, 28, 35)).toBeGreaterThan(1.5);
    expect(worst - meanPain(days, 64, 78)).toBeGreaterThan(2);
    expect(painRose(points(days), TODAY).rose).toBe(false);
  });

  test.each(SLUGS)("rising pain is what the worklist looks for (%s)", (slug) => {
    expect(painRose(points(wholeCourse(subject("pain-rising", { slug }), 53)), TODAY).rose).toBe(true);
  });

  test("somebody silent says nothing after the day they stopped, and something on it", () => {
    const days = wholeCourse(subject("silent", { stoppedDaysAgo: 9 }), 56);
    const told = days.filter(({ entries }) => entries.length > 0).map(({ day }) => day);
    expect(Math.max(...told)).toBe(46);
  });

  test.each(["invited", "brand-new", "no-plan"] as const)("%s reports nothing", (course) => {
    expect(wholeCourse(subject(course), 10).every(({ entries }) => entries.length === 0)).toBe(true);
  });
});

describe("answers", () => {
  const totalOn = (person: Subject, day: number, sitting: number) =>
    score(index, answersOn(person, { day, daysAgo: 84 - day, sitting }, index)).total?.worst100;

  test("improving scores get better by far more than they wobble", () => {
    const person = subject("improving");
    const totals = [0, 28, 56, 84].map((day, sitting) => totalOn(person, day, sitting) ?? Number.NaN);
    expect(totals[0]).toBeGreaterThan(45);
    expect((totals[0] ?? 0) - (totals[3] ?? 0)).toBeGreaterThan(15);
    expect((totals[0] ?? 0) - (totals[1] ?? 0)).toBeGreaterThan(5);
  });

  test("a plateau's scores stay within ten points", () => {
    const person = subject("plateau");
    expect(Math.abs((totalOn(person, 0, 0) ?? 0) - (totalOn(person, 56, 2) ?? 0))).toBeLessThan(10);
  });

  test("the sitting with gaps has so many nulls in its part, and no other has", () => {
    const person = subject("improving", { gaps: { sitting: 1, subscale: "stiffness", count: 1 } });
    const nulls = (sitting: number) => {
      const answers = answersOn(person, { day: 28, daysAgo: 20, sitting }, index);
      return Object.entries(answers).filter(([id, value]) => id.startsWith("stiffness") && value === null).length;
    };
    expect([nulls(0), nulls(1), nulls(2)]).toEqual([0, 1, 0]);
  });

  test("are all there, and all on the scale", () => {
    const answers = answersOn(subject("plateau"), { day: 0, daysAgo: 10, sitting: 0 }, index);
    expect(Object.keys(answers)).toHaveLength(24);
    for (const value of Object.values(answers)) expect(value === null || [0, 1, 2, 3, 4].includes(value)).toBe(true);
  });

  test("a feeling stays on its scales on every day of every course", () => {
    for (const person of PEOPLE) {
      for (let day = 0; day <= 84; day += 1) {
        const { pain, score: level } = feelingOn(person, { day, daysAgo: 84 - day });
        expect(pain).toBeGreaterThanOrEqual(0);
        expect(pain).toBeLessThanOrEqual(10);
        expect(level).toBeGreaterThanOrEqual(0);
        expect(level).toBeLessThanOrEqual(100);
      }
    }
  });
});
