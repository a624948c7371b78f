import { describe, expect, it } from "vitest";
import { choicesFor, firstSchedule, hasWindow } from "@/components/plans/schedule-choices";
import { scheduleInWords } from "@/lib/plans/dosage";
import { draftItemSchema } from "@/lib/plans/schemas";
import { ITEM_KINDS } from "@/lib/plans/vocabulary";

const labels = (...given: Parameters<typeof choicesFor>) => choicesFor(...given).map(({ label }) => label);

describe("when something falls due is offered by what it is", () => {
  it.each([
    ["exercise", "weekly", ["On days of the week", "Every few days", "Once", "Every few weeks", "As needed"]],
    ["article", "once", ["Once", "Every few weeks"]],
    ["questionnaire", "start", ["At the start", "Once on a day", "Every few weeks", "At the end of the plan"]],
    ["article", "weekly", ["Once", "Every few weeks", "On days of the week"]],
  ] as const)("%s, %s", (kind, chosen, expected) => expect(labels(kind, chosen)).toEqual(expected));

  it("begins with a schedule that goes with the item, each another one", () => {
    for (const kind of ITEM_KINDS) {
      const dose = {
        sets: 1,
        repetitions: 5,
        holdSeconds: null,
        restSeconds: 0,
        loadKg: null,
        tempo: null,
        side: "none",
      };
      const key = "00000000-0000-7000-8000-00000000abcd";
      const begun = choicesFor(kind, "once").map(({ value }) => firstSchedule(kind, value));
      expect(new Set(begun.map((schedule) => schedule && scheduleInWords(schedule))).size).toBe(begun.length);
      for (const schedule of begun) {
        const item = { key, kind, slug: "thing", dose: kind === "exercise" ? dose : null, schedule };
        expect(draftItemSchema.safeParse(item).error).toBeUndefined();
      }
    }
    expect(firstSchedule("exercise", "toString")).toBeNull();
  });

  it("asks how long a questionnaire stays open, and shows a window that is there", () => {
    expect(hasWindow("questionnaire", { kind: "every-weeks", weeks: 4 })).toBe(true);
    expect(hasWindow("questionnaire", { kind: "weekly", weekdays: [1], timesPerDay: 1 })).toBe(false);
    expect(hasWindow("article", { kind: "once", day: 1 })).toBe(false);
    expect(hasWindow("article", { kind: "once", day: 1, windowDays: 7 })).toBe(true);
  });
});
