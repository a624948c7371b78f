import type { Result } from "@/lib/core/errors";
import type { OwnArticleInput } from "@/lib/library/article-schema";
import type { OwnExerciseInput } from "@/lib/library/schemas";
import type { LibraryKind } from "@/lib/library/vocabulary";

type Action<I, R> = (input: I) => Promise<Result<R>>;

export type FavouriteAction = Action<{ itemId: string; on: boolean }, unknown>;
export type CopyAction = Action<{ id: string; fromItemId: string }, { itemId: string }>;
export type AddItemAction = Action<
  { id: string; patientId: string; planId: string; kind: LibraryKind; slug: string },
  { patientId: string; planId: string; key: string }
>;
type Text = { kind: "exercise"; body: OwnExerciseInput } | { kind: "article"; body: OwnArticleInput };
export type WriteAction = Action<{ id: string } & Text, { itemId: string }>;
export type ReviseAction = Action<{ itemId: string; baseVersion: number } & Text, { itemId: string; number: number }>;
