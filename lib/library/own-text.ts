import { libraryArticleSchema, type OwnArticle, TITLE_LENGTH } from "./article-schema";
import { copyName, ownSlug } from "./own-slug";
import { readingMinutes } from "./readability";
import { libraryExerciseSchema, type OwnExercise } from "./schemas";
import type { LibraryKind } from "./vocabulary";

/** What a clinic wrote itself, as it was typed. */
export type OwnText = { kind: "exercise"; body: OwnExercise } | { kind: "article"; body: OwnArticle };

/** The same as a version keeps it. */
export type KeptText = {
  title: string;
  body:
    | (OwnExercise & { slug: string })
    | (OwnArticle & { slug: string /** Whole minutes, from its words. */; readingMinutes: number });
};

/** What is kept of a text under a slug. */
export function keptText(text: OwnText, slug: string): KeptText {
  if (text.kind === "exercise") return { title: text.body.name, body: { ...text.body, slug } };
  return { title: text.body.title, body: { ...text.body, slug, readingMinutes: readingMinutes(text.body) } };
}

/** The slug of a text that is new, from its name and the id of its item. */
export function slugOfNew(text: OwnText, itemId: string): string {
  return ownSlug(text.kind === "exercise" ? text.body.name : text.body.title, itemId, text.kind);
}

/** A stored text under the name a copy has until it is given another. @throws ZodError when it is none. */
export function copyOf(kind: LibraryKind, stored: unknown): OwnText {
  if (kind === "exercise") {
    const { slug: _slug, ...body } = libraryExerciseSchema.parse(stored);
    return { kind, body: { ...body, name: copyName(body.name) } };
  }
  const { slug: _slug, readingMinutes: _minutes, ...body } = libraryArticleSchema.parse(stored);
  return { kind, body: { ...body, title: copyName(body.title, TITLE_LENGTH) } };
}
