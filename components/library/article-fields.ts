"use client";

import { type FieldPath, type RegisterOptions, useFormContext } from "react-hook-form";
import type { OwnArticle, OwnArticleInput } from "@/lib/library/article-schema";
import { usePlainField } from "./item-fields";

export function useArticleForm() {
  return useFormContext<OwnArticleInput, unknown, OwnArticle>();
}

export function useArticleField<N extends FieldPath<OwnArticleInput>>(
  name: N,
  options?: RegisterOptions<OwnArticleInput, N>,
) {
  return usePlainField<OwnArticleInput, N>(name, options);
}

/** What the list of errors calls each field. */
export const ARTICLE_WORDS: Record<string, string> = {
  title: "Title",
  summary: "What it is about",
  tags: "Words it is found by",
  whyItMatters: "Why it matters",
  keyPoints: "The main points",
  body: "Text",
  "whenToGetHelp.emergency": "At once",
  "whenToGetHelp.soon": "Soon",
  questions: "Questions",
  relatedExercises: "Exercises it speaks of",
  explorer: "Picture to move",
  references: "Sources",
};
