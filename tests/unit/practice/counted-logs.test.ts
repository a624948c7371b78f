import { describe, expect, it } from "vitest";
import { occurrences, type PlanTimeline } from "@/lib/plans/schedule";
import type { Schedule } from "@/lib/plans/schemas";
import { adherence } from "@/lib/practice/adherence";
import { countedLogs } from "@/lib/practice/counted-logs";
import { day, log } from "./logged";

const line = (key: string, schedule: Schedule) => ({
  id: `${key}-row`,
  key,
  kind: "exercise" as const,
  schedule,
  anchorOn: day(1),
  phaseStartsOn: day(1),
  phaseEndsOn: null,
});
const daily: Schedule = { kind: "weekly", weekdays: [1, 2, 3, 4, 5, 6, 7], timesPerDay: 1 };
const plan: PlanTimeline = {
  versions: [
    {
      versionId: "v1",
      number: 1,
      effectiveOn: day(1),
      items: [line("bridge", daily), line("ease", { kind: "as-needed" })],
    },
    { versionId: "v2", number: 2, effectiveOn: day(8), items: [line("bridge", daily), line("ease", daily)] },
  ],
  endsOn: null,
  pauses: [{ from: day(3), to: day(4) }],
};
const kept = (...logs: ReturnType<typeof log>[]) =>
  countedLogs([plan], logs).map(({ itemKey, dueOn }) => [itemKey, dueOn]);

describe("the logs that count", () => {
  it("are not those of a line done as needed, as it stood on the day", () => {
    expect(kept(log(2, "done", { itemKey: "ease" }), log(9, "done", { itemKey: "ease" }), log(2, "done"))).toEqual([
      ["ease", day(9)],
      ["bridge", day(2)],
    ]);
  });

  it("are not those of a paused day", () => {
    expect(kept(...[2, 3, 4, 5].map((number) => log(number, "done")))).toEqual([
      ["bridge", day(2)],
      ["bridge", day(5)],
    ]);
  });

  it("are still those of a line no plan holds any more", () => {
    expect(kept(log(3, "done", { itemKey: "gone" }))).toEqual([["gone", day(3)]]);
  });

  it("keep as-needed and paused days out of adherence, above and below the line", () => {
    const period = { from: day(1), to: day(5), today: day(20) };
    const due = occurrences(plan, day(1), day(5));
    expect(due.map(({ dueOn }) => dueOn)).toEqual([1, 2, 5].map(day));
    const logs = [log(1, "done"), log(3, "done"), log(1, "done", { itemKey: "ease" }), log(2, "skipped")];
    expect(adherence(due, countedLogs([plan], logs), period)).toMatchObject({
      prescribed: 3,
      done: 1,
      skipped: 1,
      silent: 1,
      share: 1 / 3,
      shareUncapped: 1 / 3,
    });
  });
});
