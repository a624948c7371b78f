import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openWoff } from "@/lib/export/sfnt";

const FILE =
  "node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff";
const woff = readFileSync(join(import.meta.dirname, "../../..", FILE));

type Table = { tag: string; checksum: number; offset: number; length: number };
const tablesOf = (font: Buffer): Table[] =>
  Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const entry = 12 + 16 * index;
    const [checksum = 0, offset = 0, length = 0] = [4, 8, 12].map((at) => font.readUInt32BE(entry + at));
    return { tag: font.toString("latin1", entry, entry + 4), checksum, offset, length };
  });

/** The sum of a table's big-endian words, the last filled up with zeros (OpenType, "Calculating checksums"). */
function checksumOf(data: Buffer): number {
  const whole = Buffer.concat([data], Math.ceil(data.length / 4) * 4);
  let sum = 0;
  for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0;
  return sum;
}

describe("a font that is opened", () => {
  const font = openWoff(woff);

  test("is as long as the file says, with every table on a word of its own", () => {
    expect(font.length).toBe(woff.readUInt32BE(16));
    expect(tablesOf(font).map(({ tag }) => tag)).toEqual(
      expect.arrayContaining(["cmap", "glyf", "head", "hmtx", "name"]),
    );
    expect(tablesOf(font).filter(({ offset }) => offset % 4 !== 0)).toEqual([]);
  });

  test("holds its tables unharmed", () => {
    const tables = tablesOf(font).filter(({ tag }) => tag !== "head");
    const sums = tables.map(({ offset, length }) => checksumOf(font.subarray(offset, offset + length)));
    expect(sums).toEqual(tables.map(({ checksum }) => checksum));
  });
});

test("what is no WOFF file, or a broken one, is refused", () => {
  expect(() => openWoff(Buffer.from("%PDF-1.7"))).toThrow("no WOFF");
  expect(() => openWoff(Buffer.alloc(100))).toThrow("no WOFF");
  const broken = Buffer.from(woff);
  broken.fill(0, broken.readUInt32BE(44 + 4), broken.readUInt32BE(44 + 4) + 8);
  expect(() => openWoff(broken)).toThrow();
});
