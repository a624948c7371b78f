import type { Article } from "./article-schema";

/** A part of an article that has a heading. `slug` is its address in the page. */
export type SectionHead = { slug: string; title: string };
/** Text of an article under one of its headings; the Markdown is without the heading itself. */
export type BodySection = SectionHead & { markdown: string };

/** The heading in a text under which the picture that the reader can move is drawn. */
export const EXPLORER_HEAD = { slug: "see-it-move", title: "See it move" } satisfies SectionHead;

/** The parts that articles have beside the headings of their text: all of them the same, but for questions where there are none. */
export const FIXED_HEADS = {
  why: { slug: "why-it-matters", title: "Why it matters" },
  points: { slug: "the-main-points", title: "The main points" },
  help: { slug: "when-to-get-help", title: "When to get help" },
  questions: { slug: "questions-people-ask", title: "Questions people ask" },
} as const satisfies Record<string, SectionHead>;

const FENCE = /^\s*(```|~~~)/;

/**
 * The text of an article cut at its headings of the second level, in order; what stands before the first one is `intro`. The
 * title is the one heading of the first level there can be: what a text has of them counts among the second. The addresses are made from the headings, and no two of one article, its fixed parts among them, are the same.
 */
export function bodySections(markdown: string): { intro: string; sections: BodySection[] } {
  const taken = new Set<string>(Object.values(FIXED_HEADS).map(({ slug }) => slug));
  const sections: { slug: string; title: string; lines: string[] }[] = [];
  const intro: string[] = [];
  let isCode = false;
  for (const line of markdown.split(/\r?\n/)) {
    if (FENCE.test(line)) isCode = !isCode;
    const title = isCode ? undefined : headingIn(line);
    if (title === undefined) (sections.at(-1)?.lines ?? intro).push(line);
    else sections.push({ slug: addressOf(plain(title), taken), title: plain(title), lines: [] });
  }
  return {
    intro: intro.join("\n").trim(),
    sections: sections.map(({ lines, ...head }) => ({ ...head, markdown: lines.join("\n").trim() })),
  };
}

/**
 * The list of contents of an article as a reader meets it; without questions their part is left out. With `hasExplorer` the picture to move has a part of its own, unless
 * the text has a heading for it already.
 */
export function articleContents(article: Pick<Article, "body" | "questions">, hasExplorer: boolean): SectionHead[] {
  const heads = bodySections(article.body).sections.map(({ slug, title }) => ({ slug, title }));
  const { why, points, help, questions } = FIXED_HEADS;
  const own = hasExplorer && !heads.some(isExplorerHead) ? [EXPLORER_HEAD] : [];
  return [why, points, ...heads, ...own, help, ...(article.questions.length > 0 ? [questions] : [])];
}

/** Whether a heading is the one the picture to move belongs under. */
export function isExplorerHead({ slug }: SectionHead): boolean {
  return slug === EXPLORER_HEAD.slug;
}

/** The words of a line that is a heading. Step by step: one pattern for all of it would take hours over a long line. */
function headingIn(line: string): string | undefined {
  const marks = /^##?(?=\s)/.exec(line)?.[0];
  if (!marks) return undefined;
  const words = line
    .slice(marks.length)
    .trim()
    .replace(/(?<=^|\s)#+$/, "")
    .trimEnd();
  return words === "" ? undefined : words;
}

/** A heading without the marks of Markdown. */
const plain = (heading: string) => heading.replace(/[*_`]/g, "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");

function addressOf(title: string, taken: Set<string>): string {
  const base =
    title
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[’'\p{M}]/gu, "")
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-+|-+$/g, "") || "part";
  let slug = base;
  for (let number = 2; taken.has(slug); number += 1) slug = `${base}-${number}`;
  taken.add(slug);
  return slug;
}
