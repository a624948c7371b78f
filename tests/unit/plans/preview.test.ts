import { describe, expect, test } from "vitest";
import { previewOf } from "@/lib/plans/preview";
import type { PlanTimeline } from "@/lib/plans/schedule";
import type { DraftBody, DraftItem } from "@/lib/plans/schemas";

const dose = {
  sets: 2,
  repetitions: 10,
  holdSeconds: null,
  restSeconds: 0,
  loadKg: null,
  tempo: null,
  side: "none",
} as const;
const exercise: DraftItem = {
  key: "sit",
  kind: "exercise",
  slug: "wall-sit",
  dose,
  schedule: { kind: "weekly", weekdays: [1, 3], timesPerDay: 2 },
  note: "Slowly.",
  painCeiling: 4,
};
const article: DraftItem = {
  ...exercise,
  key: "read",
  kind: "article",
  slug: "back",
  dose: null,
  schedule: { kind: "once", day: 2 },
};
const body: DraftBody = {
  title: "Plan",
  phases: [{ key: "p", title: "Begin", aim: "Settle.", weeks: 4, items: [exercise, article] }],
};
const names = { titleOf: (item: DraftItem) => item.slug.toUpperCase(), minutesOf: () => 4 };

describe("a text as the patient would see it", () => {
  test("on a first plan day 1 is today", () => {
    const monday = "2026-03-02";
    const preview = previewOf(body, { startsOn: monday, today: monday, published: null, ...names });
    expect(preview.phases).toMatchObject([{ title: "Begin", when: "2 Mar 2026 to 29 Mar 2026" }]);
    expect(preview.week.map(({ items }) => items.map(({ key, times }) => [key, times]))).toEqual([
      [["sit", 2]],
      [["read", 1]],
      [["sit", 2]],
      [],
      [],
      [],
      [],
    ]);
    // Two times 2 x 10 x 3 s with 30 s to change over: 180 s. Reading 4 minutes.
    expect(preview.week.map(({ minutes }) => minutes)).toEqual([3, 4, 3, 0, 0, 0, 0]);
    expect(preview.week[0]?.items[0]).toMatchObject({
      title: "WALL-SIT",
      dose: "2 sets of 10 repetitions",
      schedule: "Monday and Wednesday, twice a day",
      note: "Slowly.",
      minutes: 2,
    });
  });

  test("on a change, what was once due before is not due again", () => {
    const line = { id: "x", anchorOn: "2026-03-02", phaseStartsOn: "2026-03-02", phaseEndsOn: "2026-03-29" };
    const published: PlanTimeline = {
      endsOn: null,
      versions: [
        {
          versionId: "one",
          number: 1,
          effectiveOn: "2026-03-02",
          items: [exercise, article].map(({ key, kind, schedule }) => ({ ...line, key, kind, schedule })),
        },
      ],
    };
    const added: DraftItem = { ...article, key: "new", schedule: { kind: "once", day: 1 } };
    const next = { ...body, phases: body.phases.map((phase) => ({ ...phase, items: [...phase.items, added] })) };
    const preview = previewOf(next, { startsOn: "2026-03-02", today: "2026-03-09", published, ...names });
    expect(preview.week[0]?.items.map(({ key }) => key)).toEqual(["sit", "new"]);
    expect(preview.week.flatMap(({ items }) => items.map(({ key }) => key))).not.toContain("read");
  });

  test("what is done as needed is in its phase and on no day; a pause of the plan holds in the preview", () => {
    const [monday, tuesday] = ["2026-03-02", "2026-03-03"];
    const ease: DraftItem = { ...exercise, key: "ease", schedule: { kind: "as-needed" } };
    const next = { ...body, phases: body.phases.map((phase) => ({ ...phase, items: [...phase.items, ease] })) };
    const published: PlanTimeline = { endsOn: null, versions: [], pauses: [{ from: tuesday, to: "2026-03-04" }] };
    const preview = previewOf(next, { startsOn: monday, today: monday, published, ...names });
    expect(preview.phases[0]?.items.map(({ schedule }) => schedule)).toContain("As needed");
    expect(preview.week.map(({ items }) => items.map(({ key }) => key))).toEqual([
      ["sit"],
      [],
      [],
      ["read"],
      [],
      [],
      [],
    ]);
  });
});
