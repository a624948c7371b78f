import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../../../app/globals.css", import.meta.url), "utf8");

/** The colour tokens set directly in the first block that opens with this selector. */
function tokensOf(selector: string): Record<string, string> {
  const from = css.indexOf(`${selector} {`);
  if (from < 0) throw new Error(`no block ${selector}`);
  const block = css.slice(from, css.indexOf("}", from));
  return Object.fromEntries([...block.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6,8})/g)].map((m) => [m[1], m[2]]));
}

/** Relative luminance as WCAG 2.2 defines it, from #rrggbb. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

const themes = {
  light: tokensOf(":root"),
  "dark by choice": tokensOf(':root[data-theme="dark"]'),
};

const SURFACES = ["paper", "raised", "sunken"];
const WASHES = ["teal-wash", "coral-wash", "good-wash", "caution-wash", "safety-wash"];

/** [text or mark, ground, least ratio, why] */
const PAIRS: [string, string, number][] = [
  ...SURFACES.map((ground): [string, string, number] => ["ink", ground, 7]),
  ...SURFACES.map((ground): [string, string, number] => ["teal-ink", ground, 7]),
  ...WASHES.map((ground): [string, string, number] => ["ink", ground, 7]),
  ...SURFACES.map((ground): [string, string, number] => ["ink-soft", ground, 4.5]),
  ["ink-soft", "teal-wash", 4.5],
  ["teal-ink", "teal-wash", 4.5],
  ["on-teal", "teal", 4.5],
  ["on-teal", "teal-deep", 4.5],
  ["on-safety", "safety", 4.5],
  ["paper", "ink", 4.5],
  ...["good", "caution", "safety"].flatMap((tone): [string, string, number][] => [
    [tone, `${tone}-wash`, 4.5],
    ...SURFACES.map((ground): [string, string, number] => [tone, ground, 4.5]),
  ]),
  ...["rule-strong", "teal", "coral", "focus", "data-1", "data-2", "data-3"].flatMap((mark) =>
    SURFACES.map((ground): [string, string, number] => [mark, ground, 3]),
  ),
  ["data-1", "teal-wash", 3],
  ["teal", "teal-wash", 3],
];

describe("the contrast formula", () => {
  it("gives 21 for black on white and 1 for a colour on itself", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#0f6b6b", "#0f6b6b")).toBe(1);
  });
});

describe.each(Object.entries(themes))("colours, %s", (_, tokens) => {
  it.each(PAIRS)("%s on %s reaches %s to 1", (front, ground, least) => {
    const [one, other] = [tokens[front], tokens[ground]];
    if (!one || !other) throw new Error(`no token ${front} or ${ground}`);
    expect(contrast(one, other)).toBeGreaterThanOrEqual(least);
  });
});

describe("the two dark palettes", () => {
  it("are the same, by system setting and by choice", () => {
    expect(tokensOf(':root:not([data-theme="light"])')).toEqual(themes["dark by choice"]);
  });

  it("set every colour the light one sets", () => {
    expect(Object.keys(themes["dark by choice"]).sort()).toEqual(Object.keys(themes.light).sort());
  });
});
