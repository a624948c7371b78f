import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { HandoutFont } from "@/components/handout/pdf/fonts";
import { openWoff } from "@/lib/export/sfnt";

const FILES = join(process.cwd(), "node_modules/@fontsource/atkinson-hyperlegible-next/files");
const NEEDED = [
  { letters: "latin", weight: 400 },
  { letters: "latin", weight: 700 },
  { letters: "latin-ext", weight: 400 },
  { letters: "latin-ext", weight: 700 },
] as const;

let opened: HandoutFont[] | undefined;

/** The typeface of the portal as a PDF takes it, read once. */
export function handoutFonts(): readonly HandoutFont[] {
  opened ??= NEEDED.map(({ letters, weight }) => {
    const woff = readFileSync(join(FILES, `atkinson-hyperlegible-next-${letters}-${weight}-normal.woff`));
    return { letters, weight, src: `data:font/ttf;base64,${openWoff(woff).toString("base64")}` };
  });
  return opened;
}
