import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { copyId, openQuestionnaires } from "@/lib/plans/open-questionnaires";
import { requestAsPlan } from "@/lib/plans/requests";
import { dueOn } from "@/lib/plans/schedule";

const due = (key: string, slug: string, dueOnDay: string, overdueDays = 0) => ({
  key,
  slug,
  dueOn: dueOnDay,
  overdueDays,
});

describe("openQuestionnaires", () => {
  test("shows one copy of each, the one waiting longest", () => {
    const [old, late] = [due("a", "index", "2026-03-01", 9), due("b", "index", "2026-03-08", 2)];
    const other = due("c", "diary", "2026-03-10");
    expect(openQuestionnaires([late, old, other], [], new Set())).toEqual([old, other]);
  });

  test("shows the one that was begun before the one waiting longest", () => {
    const [old, late] = [due("a", "index", "2026-03-01", 9), due("b", "index", "2026-03-08", 2)];
    expect(openQuestionnaires([old, late], [], new Set([copyId("b", "2026-03-08")]))).toEqual([late]);
  });

  test("answers of its day or later settle a copy, whichever was answered; earlier ones do not", () => {
    const copy = due("a", "index", "2026-03-08");
    const answered = (answeredOn: string, slug = "index") => [{ slug, answeredOn }];
    expect(openQuestionnaires([copy], answered("2026-03-07"), new Set())).toEqual([copy]);
    expect(openQuestionnaires([copy], answered("2026-03-08"), new Set())).toEqual([]);
    expect(openQuestionnaires([copy], answered("2026-03-09"), new Set())).toEqual([]);
    expect(openQuestionnaires([copy], answered("2026-03-09", "diary"), new Set())).toEqual([copy]);
  });

  test("never shows two copies of one, and none for all only when answered", () => {
    const slug = fc.constantFrom("index", "diary", "screen");
    const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-03-${String(number).padStart(2, "0")}`);
    const copies = fc.uniqueArray(fc.tuple(fc.uuid(), slug, day, fc.nat(30)), {
      selector: ([key]) => key,
      maxLength: 8,
    });
    fc.assert(
      fc.property(copies, fc.array(fc.record({ slug, answeredOn: day }), { maxLength: 4 }), (made, answered) => {
        const all = made.map((one) => due(...one));
        const shown = openQuestionnaires(all, answered, new Set());
        const slugs = shown.map((one) => one.slug);
        expect(new Set(slugs).size).toBe(slugs.length);
        for (const one of all) {
          const isAnswered = answered.some((given) => given.slug === one.slug && given.answeredOn >= one.dueOn);
          if (!isAnswered) expect(slugs).toContain(one.slug);
        }
      }),
    );
  });
});

describe("a request", () => {
  const request = {
    id: "0198f000-0000-7000-8000-000000000001",
    dueOn: "2026-03-29",
    windowDays: 3,
    note: "Before your visit",
    sentAt: new Date("2026-03-29T08:00:00Z"),
    instrumentVersionId: "0198f000-0000-7000-8000-000000000002",
    slug: "index",
    title: "Index",
  };

  test("is due from its day to the end of its window, over the change of the clocks", () => {
    const days = ["2026-03-28", "2026-03-29", "2026-03-31", "2026-04-01"];
    const plan = requestAsPlan(request);
    expect(days.map((day) => dueOn(plan, day, new Set()).length)).toEqual([0, 1, 1, 0]);
    expect(dueOn(plan, "2026-03-30", new Set())).toMatchObject([{ overdueDays: 1, closesOn: "2026-03-31" }]);
  });

  test("without a window waits for as long as it takes", () => {
    const plan = requestAsPlan({ ...request, windowDays: null });
    expect(dueOn(plan, "2027-03-29", new Set())).toMatchObject([{ dueOn: "2026-03-29", closesOn: null }]);
  });
});
