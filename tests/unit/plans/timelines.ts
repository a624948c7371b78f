import fc from "fast-check";
import { addDays, type CalendarDay } from "@/lib/core/calendar";
import type { Pause } from "@/lib/plans/pauses";
import type { PlanTimeline, PlanVersionTimeline, ScheduledItem } from "@/lib/plans/schedule";
import type { Schedule } from "@/lib/plans/schemas";
import { ITEM_KINDS, WEEKDAYS } from "@/lib/plans/vocabulary";

/** A Monday; plans of these tests begin near it. */
export const START: CalendarDay = "2025-03-03";

export function item(schedule: Schedule, over: Partial<ScheduledItem> = {}): ScheduledItem {
  const key = over.key ?? "item";
  return {
    id: `${key}-row`,
    key,
    kind: "exercise",
    schedule,
    anchorOn: START,
    phaseStartsOn: START,
    phaseEndsOn: null,
    ...over,
  };
}

export function version(
  number: number,
  effectiveOn: CalendarDay,
  items: readonly ScheduledItem[],
): PlanVersionTimeline {
  return { versionId: `v${number}`, number, effectiveOn, items };
}

export function plan(...versions: PlanVersionTimeline[]): PlanTimeline {
  return { versions, endsOn: null };
}

export const weekly = (weekdays: readonly ScheduledWeekday[], timesPerDay = 1): Schedule => ({
  kind: "weekly",
  weekdays: [...weekdays],
  timesPerDay,
});
type ScheduledWeekday = Extract<Schedule, { kind: "weekly" }>["weekdays"][number];

const anyTimes = fc.integer({ min: 1, max: 3 });
const anyWindow = fc.integer({ min: 1, max: 30 });

export const anySchedule: fc.Arbitrary<Schedule> = fc.oneof(
  fc.record(
    { kind: fc.constant("once" as const), day: fc.integer({ min: 1, max: 40 }), windowDays: anyWindow },
    { requiredKeys: ["kind", "day"] },
  ),
  fc.record({
    kind: fc.constant("weekly" as const),
    weekdays: fc.subarray([...WEEKDAYS], { minLength: 1 }),
    timesPerDay: anyTimes,
  }),
  fc.record(
    {
      kind: fc.constant("every-days" as const),
      days: fc.integer({ min: 1, max: 10 }),
      timesPerDay: anyTimes,
      windowDays: anyWindow,
    },
    { requiredKeys: ["kind", "days", "timesPerDay"] },
  ),
  fc.record(
    { kind: fc.constant("every-weeks" as const), weeks: fc.integer({ min: 1, max: 6 }), windowDays: anyWindow },
    { requiredKeys: ["kind", "weeks"] },
  ),
  fc.record({ kind: fc.constant("at-end" as const), windowDays: anyWindow }, { requiredKeys: ["kind"] }),
  fc.constant({ kind: "as-needed" as const }),
);

export const anyDay = fc.integer({ min: -20, max: 140 }).map((days) => addDays(START, days));

const anyItem = (key: string): fc.Arbitrary<ScheduledItem> =>
  fc
    .record({
      kind: fc.constantFrom(...ITEM_KINDS),
      schedule: anySchedule,
      anchorOn: anyDay,
      phaseStartsOn: fc.option(anyDay, { freq: 9 }),
      phaseLength: fc.option(fc.integer({ min: 1, max: 80 })),
    })
    .map(({ phaseLength, ...rest }) => ({
      ...rest,
      id: key,
      key,
      phaseEndsOn:
        phaseLength === null || rest.phaseStartsOn === null ? null : addDays(rest.phaseStartsOn, phaseLength - 1),
    }));

const anyItems = fc.subarray(["a", "b", "c", "d", "e"]).chain((keys) => fc.tuple(...keys.map((key) => anyItem(key))));

const anyPause: fc.Arbitrary<Pause> = fc
  .record({ from: anyDay, length: fc.option(fc.integer({ min: 0, max: 30 }), { freq: 8 }) })
  .map(({ from, length }) => ({ from, to: length === null ? null : addDays(from, length - 1) }));

/** Pauses that may overlap, touch, hold no day or have no end. */
export const anyPauses = fc.array(anyPause, { maxLength: 3 });

/** Any plan, sensible or not: the promises of the schedule hold for all. */
export const anyPlan: fc.Arbitrary<PlanTimeline & { pauses: readonly Pause[] }> = fc
  .record({
    versions: fc.array(fc.record({ effectiveOn: anyDay, items: anyItems }), { minLength: 1, maxLength: 4 }),
    endsOn: fc.option(anyDay),
    pauses: anyPauses,
  })
  .map(({ versions, ...rest }) => ({
    versions: versions.map(({ effectiveOn, items }, index) => version(index + 1, effectiveOn, items)),
    ...rest,
  }));

/** A next version of a plan, published on a day. */
export function withVersion(
  before: PlanTimeline,
  effectiveOn: CalendarDay,
  items: readonly ScheduledItem[],
): PlanTimeline {
  return { ...before, versions: [...before.versions, version(before.versions.length + 1, effectiveOn, items)] };
}

export const anyItemList = anyItems;
