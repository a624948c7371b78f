import { describe, expect, it } from "vitest";
import {
  addTallies,
  failuresOfPlaywright,
  failuresOfVitest,
  judgeFloor,
  tallyLine,
  tallyPlaywright,
  tallyVitest,
} from "../../../scripts/lib/tally.mjs";

const vitest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] };
const stats = { expected: 3, unexpected: 0, flaky: 0, skipped: 0 };

describe("counting", () => {
  it("counts what vitest reports", () => {
    expect(tallyVitest(vitest)).toEqual({ passed: 5, failed: 0, skipped: 2 });
  });

  it("counts a file that could not be loaded as one failure", () => {
    const files = [
      { status: "failed", assertionResults: [] },
      { status: "failed", assertionResults: [{ status: "failed" }] },
      { status: "passed", assertionResults: [{ status: "passed" }] },
    ];
    expect(tallyVitest({ ...vitest, numFailedTests: 1, testResults: files }).failed).toBe(2);
  });

  it("counts what Playwright reports, and takes a flaky test for a failed one", () => {
    expect(tallyPlaywright({ stats })).toEqual({ passed: 3, failed: 0, skipped: 0 });
    expect(tallyPlaywright({ stats: { ...stats, flaky: 1 } }).failed).toBe(1);
    expect(tallyPlaywright({ stats, errors: [{ message: "set-up failed" }] }).failed).toBe(1);
  });

  it.each([
    ["crashed", 1, { passed: 5, failed: 0, skipped: 0 }, 1],
    ["was killed", null, { passed: 5, failed: 0, skipped: 0 }, 1],
    ["left no report", 0, null, 1],
    ["ran nothing", 0, { passed: 0, failed: 0, skipped: 4 }, 1],
    ["failed twice", 1, { passed: 5, failed: 2, skipped: 0 }, 2],
    ["is well", 0, { passed: 5, failed: 0, skipped: 0 }, 0],
  ])("a floor whose runner %s has the right failures", (_, code, counts, failed) => {
    expect(judgeFloor(code, counts).failed).toBe(failed);
  });

  it("ends with one plain line", () => {
    const sum = addTallies([
      { passed: 2, failed: 0, skipped: 0 },
      { passed: 3, failed: 1, skipped: 0 },
    ]);
    expect(tallyLine(sum)).toBe("5 passed, 1 failed");
    expect(tallyLine({ ...sum, skipped: 2 })).toBe("5 passed, 1 failed, 2 skipped");
  });
});

describe("naming what failed", () => {
  it("names vitest's tests, and files that could not be loaded", () => {
    const failed = {
      status: "failed",
      fullName: "a dose is kept",
      failureMessages: ["\u001b[31mError: no\u001b[39m\n at x"],
    };
    const testResults = [
      { name: "/tree/tests/a.test.ts", status: "failed", assertionResults: [{ status: "passed" }, failed] },
      { name: "/tree/tests/b.test.ts", status: "failed", message: "no such module\nhere", assertionResults: [] },
      { name: "/tree/tests/c.test.ts", status: "passed", assertionResults: [{ status: "passed" }] },
    ];
    expect(failuresOfVitest({ ...vitest, testResults }, "/tree")).toEqual([
      "tests/a.test.ts › a dose is kept: Error: no",
      "tests/b.test.ts: no such module",
    ]);
    expect(failuresOfVitest(vitest, "/tree")).toEqual([]);
  });

  it("names Playwright's tests, the flaky too, and errors outside any test", () => {
    const result = (...messages: string[]) => ({ errors: messages.map((message) => ({ message })) });
    const spec = (title: string, status: string, ...results: unknown[]) => ({
      title,
      file: "day.spec.ts",
      tests: [{ status, projectName: "phone", results }],
    });
    const inner = { specs: [spec("flaked", "flaky", result("late\nthere"), result())] };
    const suites = [
      { specs: [spec("went", "expected", result()), spec("broke", "unexpected", result("gone"))], suites: [inner] },
    ];
    expect(failuresOfPlaywright({ stats, suites, errors: [{ message: "set-up failed" }] })).toEqual([
      "day.spec.ts › phone › broke: gone",
      "day.spec.ts › phone › flaked: late",
      "set-up failed",
    ]);
    expect(failuresOfPlaywright({ stats })).toEqual([]);
  });
});
