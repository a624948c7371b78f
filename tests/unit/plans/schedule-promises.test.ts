import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CalendarDay } from "@/lib/core/calendar";
import { isPausedOn, type Occurrence, occurrenceId, occurrences, type PlanTimeline } from "@/lib/plans/schedule";
import { anyDay, anyItemList, anyPlan, START, withVersion } from "./timelines";

const BEFORE_ALL: CalendarDay = addDays(START, -60);
const AFTER_ALL: CalendarDay = addDays(START, 250);

const ids = (found: readonly { key: string; dueOn: CalendarDay; occasion: number }[]) =>
  found.map(({ key, dueOn, occasion }) => occurrenceId(key, dueOn, occasion));

const scheduleOf = ({ versions }: PlanTimeline, { versionId, key }: Occurrence) =>
  versions.find((version) => version.versionId === versionId)?.items.find((item) => item.key === key)?.schedule;

const isAtEnd = (timeline: PlanTimeline, one: Occurrence) => scheduleOf(timeline, one)?.kind === "at-end";

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

  it("only takes away the days after its end when a plan ends, but for what is asked at the end", () => {
    fc.assert(
      fc.property(anyPlan, anyDay, (timeline, end) => {
        const running = occurrences({ ...timeline, endsOn: null }, BEFORE_ALL, AFTER_ALL);
        const ended = occurrences({ ...timeline, endsOn: end }, BEFORE_ALL, AFTER_ALL);
        const before = ({ dueOn }: Occurrence) => dueOn < end;
        expect(ended.filter(before)).toEqual(running.filter(before));
        const others = (found: readonly Occurrence[]) => found.filter((one) => !isAtEnd(timeline, one));
        expect(others(ended)).toEqual(others(running).filter(({ dueOn }) => dueOn <= end));
      }),
    );
  });

  it("asks at the end of the plan once for each end it came to, and never as needed", () => {
    fc.assert(
      fc.property(anyPlan, (timeline) => {
        const found = occurrences(timeline, BEFORE_ALL, AFTER_ALL);
        const perVersion = found.filter((one) => isAtEnd(timeline, one)).map((one) => `${one.versionId} ${one.key}`);
        expect(new Set(perVersion).size).toBe(perVersion.length);
        expect(found.filter((one) => scheduleOf(timeline, one)?.kind === "as-needed")).toEqual([]);
      }),
    );
  });

  it("changes nothing before the day a pause is set, lengthened or ended early", () => {
    fc.assert(
      fc.property(anyPlan, anyDay, fc.nat(20), fc.option(fc.nat(30)), (timeline, set, ahead, length) => {
        const dayBefore = addDays(set, -1);
        const pause = (to: CalendarDay | null) => ({
          ...timeline,
          pauses: [...timeline.pauses, { from: addDays(set, ahead), to }],
        });
        const before = occurrences(timeline, BEFORE_ALL, dayBefore);
        const to = length === null ? null : addDays(set, ahead + length);
        expect(occurrences(pause(to), BEFORE_ALL, dayBefore)).toEqual(before);
        const begun = { from: addDays(set, -1 - ahead), to: null };
        const open = { ...timeline, pauses: [...timeline.pauses, begun] };
        const closed = { ...timeline, pauses: [...timeline.pauses, { ...begun, to: dayBefore }] };
        expect(occurrences(closed, BEFORE_ALL, dayBefore)).toEqual(occurrences(open, BEFORE_ALL, dayBefore));
      }),
    );
  });

  it("asks for nothing in a pause, and leaves what is to be done on a day itself as it was on the other days", () => {
    fc.assert(
      fc.property(anyPlan, (timeline) => {
        const found = occurrences(timeline, BEFORE_ALL, AFTER_ALL);
        expect(found.filter(({ dueOn }) => isPausedOn(timeline, dueOn))).toEqual([]);
        const ofDays = (all: readonly Occurrence[]) =>
          all.filter((one) => ["weekly", "every-days"].includes(scheduleOf(timeline, one)?.kind ?? ""));
        const unpaused = occurrences({ ...timeline, pauses: [] }, BEFORE_ALL, AFTER_ALL);
        expect(ofDays(found)).toEqual(ofDays(unpaused).filter(({ dueOn }) => !isPausedOn(timeline, dueOn)));
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
