"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { type OwnArticle, type OwnArticleInput, ownArticleSchema } from "@/lib/library/article-schema";
import { ARTICLE_WORDS } from "./article-fields";
import { AboutSection, AroundSection, HelpSection, TextSection } from "./article-form-sections";
import { QuestionFields, SourceFields } from "./article-row-fields";
import { FormSection } from "./form-section";
import { ItemForm } from "./item-form";
import type { ReviseAction, WriteAction } from "./library-actions";
import type { ExerciseOption } from "./linked-field";
import { type ItemTarget, useItemSaving } from "./use-item-saving";

type Props = {
  target: ItemTarget;
  first: OwnArticleInput;
  /** What it can speak of. */
  exercises: readonly ExerciseOption[];
  write: WriteAction;
  revise: ReviseAction;
};

/** An article of the clinic's own: everything the patient reads, and what it is found by. */
export function ArticleForm({ target, first, exercises, write, revise }: Props) {
  const form = useForm<OwnArticleInput, unknown, OwnArticle>({
    resolver: zodResolver(ownArticleSchema),
    defaultValues: first,
    shouldFocusError: false,
  });
  const saving = useItemSaving({
    form,
    schema: ownArticleSchema,
    target,
    add: (id, body) => write({ id, kind: "article", body }),
    change: (version, body) => revise({ ...version, kind: "article", body }),
  });
  return (
    <ItemForm form={form} target={target} saving={saving} words={ARTICLE_WORDS}>
      <AboutSection />
      <TextSection />
      <HelpSection />
      <FormSection title="Questions people ask" lead="What patients ask you about it. You may leave this out.">
        <QuestionFields />
      </FormSection>
      <AroundSection exercises={exercises} />
      <FormSection title="Where it comes from" lead="The sources of what it says. You may leave this out.">
        <SourceFields />
      </FormSection>
    </ItemForm>
  );
}
