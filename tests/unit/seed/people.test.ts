import { describe, expect, test } from "vitest";
import { COURSE_KINDS } from "@/db/seed/courses";
import { ADMINISTRATOR, CLINICIANS, DEMO_CLINIC, DEMO_PASSWORD, PEOPLE } from "@/db/seed/people";
import { emailOf } from "@/db/seed/person";
import { randomFrom, spread, whole } from "@/db/seed/random";
import { inParallel, instantOn, nextWorkday, workday } from "@/db/seed/timing";
import { passwordProblem } from "@/lib/access/password-rule";
import { addPatientSchema } from "@/lib/identity/schemas";
import { shippedContent } from "@/tests/support/content";

describe("the people of the demonstration clinic", () => {
  test("are 24 patients and 3 staff, each with an address of their own at example.org", () => {
    expect(PEOPLE).toHaveLength(24);
    const emails = [...PEOPLE.map(emailOf), ADMINISTRATOR.email, ...CLINICIANS.map(({ email }) => email)];
    expect(new Set(emails).size).toBe(27);
    for (const email of emails) expect(email).toMatch(/^[a-z.]+@example\.org$/);
  });

  test("show every course, within thirteen weeks, and three of them are past their questions of week 12", () => {
    expect(new Set(PEOPLE.map(({ course }) => course))).toEqual(new Set(COURSE_KINDS));
    for (const { startedDaysAgo } of PEOPLE) expect(startedDaysAgo).toBeLessThanOrEqual(91);
    // Answers come up to two days after they were asked for, and a beginning moves back from a weekend.
    const long = PEOPLE.filter(
      ({ startedDaysAgo, endedDaysAgo }) => startedDaysAgo >= 87 && endedDaysAgo === undefined,
    );
    expect(long.length).toBeGreaterThanOrEqual(3);
  });

  test("what is unusual about a questionnaire names one that is shipped", () => {
    const { instruments } = shippedContent;
    const shipped = new Set(instruments.map(({ slug }) => slug));
    const named = PEOPLE.flatMap(({ unusual = [], sent }) => [...unusual, ...(sent ? [sent] : [])]);
    expect(named.length).toBeGreaterThan(5);
    for (const { slug } of named) expect(shipped).toContain(slug);
  });

  test.each(PEOPLE.map((person) => [person.slug, person] as const))(
    "%s can be written down as a patient",
    (_, person) => {
      const { name, dateOfBirth, region, side, goal } = person;
      const id = "01980000-0000-7000-8000-000000000001";
      const record = {
        id,
        name,
        dateOfBirth,
        email: emailOf(person),
        region,
        side,
        goal,
        timeZone: DEMO_CLINIC.timeZone,
      };
      expect(addPatientSchema.safeParse(record).error?.issues).toBeUndefined();
    },
  );

  test("have a password that anybody may choose", () => {
    expect(passwordProblem(DEMO_PASSWORD)).toBeNull();
  });
});

describe("chance and time", () => {
  test("mulberry32 begun from a text gives the same numbers for ever", () => {
    const random = randomFrom("plumb line");
    // Worked out apart from this code, from the published algorithm.
    expect([random(), random(), random()]).toEqual([0.5300820902921259, 0.5320006341207772, 0.36187279783189297]);
  });

  test("stays in its ranges and is centred", () => {
    const random = randomFrom("ranges");
    const many = Array.from({ length: 4000 }, () => spread(random));
    const mean = many.reduce((sum, value) => sum + value, 0) / many.length;
    expect(Math.abs(mean)).toBeLessThan(0.05);
    const variance = many.reduce((sum, value) => sum + (value - mean) ** 2, 0) / many.length;
    expect(Math.abs(variance - 1)).toBeLessThan(0.1);
    const wholes = new Set(Array.from({ length: 500 }, () => whole(random, 2, 5)));
    expect([...wholes].sort()).toEqual([2, 3, 4, 5]);
  });

  test("a weekend moves to its Friday", () => {
    expect(["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"].map(workday)).toEqual([
      "2026-11-20",
      "2026-11-20",
      "2026-11-20",
      "2026-11-23",
    ]);
    expect(instantOn("2026-11-20", 90).toISOString()).toBe("2026-11-20T01:30:00.000Z");
  });

  test("the next day of work skips a weekend", () => {
    expect(["2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"].map(nextWorkday)).toEqual([
      "2026-11-20",
      "2026-11-23",
      "2026-11-23",
      "2026-11-23",
      "2026-11-24",
    ]);
  });

  test("work goes on at most so wide, and the first failure stops what has not begun", async () => {
    let running = 0;
    let most = 0;
    const begun: number[] = [];
    const work = async (thing: number) => {
      begun.push(thing);
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      if (thing === 3) throw new Error("three");
    };
    await inParallel([1, 2], 2, work);
    expect(most).toBe(2);
    await expect(inParallel([3, 4, 5, 6, 7, 8], 2, work)).rejects.toThrow("three");
    expect(begun).not.toContain(8);
  });
});
