import { describe, expect, test } from "vitest";
import { type HandoutLine, handoutFileName, handoutOf } from "@/lib/export/handout";
import type { Schedule } from "@/lib/plans/schemas";
import { handoutLine } from "@/tests/support/handout";

const weekly = (weekdays: number[], timesPerDay = 1) => ({ kind: "weekly", weekdays, timesPerDay }) as Schedule;

function make(
  lines: readonly HandoutLine[],
  changes: { from?: string; endsOn?: string | null; isDraft?: boolean } = {},
) {
  const { from = "2026-03-02", endsOn = null, isDraft = false } = changes;
  return handoutOf({
    planId: "plan-1",
    planTitle: "Stronger knees",
    clinicName: "Harbour Practice",
    patientName: "Zoë O'Brien-Łuk",
    madeOn: from,
    isDraft,
    address: "https://portal.example/today",
    from,
    timeline: { versions: [{ versionId: "v1", number: 1, effectiveOn: "2026-03-02", items: lines }], endsOn },
    lines,
  });
}

describe("the exercises of a handout", () => {
  test("have dose and schedule in words, at most three cues, and the limit for pain", () => {
    const { exercises } = make([handoutLine({ schedule: weekly([1, 3, 5], 2), note: "For the stairs." })]);
    expect(exercises).toMatchObject([
      {
        title: "Glute bridge",
        dose: "3 sets of 10 repetitions, rest 30 seconds",
        schedule: "Monday, Wednesday and Friday, twice a day",
        when: null,
        note: "For the stairs.",
        painCeiling: 4,
      },
    ]);
    expect(exercises[0]?.cues).toHaveLength(3);
    expect(exercises[0]?.stopIf).toHaveLength(2);
  });

  test("are those of the phases the two weeks touch, and say when one begins or ends", () => {
    const ending = { phaseEndsOn: "2026-03-29" };
    const coming = { phaseStartsOn: "2026-03-30", phaseEndsOn: "2026-05-03" };
    const far = { phaseStartsOn: "2026-05-04" };
    const lines = [
      handoutLine({ key: "a", title: "Now", ...ending }),
      handoutLine({ key: "b", title: "Next", ...coming }),
      handoutLine({ key: "c", title: "Later", ...far }),
    ];
    const titles = (from: string) => make(lines, { from }).exercises.map(({ title, when }) => [title, when]);
    expect(titles("2026-03-02")).toEqual([["Now", null]]);
    expect(titles("2026-03-16")).toEqual([["Now", null]]);
    expect(titles("2026-03-17")).toEqual([
      ["Now", "Until 29 Mar 2026"],
      ["Next", "From 30 Mar 2026"],
    ]);
    expect(titles("2026-03-30")).toEqual([["Next", null]]);
  });

  test("are those of the last phase when every phase is over, without a diary", () => {
    const lines = [
      handoutLine({ key: "a", title: "First", phaseEndsOn: "2026-03-08" }),
      handoutLine({ key: "b", title: "Last", phaseStartsOn: "2026-03-09", phaseEndsOn: "2026-03-22" }),
    ];
    const handout = make(lines, { from: "2026-06-01" });
    expect(handout.exercises.map(({ title }) => title)).toEqual(["Last"]);
    expect(handout.diary).toBeNull();
  });
});

describe("the diary", () => {
  test("has a box for each time an exercise is due, and none on other days", () => {
    const lines = [
      handoutLine({ key: "a", schedule: weekly([1, 3, 5], 2) }),
      handoutLine({ key: "b", schedule: { kind: "once", day: 4 } }),
    ];
    const { diary } = make(lines);
    expect(diary?.days).toHaveLength(14);
    expect([diary?.days[0], diary?.days[13]]).toEqual(["2026-03-02", "2026-03-15"]);
    expect(diary?.rows.map(({ key, boxes }) => [key, boxes])).toEqual([
      ["a", [2, 0, 2, 0, 2, 0, 0, 2, 0, 2, 0, 2, 0, 0]],
      ["b", [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    ]);
  });

  test("begins on the day it is given and crosses the end of a phase", () => {
    const lines = [
      handoutLine({ key: "a", phaseEndsOn: "2026-03-15" }),
      handoutLine({ key: "b", phaseStartsOn: "2026-03-16" }),
    ];
    const boxes = make(lines, { from: "2026-03-12" }).diary?.rows.map((row) => row.boxes);
    expect(boxes).toEqual([
      [1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
    ]);
  });

  test("stops on the last day of the plan", () => {
    const { diary } = make([handoutLine()], { endsOn: "2026-03-04" });
    expect(diary?.rows[0]?.boxes.slice(0, 5)).toEqual([1, 1, 1, 0, 0]);
  });

  test("leaves out reading and questions, which have lists of their own with the day they fall due", () => {
    const once = { kind: "once", day: 3 } as const;
    const lines = [
      handoutLine({ key: "a", kind: "article", title: "Knock knees", dose: null, schedule: once, minutes: 6 }),
      handoutLine({
        key: "q",
        kind: "questionnaire",
        title: "Knee index",
        dose: null,
        schedule: { kind: "every-weeks", weeks: 4 },
      }),
    ];
    expect(make(lines)).toMatchObject({
      exercises: [],
      diary: null,
      toRead: [{ key: "a", title: "Knock knees", minutes: 6, on: "2026-03-04" }],
      toAnswer: [{ key: "q", title: "Knee index", on: "2026-03-02" }],
    });
    expect(make(lines, { from: "2026-03-10" })).toMatchObject({ toRead: [{ on: null }], toAnswer: [{ on: null }] });
  });
});

test("the file's name holds nothing a header could trip over", () => {
  expect(handoutFileName(make([]))).toBe("exercises-zoe-o-brien-uk-2026-03-02.pdf");
  expect(handoutFileName(make([], { isDraft: true }))).toBe("exercises-zoe-o-brien-uk-draft-2026-03-02.pdf");
  const odd = { ...make([]), patientName: '"\r\nSet-Cookie: a=b; 名前' };
  expect(handoutFileName(odd)).toBe("exercises-set-cookie-a-b-2026-03-02.pdf");
  expect(handoutFileName({ ...odd, patientName: "名前" })).toBe("exercises-2026-03-02.pdf");
});
