import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { photosOf } from "@/app/api/handout/[planId]/photos";
import { paintsOf } from "@/components/handout/drawing-paint";
import { choicesOf, pdfHref, withChoices } from "@/components/handout/handout-hrefs";
import { dayHead, painLimitInWords, taskInWords } from "@/components/handout/handout-words";
import { boxLines } from "@/components/handout/pdf/diary-cells";
import { handoutOf } from "@/lib/export/handout";
import { TONES } from "@/lib/movement/vocabulary";
import { BRIDGE, handoutLine } from "@/tests/support/handout";

describe("a drawing on paper", () => {
  const square = "M0 0H1V1H0Z";
  const shape = (id: string, tone: (typeof TONES)[number]) => ({ id, tone, d: square });
  const draw = (shapes: ReturnType<typeof shape>[]) => paintsOf({ ...BRIDGE.start, shapes });

  test("is grey in every tone", () => {
    const paints = draw(TONES.map((tone) => shape(tone, tone)));
    const colours = paints.flatMap(({ fill, stroke }) => [fill, stroke]).filter((colour) => colour !== "none");
    expect(colours.filter((colour) => !/^#(..)\1\1$/.test(colour))).toEqual([]);
  });

  test("gives neighbours of one tone one outline, beneath them both", () => {
    const keys = draw([shape("thigh", "trousers"), shape("shank", "trousers"), shape("foot", "shoe")]).map(
      ({ key }) => key,
    );
    expect(keys).toEqual(["thigh-outline", "shank-outline", "thigh", "shank", "foot-outline", "foot"]);
  });

  test("keeps near and far limbs, and clothes and skin, apart by a tenth of the way to black", () => {
    const grey = (tone: (typeof TONES)[number], skin: 1 | 2 | 3 | 4 = 4) => {
      const { fill } = paintsOf({ ...BRIDGE.start, skin, shapes: [shape("one", tone)] }).at(-1) ?? {};
      return Number.parseInt(fill?.slice(1, 3) ?? "", 16) / 255;
    };
    const pairs = [
      ["trousers", "trousers-far"],
      ["trousers", "shirt"],
      ["trousers", "shoe"],
      ["trousers", "muscle"],
      ["skin", "shirt"],
      ["skin", "muscle"],
      ["skin", "hair"],
      ["shoe", "shoe-far"],
    ] as const;
    expect(pairs.filter(([one, other]) => Math.abs(grey(one) - grey(other)) < 0.1)).toEqual([]);
  });
});

describe("words and addresses", () => {
  test("of a task say how long and when", () => {
    const task = { key: "a", title: "Knock knees", minutes: 1, on: "2026-03-04" };
    expect(taskInWords(task)).toBe("Knock knees (1 minute), 4 Mar 2026");
    expect(taskInWords({ ...task, minutes: null, on: null })).toBe("Knock knees");
  });

  test("of a day are short, with the month where one begins", () => {
    expect(dayHead("2026-03-31")).toEqual({ weekday: "Tue", date: "31" });
    expect(dayHead("2026-04-01")).toEqual({ weekday: "Wed", date: "1 Apr" });
  });

  test("of the pain limit stay on one line", () => expect(painLimitInWords(4)).not.toContain(" "));

  test("of a choice are read as they are written, and nonsense is the usual", () => {
    for (const choices of [
      { size: "normal", text: "published" },
      { size: "large", text: "published" },
      { size: "normal", text: "draft" },
      { size: "large", text: "draft" },
    ] as const) {
      const { searchParams } = new URL(withChoices("/handout", choices), "https://portal.example");
      expect(choicesOf(Object.fromEntries(searchParams))).toEqual(choices);
    }
    expect(choicesOf({ size: ["large", "large"] })).toEqual({ size: "normal", text: "published" });
    expect(pdfHref("plan-1", { size: "large", text: "draft" })).toBe("/api/handout/plan-1?size=large&draft");
  });

  test("boxes stand two abreast", () => expect([[0, 0], [1, 2], [3, null], [12]].map(boxLines)).toEqual([0, 1, 2, 6]));
});

test("photos become small grey JPEGs, whatever they were, and one that is gone is left out", async () => {
  const photo = (mediaId: string) => ({ kind: "photo", mediaId, words: "How it looks" }) as const;
  const lines = ["a", "a", "gone"].map((id, index) => handoutLine({ key: `key-${index}`, picture: photo(id) }));
  const about = {
    planId: "p",
    planTitle: "P",
    clinicName: "C",
    patientName: "N",
    isDraft: false,
    address: "https://a.example",
  };
  const timeline = { versions: [], endsOn: null };
  const handout = handoutOf({ ...about, madeOn: "2026-03-02", from: "2026-03-02", timeline, lines });
  const red = { create: { width: 3000, height: 2000, channels: 3, background: "#ff0000" } } as const;
  const webp = await sharp(red).webp().toBuffer();
  const asked: string[] = [];
  const photos = await photosOf(handout, async (id) => {
    asked.push(id);
    return id === "a" ? webp : null;
  });
  expect(asked).toEqual(["a", "gone"]);
  expect([...photos.keys()]).toEqual(["a"]);
  const { format, width, height, channels } = await sharp(photos.get("a")).metadata();
  expect({ format, width, height, channels }).toEqual({ format: "jpeg", width: 900, height: 600, channels: 1 });
});
