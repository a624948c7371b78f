import fc from "fast-check";
import { expect, test } from "vitest";
import { nextPath } from "@/lib/access/next-path";

test.each([
  ["/today", "/today"],
  ["/patients/1?tab=plan", "/patients/1?tab=plan"],
  ["/audit?before=3&_rsc=abc", "/audit?before=3"],
])("%s leads to %s", (wanted, path) => expect(nextPath(wanted)).toBe(path));

test.each([
  undefined,
  ["/today"],
  "",
  "today",
  "//evil.example",
  "/\\evil.example",
  "/a\\..\\evil",
  "/\t/evil.example",
  "/%0a\n/evil",
  "/.//evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "/sign-in",
  "/sign-in/code",
  "/invitation/abc",
  "/api/auth/csrf",
  `/${"a".repeat(600)}`,
])("%s is refused", (wanted) => expect(nextPath(wanted)).toBeNull());

test("whatever is asked for, a browser stays on this site", () => {
  const piece = fc.constantFrom("/", "\\", ".", "..", "@", ":", "evil.example", "https", "%2f", "\t", "?", "#", "a");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const path = nextPath(pieces.join(""));
      fc.pre(path !== null);
      expect(new URL(path ?? "", "https://portal.example/sign-in").origin).toBe("https://portal.example");
    }),
  );
});
