import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COMMON_PASSWORDS } from "@/lib/access/common-passwords";
import { passwordProblem } from "@/lib/access/password-rule";
import { newPasswordField } from "@/lib/access/schemas";

describe("the password rule", () => {
  test("refuses every password of fewer than 12 characters", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 11, unit: "grapheme" }), (password) => {
        fc.pre([...password].length < 12);
        expect(passwordProblem(password)).toMatch(/at least 12/);
      }),
    );
  });

  test("refuses every password of more than 128 characters", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 129, maxLength: 300 }), (password) => {
        expect(passwordProblem(password)).toMatch(/at most 128/);
      }),
    );
  });

  test("asks for no composition: 12 to 128 characters with four different ones are enough, of whatever kind", () => {
    const alphabets = ["abcdefghij", "ABCDEFGHIJ", "0123456789", "!?-_ .,;:", "אבגדהוזחטי", "日本語練習膝腰痛運動"];
    fc.assert(
      fc.property(
        fc
          .constantFrom(...alphabets)
          .chain((alphabet) => fc.array(fc.constantFrom(...alphabet), { minLength: 12, maxLength: 128 })),
        (letters) => {
          const password = letters.join("");
          const plain = password.toLowerCase().replace(/\s+/g, "");
          fc.pre(new Set(plain).size >= 4 && !COMMON_PASSWORDS.has(plain));
          expect(passwordProblem(password)).toBeNull();
        },
      ),
    );
  });

  test("refuses every common one, in any case and with blanks between, and gives a hint", () => {
    fc.assert(
      fc.property(fc.constantFrom(...COMMON_PASSWORDS), fc.boolean(), fc.boolean(), (common, upper, spaced) => {
        const cased = upper ? common.toUpperCase() : common;
        const problem = passwordProblem(spaced ? [...cased].join(" ") : cased);
        expect(problem).toMatch(/words|at most 128/);
      }),
    );
  });

  test.each([
    ["aaaaaaaaaaaaaaaa", /repeats/],
    ["abababababababab", /repeats/],
    ["password12345", /easily guessed/],
    ["PassWord 12345", /easily guessed/],
  ])("says why %s is refused", (password, problem) => expect(passwordProblem(password)).toMatch(problem));

  test("a megabyte is refused at the field", () => {
    const parsed = newPasswordField.safeParse("x".repeat(1_000_000));
    expect(parsed.error?.issues.map((issue) => issue.message)).toEqual(["Use at most 128 characters."]);
  });
});
