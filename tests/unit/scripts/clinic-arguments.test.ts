import { describe, expect, it } from "vitest";
import { readClinicArguments, USAGE } from "../../../scripts/lib/clinic-arguments.mjs";
import { describeTrouble } from "../../../scripts/lib/trouble.mjs";

const GOOD = [
  "--name",
  "North Street",
  "--zone",
  "Europe/London",
  "--admin-name",
  "Ada",
  "--admin-email",
  "ada@example.org",
];

function lineOf(args: string[]): string {
  try {
    readClinicArguments(args);
  } catch (error) {
    return describeTrouble(error, {});
  }
  return "";
}

describe("readClinicArguments", () => {
  it("reads the four texts", () => {
    expect(readClinicArguments(GOOD)).toEqual({
      help: false,
      name: "North Street",
      zone: "Europe/London",
      "admin-name": "Ada",
      "admin-email": "ada@example.org",
    });
  });

  it("gives help before it complains", () => {
    expect(readClinicArguments(["--help"])).toEqual({ help: true });
    expect(USAGE).toContain("npm run clinic -- --name");
  });

  it("names all that is missing, in one line with the way out", () => {
    expect(lineOf([])).toBe(
      "plumbline: --name, --zone, --admin-name, --admin-email are missing: npm run clinic -- --help",
    );
    expect(lineOf(GOOD.slice(0, 6))).toBe("plumbline: --admin-email is missing: npm run clinic -- --help");
    expect(lineOf([...GOOD.slice(2), "--name", "  "])).toBe("plumbline: --name is missing: npm run clinic -- --help");
  });

  it("refuses what it does not know, in one line", () => {
    expect(lineOf([...GOOD, "--colour", "red"])).toMatch(/^plumbline: Unknown option '--colour': npm run clinic/);
    expect(lineOf([...GOOD, "more"])).toMatch(/^plumbline: Unexpected argument 'more'[^\n]*: npm run clinic/);
    expect(lineOf(["--name"])).toMatch(/^plumbline: [^\n]*--name[^\n]*: npm run clinic/);
  });
});
