import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planChanges } from "@/lib/plans/changes";
import type { DraftBody, DraftItem, DraftPhase } from "@/lib/plans/schemas";
import { anyBody } from "./drafts";
import { weekly } from "./timelines";

const bridge: DraftItem = {
  key: "bridge",
  kind: "exercise",
  slug: "glute-bridge",
  dose: { sets: 3, repetitions: 10, holdSeconds: null, restSeconds: 30, loadKg: null, tempo: null, side: "none" },
  schedule: weekly([1, 3, 5]),
  note: "",
  painCeiling: 5,
};
const reading: DraftItem = {
  ...bridge,
  key: "reading",
  kind: "article",
  slug: "knee-instability",
  dose: null,
  schedule: { kind: "once", day: 1 },
};
const settle: DraftPhase = { key: "settle", title: "Settle", aim: "", weeks: 2, items: [bridge, reading] };
const build: DraftPhase = { key: "build", title: "Build", aim: "Stronger", weeks: null, items: [] };
const body: DraftBody = { title: "Steady knee", phases: [settle, build] };

const names: Record<string, string> = {
  "glute-bridge": "Glute bridge",
  "wall-sit": "Wall sit",
  "knee-instability": "A knee that gives way",
};
const nameOf = (item: DraftItem) => names[item.slug] ?? item.slug;
const withItems = (...items: DraftItem[]): DraftBody => ({ ...body, phases: [{ ...settle, items }, build] });
const words = (after: DraftBody, before: DraftBody | null = body) =>
  planChanges(before, after, nameOf).map((change) => change.words);

