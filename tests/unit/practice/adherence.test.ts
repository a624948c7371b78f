import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Occurrence } from "@/lib/plans/schedule";
import {
  adherence,
  effectiveLogs,
  PARTLY_WITHOUT_SETS,
  type PracticeDay,
  practiceDays,
} from "@/lib/practice/adherence";
import { OUTCOMES } from "@/lib/practice/vocabulary";
import { day, due, log } from "./logged";

const week = { from: day(1), to: day(7), today: day(8) };

describe("effectiveLogs", () => {
  const row = (id: string, correctsId: string | null = null) => ({ id, correctsId });
  it.each([
    ["none", [], []],
    ["no corrections", [row("a"), row("b")], ["a", "b"]],
    ["one correction", [row("a"), row("b"), row("c", "a")], ["b", "c"]],
    ["a chain", [row("a"), row("b", "a"), row("c", "b")], ["c"]],
    ["a chain in any order", [row("c", "b"), row("a"), row("b", "a")], ["c"]],
    ["a correction whose original is out of range", [row("b", "a")], ["b"]],
    ["a row that names itself", [row("a", "a")], ["a"]],
  ])("%s", (_, logs, expected) => expect(effectiveLogs(logs).map((one) => one.id)).toEqual(expected));

  it("leaves the last of each chain, however long and however shuffled", () => {
    const chains = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 6 });
    fc.assert(
      fc.property(chains, fc.infiniteStream(fc.nat()), (lengths, order) => {
        const rows = lengths.flatMap((length, chain) =>
          Array.from({ length }, (_, link) => row(`${chain}.${link}`, link === 0 ? null : `${chain}.${link - 1}`)),
        );
        const shuffled = rows.map((one) => ({ one, at: order.next().value ?? 0 })).sort((a, b) => a.at - b.at);
        const left = effectiveLogs(shuffled.map(({ one }) => one)).map((one) => one.id);
        expect(left.sort()).toEqual(lengths.map((length, chain) => `${chain}.${length - 1}`).sort());
      }),
    );
  });
});

