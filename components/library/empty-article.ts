import type { OwnArticleInput } from "@/lib/library/article-schema";

/** What a new article begins with: a line to write in for each list it cannot do without. */
export const EMPTY_ARTICLE: OwnArticleInput = {
  title: "",
  summary: "",
  whyItMatters: "",
  keyPoints: [""],
  whenToGetHelp: { emergency: [""], soon: [""] },
  questions: [],
  references: [],
  relatedExercises: [],
  explorer: null,
  tags: [],
  body: "",
};