describe("planChanges", () => {
  it.each<[string, DraftBody, string[]]>([
    ["nothing", body, []],
    ["another title", { ...body, title: "Strong knee" }, ["The plan is now called Strong knee (was Steady knee)"]],
    [
      "an item more",
      withItems(bridge, reading, { ...bridge, key: "sit", slug: "wall-sit" }),
      ["Wall sit: added to Settle, 3 sets of 10 repetitions, rest 30 seconds; Monday, Wednesday and Friday"],
    ],
    ["an item less", withItems(bridge), ["A knee that gives way: taken out of Settle"]],
    [
      "the same exercise twice, at another dose",
      withItems(bridge, { ...bridge, key: "more" }, reading),
      ["Glute bridge: added to Settle, 3 sets of 10 repetitions, rest 30 seconds; Monday, Wednesday and Friday"],
    ],
    [
      "a dose",
      withItems(
        {
          ...bridge,
          dose: {
            sets: 4,
            repetitions: 8,
            holdSeconds: null,
            restSeconds: 30,
            loadKg: null,
            tempo: null,
            side: "none",
          },
        },
        reading,
      ),
      ["Glute bridge: 4 sets (was 3), 8 repetitions (was 10)"],
    ],
    [
      "a schedule",
      withItems({ ...bridge, schedule: weekly([1, 2, 3, 4, 5, 6, 7], 2) }, reading),
      ["Glute bridge: Every day, twice a day (was Monday, Wednesday and Friday)"],
    ],
    [
      "times a day alone",
      withItems({ ...bridge, schedule: weekly([1, 3, 5], 2) }, reading),
      ["Glute bridge: Monday, Wednesday and Friday, twice a day (was Monday, Wednesday and Friday)"],
    ],
    ["the same weekdays in another order", withItems({ ...bridge, schedule: weekly([5, 1, 3]) }, reading), []],
    [
      "days instead of weekdays",
      withItems({ ...bridge, schedule: { kind: "every-days", days: 3, timesPerDay: 2 } }, reading),
      ["Glute bridge: Every 3 days, twice a day (was Monday, Wednesday and Friday)"],
    ],
    [
      "that it is done as needed now",
      withItems({ ...bridge, schedule: { kind: "as-needed" } }, reading),
      ["Glute bridge: As needed (was Monday, Wednesday and Friday)"],
    ],
    [
      "a window",
      withItems(bridge, { ...reading, schedule: { kind: "once", day: 1, windowDays: 7 } }),
      ["A knee that gives way: Once, at the start, open for 7 days (was Once, at the start)"],
    ],
    [
      "no window and none in other letters",
      withItems(bridge, { ...reading, schedule: { kind: "once", day: 1, windowDays: null } }),
      [],
    ],
    ["a note", withItems({ ...bridge, note: "Slowly." }, reading), ["Glute bridge: new note: Slowly."]],
    [
      "a pain ceiling",
      withItems({ ...bridge, painCeiling: 3 }, reading),
      ["Glute bridge: ease off above pain 3 (was 5)"],
    ],
    [
      "a band and how far to move",
      withItems(
        { ...bridge, rangeLimit: "Half way", dose: bridge.dose && { ...bridge.dose, bandColour: "red" } },
        reading,
      ),
      ["Glute bridge: red band (was none)", "Glute bridge: new range: Half way"],
    ],
    [
      "no band and no limit, in other letters",
      withItems({ ...bridge, rangeLimit: "", supersetKey: null }, reading),
      [],
    ],
    ["a superset of one, which is none", withItems({ ...bridge, supersetKey: "turn" }, reading), []],
    [
      "two done in turn",
      withItems(
        { ...bridge, supersetKey: "turn" },
        { ...bridge, key: "sit", slug: "wall-sit", supersetKey: "turn", rangeLimit: "Half way" },
        reading,
      ),
      [
        "Glute bridge: done in turn with Wall sit (was alone)",
        "Wall sit: added to Settle, 3 sets of 10 repetitions, rest 30 seconds; Monday, Wednesday and Friday; how far: Half way; in turn with Glute bridge",
      ],
    ],
    [
      "another item in its place",
      withItems({ ...bridge, slug: "wall-sit" }, reading),
      ["Wall sit: in place of Glute bridge"],
    ],
    ["another order", withItems(reading, bridge), ["Phase Settle: its items are in a new order"]],
    [
      "an item in another phase",
      {
        ...body,
        phases: [
          { ...settle, items: [reading] },
          { ...build, items: [bridge] },
        ],
      },
      ["Glute bridge: moved to Build (was in Settle)"],
    ],
    [
      "a phase's length, title and aim",
      {
        ...body,
        phases: [
          { ...settle, weeks: 1 },
          { ...build, title: "Grow", aim: "", weeks: 6 },
        ],
      },
      [
        "Phase Settle: 1 week (was 2 weeks)",
        "Phase Build is now called Grow",
        "Phase Grow: aim taken away",
        "Phase Grow: 6 weeks (was no end)",
      ],
    ],
    ["a phase less", { ...body, phases: [settle] }, ["Phase taken out: Build"]],
    [
      "phases the other way round",
      { ...body, phases: [build, settle] },
      ["Phase Build: until its criteria are met (was no end)", "Phases are now in this order: Build, Settle"],
    ],
  ])("says %s", (_, after, expected) => expect(words(after)).toEqual(expected));

  it("says that a note was changed or taken away", () => {
    const noted = withItems({ ...bridge, note: "Slowly." }, reading);
    expect(words(withItems({ ...bridge, note: "Gently." }, reading), noted)).toEqual([
      "Glute bridge: note now reads: Gently.",
    ]);
    expect(words(body, noted)).toEqual(["Glute bridge: note taken away"]);
  });

  it("adds everything when nothing was published before", () => {
    expect(planChanges(null, body).map((change) => change.what)).toEqual([
      "phase-added",
      "phase-added",
      "item-added",
      "item-added",
    ]);
  });

  it("gives what was and what is as data", () => {
    const after = withItems({ ...bridge, schedule: { kind: "every-weeks", weeks: 2 } }, reading);
    expect(planChanges(body, after)).toMatchObject([
      { what: "schedule", key: "bridge", before: bridge.schedule, after: { kind: "every-weeks", weeks: 2 } },
    ]);
  });

  it("is empty exactly when nothing differs", () => {
    fc.assert(
      fc.property(anyBody, anyBody, (before, after) => {
        expect(planChanges(before, structuredClone(before))).toEqual([]);
        expect(planChanges(before, after).length === 0).toBe(JSON.stringify(before) === JSON.stringify(after));
      }),
    );
  });

  it("tells of each item that came or went, both ways round", () => {
    const keysOf = (text: DraftBody) => text.phases.flatMap((phase) => phase.items.map((item) => item.key));
    const told = (before: DraftBody, after: DraftBody, what: "item-added" | "item-removed") =>
      planChanges(before, after)
        .flatMap((change) => (change.what === what ? [change.key] : []))
        .sort();
    fc.assert(
      fc.property(anyBody, anyBody, (before, after) => {
        const added = keysOf(after)
          .filter((key) => !keysOf(before).includes(key))
          .sort();
        expect(told(before, after, "item-added")).toEqual(added);
        expect(told(after, before, "item-removed")).toEqual(added);
      }),
    );
  });
});

describe("each part of a schedule", () => {
  it.each<[DraftItem["schedule"], DraftItem["schedule"]]>([
    [
      { kind: "every-days", days: 3, timesPerDay: 1 },
      { kind: "every-days", days: 4, timesPerDay: 1 },
    ],
    [
      { kind: "every-days", days: 3, timesPerDay: 1 },
      { kind: "every-days", days: 3, timesPerDay: 2 },
    ],
    [
      { kind: "every-days", days: 3, timesPerDay: 1 },
      { kind: "every-days", days: 3, timesPerDay: 1, windowDays: 2 },
    ],
    [
      { kind: "every-weeks", weeks: 4, windowDays: 7 },
      { kind: "every-weeks", weeks: 4, windowDays: 8 },
    ],
    [{ kind: "at-end" }, { kind: "at-end", windowDays: 7 }],
    [{ kind: "at-end" }, { kind: "as-needed" }],
  ])("is told of: %j, %j", (before, after) => {
    const as = (schedule: DraftItem["schedule"]) => withItems(bridge, { ...reading, schedule });
    expect(planChanges(as(before), as(after)).map(({ what }) => what)).toEqual(["schedule"]);
    expect(planChanges(as(after), as(before)).map(({ what }) => what)).toEqual(["schedule"]);
    expect(planChanges(as(after), as({ ...after }))).toEqual([]);
  });
});
