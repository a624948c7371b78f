import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planChanges } from "@/lib/plans/changes";
import { bodyOfProtocol } from "@/lib/plans/draft";
import { ownProtocolSchema } from "@/lib/plans/protocol-schema";
import { ownProtocolSlug, protocolBeside, protocolOfBody } from "@/lib/plans/protocol-text";
import type { DraftBody, DraftItem } from "@/lib/plans/schemas";
import { anyBody } from "./drafts";

const HEAD = {
  slug: "our-knee~0123456789ab",
  title: "Our steady knee",
  summary: "For a knee that is steady enough to begin with.",
  regions: ["knee" as const],
};

const keys = () => {
  let next = 0;
  return () => `new-${++next}`;
};

/** Schedules that go with anything. */
const fitting = (item: DraftItem): DraftItem => {
  const { schedule } = item;
  const fits = schedule.kind === "weekly" || (schedule.kind === "once" && !schedule.windowDays);
  return fits ? item : { ...item, schedule: { kind: "weekly", weekdays: [1, 4], timesPerDay: 2 } };
};

/** Texts that can be kept: every phase has something, and only the last is without an end. */
const anyKept = anyBody
  .map(
    (body): DraftBody => ({
      ...body,
      phases: body.phases
        .filter(({ items }) => items.length > 0)
        .map(({ items, ...phase }, at, { length }) => ({
          ...phase,
          weeks: at < length - 1 ? (phase.weeks ?? 4) : phase.weeks,
          items: items.map(fitting),
        })),
    }),
  )
  .filter(({ phases }) => phases.length > 0);

describe("a plan kept as a protocol", () => {
  test("can be read as one, and gives the same text to the next person, under other keys", () => {
    fc.assert(
      fc.property(anyKept, (body) => {
        const protocol = ownProtocolSchema.parse(protocolOfBody(body, { ...HEAD, keepNotes: true }));
        const again = bodyOfProtocol(protocol, keys());
        expect(protocolOfBody(again, { ...HEAD, keepNotes: true })).toEqual(protocol);
        const before = new Set(body.phases.flatMap(({ key, items }) => [key, ...items.map((item) => item.key)]));
        for (const { key, items } of again.phases) {
          for (const one of [key, ...items.map((item) => item.key)]) expect(before.has(one)).toBe(false);
        }
      }),
    );
  });

  test("leaves notes to the patient out unless they are kept", () => {
    fc.assert(
      fc.property(anyKept, (body) => {
        const { phases } = protocolOfBody(body, { ...HEAD, keepNotes: false });
        expect(phases.flatMap(({ items }) => items.map(({ note }) => note)).join("")).toBe("");
      }),
    );
  });

  test("has the plain letters of its name and a tilde in its slug", () => {
    const id = "0190a000-0000-7000-8000-0123456789AB";
    expect(ownProtocolSlug("Après une entorse: 2 mois!", id)).toBe("apres-une-entorse-2-mois~0123456789ab");
    expect(ownProtocolSlug("膝", id)).toBe("protocol~0123456789ab");
  });
});

describe("a plan beside a protocol", () => {
  const titled = (body: DraftBody): DraftBody => ({ ...body, title: HEAD.title });

  test("nothing differs from the protocol it was kept as", () => {
    fc.assert(
      fc.property(anyKept, (body) => {
        const protocol = protocolOfBody(body, { ...HEAD, keepNotes: true });
        expect(planChanges(protocolBeside(protocol, titled(body), keys()), titled(body))).toEqual([]);
      }),
    );
  });

  test("what was changed, added, taken out and moved is told as such", () => {
    const dose = { sets: 2, repetitions: 10, holdSeconds: null, restSeconds: 30, loadKg: null, tempo: null };
    const item = (key: string, slug: string, sets = 2): DraftItem => ({
      key,
      kind: "exercise",
      slug,
      dose: { ...dose, sets, side: "none" },
      schedule: { kind: "weekly", weekdays: [1], timesPerDay: 1 },
      note: "",
      painCeiling: 5,
    });
    const phase = (key: string, title: string, items: DraftBody["phases"][number]["items"]) => ({
      key,
      title,
      aim: "",
      weeks: 4,
      items,
    });
    const before: DraftBody = {
      title: HEAD.title,
      phases: [
        phase("p1", "One", [item("a", "squat"), item("b", "bridge"), item("c", "plank")]),
        phase("p2", "Two", [item("d", "lunge")]),
      ],
    };
    const protocol = protocolOfBody(before, { ...HEAD, keepNotes: true });
    const after: DraftBody = {
      title: HEAD.title,
      phases: [
        phase("x1", "One", [item("e", "squat", 3), item("f", "wall-sit")]),
        phase("x2", "Second", [item("g", "lunge"), item("h", "plank")]),
      ],
    };
    const words = planChanges(protocolBeside(protocol, after, keys()), after).map((change) => change.what);
    expect(words.sort()).toEqual(["dose", "item-added", "item-moved", "item-removed", "phase-title"]);
  });
});