describe("adherence", () => {
  it("counts done, partly, skipped and silent apart", () => {
    const occurrences = [1, 2, 3, 4, 5].map((number) => due(number));
    const logs = [
      log(1, "done"),
      log(2, "partly", { setsDone: 1 }),
      log(3, "skipped"),
      log(4, "done", { setsDone: 3 }),
    ];
    expect(adherence(occurrences, logs, week)).toEqual({
      prescribed: 5,
      done: 2,
      partly: 1,
      skipped: 1,
      silent: 1,
      ahead: 0,
      share: expect.closeTo((2 + 1 / 3) / 5, 12),
      shareUncapped: expect.closeTo((2 + 1 / 3) / 5, 12),
    });
  });

  it("has no share when nothing was prescribed, whatever was done", () => {
    expect(adherence([], [log(1, "done")], week)).toMatchObject({ prescribed: 0, share: null, shareUncapped: null });
  });

  it.each([
    ["1 of 3 sets", { setsDone: 1 }, 1 / 3],
    ["no set at all", { setsDone: 0 }, 0],
    ["as many sets as prescribed", { setsDone: 3 }, 1],
    ["nobody said how many", { setsDone: null }, PARTLY_WITHOUT_SETS],
  ])("counts partly as its share of sets: %s", (_, over, share) => {
    expect(adherence([due(1)], [log(1, "partly", over)], week)).toMatchObject({ partly: 1, share });
  });

  it("counts extra sets and extra days only in the uncapped share", () => {
    const logs = [log(1, "done", { setsDone: 6 }), log(2, "done")];
    expect(adherence([due(1)], logs, week)).toMatchObject({ prescribed: 1, share: 1, shareUncapped: 3 });
  });

  it("does not hold what is ahead, or today's still open, against anyone", () => {
    const occurrences = [due(1), due(2), due(2, "sit"), due(3)];
    const today = { from: day(1), to: day(7), today: day(2) };
    expect(adherence(occurrences, [log(1, "done"), log(2, "done")], today)).toMatchObject({
      prescribed: 1,
      done: 1,
      silent: 0,
      ahead: 3,
      share: 1,
      shareUncapped: 1,
    });
  });

  it("counts today once all of it is logged, and not a part of it as the whole", () => {
    const occurrences = [due(2, "bridge"), due(2, "sit")];
    const today = { from: day(1), to: day(7), today: day(2) };
    expect(adherence(occurrences, [log(2, "done", { itemKey: "bridge" })], today)).toMatchObject({
      ahead: 2,
      share: null,
    });
    const both = [log(2, "done", { itemKey: "bridge" }), log(2, "skipped", { itemKey: "sit" })];
    expect(adherence(occurrences, both, today)).toMatchObject({ done: 1, skipped: 1, ahead: 0, share: 0.5 });
  });

  it("looks at exercises and at the period alone", () => {
    const reading: Occurrence = { ...due(3, "reading"), kind: "article" };
    const occurrences = [due(0), due(1), reading, due(7), due(8)];
    const logs = [log(0, "done"), log(1, "done"), log(8, "done")];
    expect(adherence(occurrences, logs, { ...week, today: day(20) })).toMatchObject({
      prescribed: 2,
      done: 1,
      silent: 1,
      shareUncapped: 0.5,
    });
  });

  it("keeps occasions and items apart", () => {
    const occurrences = [due(1, "bridge", 1), due(1, "bridge", 2), due(1, "sit")];
    expect(adherence(occurrences, [log(1, "done", { occasion: 2 })], week)).toMatchObject({ done: 1, silent: 2 });
  });

  it("takes the log that tells most when two stand for one occasion, and counts the occasion once", () => {
    for (const logs of [
      [log(1, "skipped"), log(1, "done"), log(1, "partly", { setsDone: 1 })],
      [log(1, "done"), log(1, "skipped")],
    ]) {
      expect(adherence([due(1)], logs, week)).toMatchObject({ prescribed: 1, done: 1, skipped: 0, share: 1 });
    }
    const partly = [log(1, "partly", { setsDone: 1 }), log(1, "partly", { setsDone: 2 })];
    expect(adherence([due(1)], partly, week)).toMatchObject({ partly: 1, share: 2 / 3 });
  });

  const anyOccurrences = fc
    .uniqueArray(fc.record({ number: fc.integer({ min: -2, max: 10 }), occasion: fc.integer({ min: 1, max: 2 }) }), {
      selector: ({ number, occasion }) => `${number}.${occasion}`,
      maxLength: 20,
    })
    .map((list) => list.map(({ number, occasion }) => due(number, "bridge", occasion)));
  const anyLogs = fc.array(
    fc
      .record({
        number: fc.integer({ min: -2, max: 10 }),
        outcome: fc.constantFrom(...OUTCOMES),
        occasion: fc.integer({ min: 1, max: 2 }),
        setsDone: fc.option(fc.integer({ min: 0, max: 9 })),
      })
      .map(({ number, outcome, ...over }) => log(number, outcome, over)),
    { maxLength: 20 },
  );

  it("keeps its sums: the parts make the whole, and the capped share lies in 0 to 1 and under the uncapped", () => {
    fc.assert(
      fc.property(anyOccurrences, anyLogs, fc.integer({ min: -1, max: 9 }), (occurrences, logs, todayNumber) => {
        const found = adherence(occurrences, logs, { ...week, today: day(todayNumber) });
        const { prescribed, done, partly, skipped, silent, ahead, share, shareUncapped } = found;
        expect(done + partly + skipped + silent).toBe(prescribed);
        const inWeek = occurrences.filter(({ dueOn }) => dueOn >= week.from && dueOn <= week.to);
        expect(prescribed + ahead).toBe(inWeek.length);
        if (prescribed === 0) {
          expect([share, shareUncapped]).toEqual([null, null]);
          return;
        }
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(shareUncapped).toBeGreaterThanOrEqual((share ?? 0) - 1e-12);
      }),
    );
  });

  it("never falls when something more is done", () => {
    fc.assert(
      fc.property(anyOccurrences, anyLogs, fc.integer({ min: 1, max: 7 }), (occurrences, logs, number) => {
        const before = adherence(occurrences, logs, week).share ?? 0;
        const after = adherence(occurrences, [...logs, log(number, "done")], week).share ?? 0;
        expect(after).toBeGreaterThanOrEqual(before - 1e-12);
      }),
    );
  });

  it("adds up over its days", () => {
    fc.assert(
      fc.property(anyOccurrences, anyLogs, fc.integer({ min: -1, max: 9 }), (occurrences, logs, todayNumber) => {
        const period = { ...week, today: day(todayNumber) };
        const whole = adherence(occurrences, logs, period);
        const days = practiceDays(occurrences, logs, period);
        const isOpenToday = (one: PracticeDay) => one.day === period.today && one.state === "ahead";
        const asked = days.filter((one) => one.prescribed > 0 && !isOpenToday(one));
        expect(days).toHaveLength(7);
        expect(asked.reduce((sum, one) => sum + one.done, 0)).toBe(whole.done);
        expect(days.reduce((sum, one) => sum + one.prescribed, 0)).toBe(whole.prescribed + whole.ahead);
      }),
    );
  });
});
