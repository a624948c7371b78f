import { describe, expect, test } from "vitest";
import { answersOn, namesFor } from "@/db/seed/answers";
import { feelingOn, type Subject } from "@/db/seed/courses";
import { PEOPLE } from "@/db/seed/people";
import type { Instrument } from "@/lib/questionnaires/instrument-schema";
import { faultOf, itemsOf } from "@/lib/questionnaires/scales";
import { shippedContent } from "@/tests/support/content";

const { instruments } = shippedContent;
const DAYS = [0, 14, 28, 42, 56, 70, 84];

function shipped(slug: string): Instrument {
  const found = instruments.find((instrument) => instrument.slug === slug);
  if (!found) throw new Error(`no questionnaire ${slug} in content/`);
  return found;
}

const subject = (course: Subject["course"], more: Partial<Subject> = {}): Subject => ({
  slug: `test.${course}`,
  course,
  start: { pain: 4.6, score: 54 },
  keenness: 0.9,
  ...more,
});

const sittings = (person: Subject, slug: string, days: readonly number[] = DAYS) =>
  days.map((day, sitting) => answersOn(person, { day, daysAgo: 84 - day, sitting }, shipped(slug)));

describe("answers to every questionnaire", () => {
  test.each(instruments.map((instrument) => [instrument.slug, instrument] as const))(
    "%s: every item is there, and every answer can be one",
    (slug, instrument) => {
      const asked = itemsOf(instrument);
      const ids = asked.map(({ item }) => item.id);
      const all = PEOPLE.flatMap((person) => sittings(person, slug));
      expect(all.filter((answers) => Object.keys(answers).join() !== ids.join())).toEqual([]);
      const faults = all.flatMap((answers) =>
        asked.flatMap(({ item, scale }) => {
          const value = answers[item.id] ?? null;
          return (value === null ? null : faultOf(scale, value)) ?? [];
        }),
      );
      expect(faults).toEqual([]);
    },
  );

  test.each(instruments.map(({ slug }) => slug))("%s: the same comes out again", (slug) => {
    expect(sittings(subject("improving"), slug)).toEqual(sittings(subject("improving"), slug));
  });

  test.each(["lower-back-activity-index", "three-activities", "single-number-function", "knee-and-hip-index-vas"])(
    "%s follows how they feel",
    (slug) => {
      const instrument = shipped(slug);
      const isUp = instrument.itemDirection === "higher-is-better";
      const mean = (answers: Readonly<Record<string, number | null>> | undefined) => {
        const given = Object.values(answers ?? {}).filter((value) => value !== null);
        return given.reduce((sum, value) => sum + value, 0) / given.length;
      };
      const told = sittings(subject("improving"), slug);
      const change = mean(told.at(-1)) - mean(told[0]);
      expect(isUp ? change : -change).toBeGreaterThan(0.5);
    },
  );
});

describe("pain three times", () => {
  test("is never less than at its least nor more than at its worst, and follows the course", () => {
    const all = PEOPLE.flatMap((person) => sittings(person, "pain-now-best-worst"));
    for (const answers of all) {
      const { "pain-now": now, "pain-least": least, "pain-worst": worst } = answers;
      expect(worst).toBeGreaterThanOrEqual(now ?? 0);
      expect(now).toBeGreaterThanOrEqual(least ?? 0);
    }
    const left = all.filter((answers) => answers["pain-least"] === null).length;
    expect(left).toBeGreaterThan(0);
    expect(left / all.length).toBeLessThan(0.12);
    const told = sittings(subject("improving"), "pain-now-best-worst").map((answers) => answers["pain-worst"] ?? 0);
    expect((told[0] ?? 0) - (told.at(-1) ?? 0)).toBeGreaterThan(1);
  });
});

describe("the giving-way diary", () => {
  const days = (answers: Readonly<Record<string, number | null>>) => answers["days-given-way"];
  const ticks = (answers: Readonly<Record<string, number | null>>) =>
    Object.entries(answers).filter(([id, value]) => id.startsWith("doing-") && value === 1).length;

  test("counts no day and ticks nothing for a knee that holds", () => {
    for (const answers of sittings(subject("improving"), "giving-way-diary")) {
      expect([days(answers), ticks(answers)]).toEqual([0, 0]);
    }
  });

  test("ticks something whenever the knee gave way, and counts fewer days in the end", () => {
    const told = sittings(subject("improving", { unsteadyDays: 4 }), "giving-way-diary");
    for (const answers of told) expect(ticks(answers) > 0).toBe((days(answers) ?? 0) > 0);
    expect(days(told[0] ?? {})).toBeGreaterThanOrEqual(3);
    expect(days(told.at(-1) ?? {})).toBeLessThanOrEqual(2);
  });
});

describe("the safety questions", () => {
  const yes = (person: Subject) =>
    sittings(person, "safety-screen-knee-and-back").map((answers) =>
      Object.keys(answers).filter((id) => answers[id] === 1),
    );

  test("are answered with no, but for the one sign the story tells of, at its sitting", () => {
    expect(yes(subject("improving")).flat()).toEqual([]);
    const warned = yes(subject("pain-rising", { warning: { sitting: 1, itemId: "back-night" } }));
    expect(warned.slice(0, 3)).toEqual([[], ["back-night"], []]);
  });

  test("raise one flag in the whole clinic, on the level of the same day", () => {
    const { flags = [] } = shipped("safety-screen-knee-and-back");
    const warnings = PEOPLE.flatMap(({ warning }) => warning ?? []);
    expect(warnings).toHaveLength(1);
    expect(flags.find(({ itemId }) => itemId === warnings[0]?.itemId)?.level).toBe("same-day");
  });
});

describe("overall change", () => {
  const last = (course: Subject["course"]) =>
    sittings(subject(course), "overall-change").at(-1)?.["change-since-start"] ?? null;

  test("is what the course says: clearly better, about the same", () => {
    expect(last("improving")).toBeGreaterThanOrEqual(2);
    expect(last("finished")).toBe(3);
    expect(Math.abs(last("plateau") ?? 9)).toBeLessThanOrEqual(1);
  });

  test("somebody whose pain came back says less than before it did", () => {
    const person = subject("pain-rising");
    expect(feelingOn(person, { day: 60, daysAgo: 1 }).score).toBeGreaterThan(
      feelingOn(person, { day: 40, daysAgo: 21 }).score,
    );
    const told = (daysAgo: number) =>
      answersOn(person, { day: 61 - daysAgo, daysAgo, sitting: 1 }, shipped("overall-change"))["change-since-start"] ??
      9;
    expect(told(1)).toBeLessThan(told(21));
  });
});

describe("three activities", () => {
  const instrument = shipped("three-activities");

  test.each(PEOPLE.map((person) => [person.slug, person] as const))(
    "%s names three, different and lasting",
    (_, person) => {
      const names = namesFor(person, instrument);
      expect(Object.keys(names)).toEqual(itemsOf(instrument).map(({ item }) => item.id));
      expect(new Set(Object.values(names)).size).toBe(3);
      expect(namesFor(person, instrument)).toEqual(names);
    },
  );

  test("nothing is named where nothing is asked", () => {
    const [person] = PEOPLE;
    expect(person && namesFor(person, shipped("pain-now-best-worst"))).toEqual({});
  });
});
