import { describe, expect, test } from "vitest";
import { logRange } from "@/lib/progress/log-range";

/** A Wednesday. */
const TODAY = "2025-03-26";

describe("the weeks of the practice log on a page", () => {
  test.each([
    ["nothing asked", undefined],
    ["no day", "soon"],
    ["a list", ["2025-03-01"]],
    ["a day that never was", "2025-02-30"],
    ["a day ahead", "2025-03-27"],
    ["a day long before the portal", "0001-01-01"],
  ])("%s: the last four, this week included", (_name, until) => {
    expect(logRange(until, TODAY)).toEqual({
      from: "2025-03-03",
      to: "2025-03-30",
      earlier: "2025-03-02",
      later: null,
    });
  });

  test("pages follow each other without a gap, there and back", () => {
    const before = logRange(logRange(undefined, TODAY).earlier, TODAY);
    expect(before).toEqual({ from: "2025-02-03", to: "2025-03-02", earlier: "2025-02-02", later: TODAY });
    expect(logRange(before.later, TODAY).from).toBe("2025-03-03");
    const oldest = logRange(before.earlier, TODAY);
    expect(oldest.later).toBe("2025-03-02");
  });
});
