import { inspect } from "node:util";
import { DrizzleQueryError } from "drizzle-orm/errors";
import postgres from "postgres";
import { describe, expect, test } from "vitest";
import { refusalOf } from "@/lib/core/database-errors";
import { AppError } from "@/lib/core/errors";

const failed = (code: string) => {
  // Its declared type knows only a message; the driver gives it the fields of the server's answer.
  const cause = Object.assign(new postgres.PostgresError("no room for Margaret"), {
    code,
    detail: "Key (name)=(Margaret)",
  });
  return new DrizzleQueryError("select from patients where name = $1", ["Margaret\n    at Margaret"], cause);
};

describe("what a failed statement means", () => {
  test.each([
    ["57P01", "unavailable"],
    ["EHOSTUNREACH", "unavailable"],
    ["EAI_AGAIN", "unavailable"],
    ["42501", "not-found"],
    ["23505", "conflict"],
  ])("%s is %s", (code, expected) => {
    expect(refusalOf(failed(code))).toMatchObject({ name: "AppError", code: expected });
  });

  test("a refusal stays as it is, and so does a fault of our own", () => {
    for (const error of [new AppError("invalid"), new RangeError("Outside the calendar.")]) {
      expect(refusalOf(error)).toBe(error);
    }
  });

  test.each(["57P01", "42501", "22021"])("what is printed of %s holds its code and place, and no value", (code) => {
    const printed = inspect(refusalOf(failed(code)), { depth: 9, showHidden: true });
    expect(printed).not.toContain("Margaret");
    expect(printed).not.toContain("patients");
    expect(printed).toContain(code);
    expect(printed).toContain("database-errors.test.ts");
  });
});
