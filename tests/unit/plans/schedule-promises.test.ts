import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CalendarDay } from "@/lib/core/calendar";
import { occurrenceId, occurrences } from "@/lib/plans/schedule";
import { anyDay, anyItemList, anyPlan, START, withVersion } from "./timelines";

const BEFORE_ALL: CalendarDay = addDays(START, -60);
const AFTER_ALL: CalendarDay = addDays(START, 250);
const _NONE: ReadonlySet<string> = new Set();

const ids = (found: readonly { key: string; dueOn: CalendarDay; occasion: number }[]) =>
  found.map(({ key, dueOn, occasion }) => occurrenceId(key, dueOn, occasion));

describe("promises of the schedule, for any plan", () => {
  it("gives each occurrence once", () => {
    fc.assert(
      fc.property(anyPlan, (timeline) => {
        const found = ids(occurrences(timeline, BEFORE_ALL, AFTER_ALL));
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });

  it("only adds when the range is widened", () => {
    fc.assert(
      fc.property(anyPlan, anyDay, anyDay, fc.nat(30), fc.nat(30), (timeline, from, to, earlier, later) => {
        const wide = occurrences(timeline, addDays(from, -earlier), addDays(to, later));
        expect(occurrences(timeline, from, to)).toEqual(wide.filter(({ dueOn }) => dueOn >= from && dueOn <= to));
      }),
    );
  });

  it("changes nothing before the day a version is published", () => {
    fc.assert(
      fc.property(anyPlan, anyDay, anyItemList, (timeline, published, items) => {
        const dayBefore = addDays(published, -1);
        const next = withVersion(timeline, published, items);
        expect(occurrences(next, BEFORE_ALL, dayBefore)).toEqual(occurrences(timeline, BEFORE_ALL, dayBefore));
      }),
    );
  });

  it("changes nothing at all when the same text is published again", () => {
    fc.assert(
      fc.property(anyPlan, anyDay, (timeline, published) => {
        const inForce = timeline.versions.findLast((version) => version.effectiveOn <= published);
        fc.pre(inForce !== undefined && timeline.versions.at(-1) === inForce);
        const next = withVersion(timeline, published, inForce?.items ?? []);
        expect(ids(occurrences(next, BEFORE_ALL, AFTER_ALL))).toEqual(
          ids(occurrences(timeline, BEFORE_ALL, AFTER_ALL)),
        );
      }),
    );
  });

  it("only takes away the days after its end when a plan ends", () => {
    fc.assert(
      fc.property(anyPlan, anyDay, (timeline, end) => {
        const running = occurrences({ ...timeline, endsOn: null }, BEFORE_ALL, AFTER_ALL);
        const ended = occurrences({ ...timeline, endsOn: end }, BEFORE_ALL, AFTER_ALL);
        expect(ended).toEqual(running.filter(({ dueOn }) => dueOn <= end));
      }),
    );
  });

  it("takes no notice of the order in which versions come", () => {
    fc.assert(
      fc.property(anyPlan, (timeline) => {
        const reversed = { ...timeline, versions: timeline.versions.toReversed() };
        expect(occurrences(reversed, BEFORE_ALL, AFTER_ALL)).toEqual(occurrences(timeline, BEFORE_ALL, AFTER_ALL));
      }),
    );
  });
});
