import { inflateSync } from "node:zlib";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { handoutFonts } from "@/app/api/handout/[planId]/fonts";
import { renderHandout } from "@/components/handout/pdf/render";
import { type Handout, handoutOf } from "@/lib/export/handout";
import { handoutLine } from "@/tests/support/handout";

/** What the handout of eight exercises may weigh, in bytes, and take, in milliseconds. */
const MOST_BYTES = 300_000;
const MOST_MILLISECONDS = 1_500;

const EXERCISES = Array.from({ length: 8 }, (_, index) =>
  handoutLine({ id: `item-${index}`, key: `key-${index}`, title: `Glute bridge ${index + 1}` }),
);

function handoutOfEight(changes: Partial<Handout> = {}): Handout {
  const timeline = {
    versions: [{ versionId: "v1", number: 1, effectiveOn: "2026-03-02", items: EXERCISES }],
    endsOn: null,
  };
  const about = {
    planId: "plan-1",
    planTitle: "Stronger knees",
    clinicName: "Harbour Practice",
    patientName: "Łucja Nowak",
    madeOn: "2026-03-02",
    isDraft: false,
    address: "https://portal.example/today",
  };
  return { ...handoutOf({ ...about, from: "2026-03-02", timeline, lines: EXERCISES }), ...changes };
}

/** What a PDF says outside its streams and inside those that are only deflated. */
function plainOf(pdf: Buffer): string {
  const text = pdf.toString("latin1");
  const streams = [...text.matchAll(/\/FlateDecode[\s\S]*?stream\r?\n/g)].map(({ index, 0: head }) => {
    const from = index + head.length;
    return inflateSync(pdf.subarray(from, text.indexOf("endstream", from))).toString("latin1");
  });
  return text + streams.join("\n");
}

const pagesOf = (pdf: Buffer) => Number(/\/Type \/Pages[\s\S]*?\/Count (\d+)/.exec(pdf.toString("latin1"))?.[1]);
const draw = (handout: Handout, size: "normal" | "large" = "normal") =>
  renderHandout({ handout, size, photos: new Map() }, handoutFonts());

describe("the PDF of eight exercises", () => {
  let pdf: Buffer;
  beforeAll(async () => {
    await draw(handoutOfEight({ exercises: [], diary: null }));
    pdf = await draw(handoutOfEight());
  });

  test("is a PDF of a few pages, and small", () => {
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.length).toBeLessThan(MOST_BYTES);
    expect(pagesOf(pdf)).toBeLessThanOrEqual(4);
  });

  test("is made in time, in processor time, which other work on the machine does not lengthen", async () => {
    const before = process.cpuUsage();
    await draw(handoutOfEight());
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(MOST_MILLISECONDS);
  });

  test("brings its typeface with it, once a file, and asks nothing of the network", () => {
    const names = [...pdf.toString("latin1").matchAll(/\/FontName \/\w+\+([\w-]+)/g)].map(([, name]) => name);
    expect(names.sort()).toEqual([
      "AtkinsonHyperlegibleNext-latin-400",
      "AtkinsonHyperlegibleNext-latin-700",
      "AtkinsonHyperlegibleNext-latin-ext-400",
    ]);
    expect(plainOf(pdf)).not.toMatch(/\/URI|\/Launch|\/JavaScript/);
  });

  test("uses greys alone", () => {
    const colours = [...plainOf(pdf).matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) (?:scn|SCN|rg|RG)$/gm)];
    expect(colours.length).toBeGreaterThan(50);
    expect(colours.filter(([, red, green, blue]) => red !== green || green !== blue)).toEqual([]);
  });

  test("in large print has more pages, and stays small", async () => {
    const large = await draw(handoutOfEight(), "large");
    expect(pagesOf(large)).toBeGreaterThan(pagesOf(pdf));
    expect(large.length).toBeLessThan(MOST_BYTES);
  });
});

test("the clinic's own photo stands in the figure's place, and a photo that is gone leaves only the words", async () => {
  const [first] = handoutOfEight().exercises;
  if (!first) throw new Error("there is no exercise");
  const picture = { kind: "photo", mediaId: "photo-1", words: "How it looks" } as const;
  const handout = handoutOfEight({ exercises: [{ ...first, picture }], diary: null });
  const grey = { create: { width: 30, height: 20, channels: 3, background: "#808080" } } as const;
  const jpeg = await sharp(grey).toColourspace("b-w").jpeg().toBuffer();
  const shown = await renderHandout({ handout, size: "normal", photos: new Map([["photo-1", jpeg]]) }, handoutFonts());
  expect(shown.toString("latin1")).toContain("/Subtype /Image");
  expect(shown.includes(jpeg)).toBe(true);
  expect((await draw(handout)).toString("latin1")).not.toContain("/Subtype /Image");
});
