import type { Article } from "./article-schema";
import { bodySections, FIXED_HEADS, type SectionHead } from "./article-sections";

/** Some words for a voice, and the part of the article they stand in. */
export type SpokenPiece = { slug: string; text: string };

/** How fast a voice can read: 1 is its usual speed. */
export const SPEEDS = [
  { rate: 0.8, word: "slower" },
  { rate: 1, word: "normal" },
  { rate: 1.2, word: "faster" },
] as const;

/** Characters of a piece at most: long ones are cut short by some voices, and are far to go back in after a pause. */
const LONGEST_PIECE = 220;

type Spoken = Pick<Article, "title" | "whyItMatters" | "keyPoints" | "whenToGetHelp" | "body">;

/**
 * What is read aloud of an article, piece by piece: its title, why it matters, the main points, the text under each of its
 * headings, and when to get help, so that nobody who only listens misses that. No piece is empty or over 220 characters.
 */
export function spokenPieces({ title, whyItMatters, keyPoints, whenToGetHelp, body }: Spoken): SpokenPiece[] {
  const { intro, sections } = bodySections(body);
  const { why, points, help } = FIXED_HEADS;
  const under = ({ slug, title: heading }: SectionHead, paragraphs: readonly string[]) =>
    [heading, ...paragraphs].flatMap((text) => piecesOf(text).map((piece) => ({ slug, text: piece })));
  return [
    ...piecesOf(title).map((text) => ({ slug: why.slug, text })),
    ...under(why, [whyItMatters]),
    ...under(points, [...keyPoints, ...paragraphsOf(intro)]),
    ...sections.flatMap((section) => under(section, paragraphsOf(section.markdown))),
    ...under(help, ["At once.", ...whenToGetHelp.emergency, "Soon.", ...whenToGetHelp.soon]),
  ];
}

/** The paragraphs, list items and rows of a Markdown text, as one would say them. */
export function paragraphsOf(markdown: string): string[] {
  const said: string[] = [];
  let isOpen = false;
  for (const line of markdown.split(/\r?\n/)) {
    const text = line.trim();
    const isBreak = text === "" || /^(```|~~~|([-*_]\s*){3,}$)/.test(text) || /^\|?[\s:|-]+\|[\s:|-]*$/.test(text);
    if (isBreak) {
      isOpen = false;
      continue;
    }
    const begins = /^(#{1,6}\s|[-*+]\s|\d+[.)]\s|\|)/.test(text);
    const words = asSaid(text);
    if (words !== "") {
      if (isOpen && !begins) said.push(`${said.pop() ?? ""} ${words}`);
      else said.push(words);
    }
    // A heading and a row of a table end with their line.
    isOpen = words !== "" && !/^(#{1,6}\s|\|)/.test(text);
  }
  return said;
}

/** One line without the marks of Markdown; the cells of a row are told one after the other. */
function asSaid(line: string): string {
  const row = line.startsWith("|") ? line.replace(/^\||\|$/g, "").split("|") : [line];
  return row
    .map((cell) => cell.replace(/^(>\s*)*(#{1,6}\s+|[-*+]\s+|\d+[.)]\s+)?(\[[ xX]\]\s+)?/, "").trim())
    .map((cell) => cell.replace(/!\[[^\]]*\]\([^)]*\)/g, "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1"))
    .map((cell) =>
      cell
        .replace(/<(https?:[^>]*)>/g, "")
        .replace(/\*+|~~|`|(?<!\w)_+|_+(?!\w)/g, "")
        .trim(),
    )
    .filter((cell) => cell !== "")
    .join(", ");
}

/** A text for a voice, cut between sentences, or between words where one sentence is too long. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const sentence of sayable(text).split(/(?<=[.!?…][”"’)]?)\s+/)) {
    for (const part of shortened(sentence)) {
      const last = pieces.at(-1);
      if (last !== undefined && last.length + part.length < LONGEST_PIECE)
        pieces[pieces.length - 1] = `${last} ${part}`;
      else if (part !== "") pieces.push(part);
    }
  }
  return pieces;
}

function shortened(sentence: string): string[] {
  if (sentence.length <= LONGEST_PIECE) return [sentence];
  const start = sentence.slice(0, LONGEST_PIECE);
  const comma = Math.max(start.lastIndexOf(", "), start.lastIndexOf("; "), start.lastIndexOf(": "));
  const space = start.lastIndexOf(" ");
  const end = comma > LONGEST_PIECE / 2 ? comma + 1 : space > 0 ? space : LONGEST_PIECE;
  return [start.slice(0, end).trim(), ...shortened(sentence.slice(end).trim())];
}

/** The emergency numbers digit by digit, as they are said and dialled. */
function sayable(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/\b999\b/g, "nine nine nine")
    .replace(/\b111\b/g, "one one one")
    .trim();
}

/** What a browser tells of a voice. */
export type VoiceFacts = { lang: string; localService: boolean; default: boolean };

/**
 * The voice to read with: a British one before another English one, one of the device's own, which needs no network, before one
 * from afar. Null when none speaks English: the browser then chooses.
 */
export function chosenVoice<Voice extends VoiceFacts>(voices: readonly Voice[]): Voice | null {
  const rank = ({ lang, localService, default: isDefault }: Voice) => {
    const tag = lang.replace("_", "-").toLowerCase();
    const british = tag === "en-gb" || tag.startsWith("en-gb-");
    if (!british && tag !== "en" && !tag.startsWith("en-")) return 0;
    return (british ? 8 : 4) + (localService ? 2 : 0) + (isDefault ? 1 : 0);
  };
  return voices.reduce<Voice | null>((best, voice) => {
    return rank(voice) > (best ? rank(best) : 0) ? voice : best;
  }, null);
}
