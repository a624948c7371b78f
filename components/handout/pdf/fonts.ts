import { Font } from "@react-pdf/renderer";

/** Letters of western European languages, and after them those the first file lacks, such as Ł. */
export const HANDOUT_FONTS = ["Handout", "Handout more"];

/** A file of the typeface, opened: an address that begins with `data:`, so that nothing is fetched. */
export type HandoutFont = { letters: "latin" | "latin-ext"; weight: 400 | 700; src: string };

let ready: Promise<void> | undefined;

/** Makes the typeface known, once. */
export function loadFonts(fonts: readonly HandoutFont[]): Promise<void> {
  ready ??= registerFonts(fonts).catch((error: unknown) => {
    ready = undefined;
    throw error;
  });
  return ready;
}

async function registerFonts(fonts: readonly HandoutFont[]): Promise<void> {
  // Words are never broken: a reader with little sight takes them in whole.
  Font.registerHyphenationCallback((word) => [word]);
  for (const { letters, weight: fontWeight, src } of fonts) {
    const font = { fontFamily: letters === "latin" ? "Handout" : "Handout more", fontWeight };
    Font.register({ family: font.fontFamily, fontWeight, src });
    await Font.load(font);
    // A PDF tells its fonts apart by this name, and both files have the same: one would be put in again at each letter.
    const { data } = Font.getFont(font);
    const postscriptName = `AtkinsonHyperlegibleNext-${letters}-${fontWeight}`;
    if (data) Object.defineProperty(data, "postscriptName", { value: postscriptName });
  }
}
