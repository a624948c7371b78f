import path from "node:path";
import { stripVTControlCharacters } from "node:util";

/** Counts of one floor of tests: { passed, failed, skipped }. */
const none = () => ({ passed: 0, failed: 0, skipped: 0 });

/** What vitest's JSON report says. A file that could not be loaded has no tests in it and counts as one failure. */
export function tallyVitest(report) {
  const broken = (report.testResults ?? []).filter(
    (file) => file.status === "failed" && !file.assertionResults?.some((test) => test.status === "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** What Playwright's JSON report says. Errors outside any test count as failures; a flaky test is not a pass. */
export function tallyPlaywright(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  const outside = report.errors?.length ?? 0;
  return { passed: expected, failed: unexpected + flaky + (unexpected === 0 ? outside : 0), skipped };
}

/** The counts of a floor whose runner has ended. One that ended badly or ran nothing has failed, whatever it counted. */
export function judgeFloor(exitCode, counts) {
  const tally = counts ?? none();
  const isSound = exitCode === 0 && tally.passed + tally.failed > 0;
  return isSound || tally.failed > 0 ? tally : { ...tally, failed: 1 };
}

export function addTallies(tallies) {
  return tallies.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    none(),
  );
}

/** The last line of `npm test`. */
export const tallyLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;

const firstLine = (text) =>
  stripVTControlCharacters(text ?? "")
    .split("\n")[0]
    .trim();
const named = (...parts) => parts.filter(Boolean).join(" › ");

/** What failed by vitest's JSON report: "file › test: first line of what went wrong", with `root` taken off the file's path. */
export function failuresOfVitest(report, root) {
  return (report.testResults ?? [])
    .filter((file) => file.status === "failed")
    .flatMap((file) => {
      const name = path.relative(root, file.name);
      const failed = (file.assertionResults ?? []).filter((test) => test.status === "failed");
      if (failed.length === 0) return [`${name}: ${firstLine(file.message)}`];
      return failed.map((test) => `${named(name, test.fullName)}: ${firstLine(test.failureMessages?.[0])}`);
    });
}

function specsOf(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}

/** What failed by Playwright's JSON report, written like vitest's; errors outside any test come last. */
export function failuresOfPlaywright(report) {
  const specs = (report.suites ?? []).flatMap(specsOf);
  const failed = specs.flatMap((spec) =>
    spec.tests
      .filter((test) => test.status === "unexpected" || test.status === "flaky")
      .map((test) => {
        const errors = test.results.flatMap((result) => result.errors ?? []);
        return `${named(spec.file, test.projectName, spec.title)}: ${firstLine(errors[0]?.message)}`;
      }),
  );
  return [...failed, ...(report.errors ?? []).map((error) => firstLine(error.message))];
}
