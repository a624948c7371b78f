import { expect, test } from "vitest";
import { codePicture } from "@/lib/access/code-picture";
import { codeAddress, codeStep, hashRecoveryCode, newCodeSecret, newRecoveryCodes } from "@/lib/access/one-time-code";

test("a QR code is drawn inside its own square, with the three corners every reader looks for", () => {
  const { size, path } = codePicture(codeAddress(newCodeSecret(), "sam@example.test"));
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x},${y}`));
  expect(size).toBeGreaterThanOrEqual(21);
  expect(dark.size * 15).toBeGreaterThan(path.length);
  for (const [x, y] of [
    [0, 0],
    [size - 7, 0],
    [0, size - 7],
  ] as const) {
    for (let step = 0; step < 7; step += 1) {
      expect(dark).toContain(`${x + step},${y}`);
      expect(dark).toContain(`${x},${y + step}`);
    }
    expect(dark).not.toContain(`${x + 1},${y + 1}`);
  }
  expect(dark).not.toContain("7,7");
});

test("the code of RFC 6238's own example stands for its step, and a step further off does not", () => {
  // RFC 6238 appendix B, SHA-1: at 59 s the eight digits are 94287082; six digits are the last six.
  const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  expect(codeStep(secret, "287082", new Date(59_000))).toBe(1);
  expect(codeStep(secret, "287 082", new Date(80_000))).toBe(1);
  expect(codeStep(secret, "287082", new Date(200_000))).toBeNull();
  expect(codeStep(secret, "28708", new Date(59_000))).toBeNull();
});

test("ten recovery codes, all different; case and dashes do not matter", () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) {
    expect(code).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/);
    expect(hashRecoveryCode(code.toUpperCase().replace("-", " "), "key")).toBe(hashRecoveryCode(code, "key"));
  }
});
