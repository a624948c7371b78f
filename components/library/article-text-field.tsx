"use client";

import { useDeferredValue } from "react";
import { useWatch } from "react-hook-form";
import { Disclosure } from "@/components/ui/disclosure";
import { TextArea } from "@/components/ui/text-area";
import { bodySections } from "@/lib/library/article-sections";
import { readabilityInWords, readabilityOf, readingText } from "@/lib/library/readability";
import { ArticleBody } from "./article-body";
import { useArticleField, useArticleForm } from "./article-fields";

/** The text of an article, with how to write it, how hard it is to read and what it looks like. */
export function ArticleTextField() {
  const body = useArticleField("body");
  return (
    <div className="grid gap-3">
      <TextArea
        label="Text"
        hint="Leave an empty line between paragraphs. Begin a heading with ## and a line of a list with a hyphen."
        rows={18}
        {...body}
      />
      <HowEasy />
      <Disclosure summary="How to write headings, lists and links">
        <MarkdownHelp />
      </Disclosure>
      <Disclosure summary="See how it reads">
        <Preview />
      </Disclosure>
    </div>
  );
}

/** The reading age and the time of all that is read, as it is typed. */
function HowEasy() {
  const { control } = useArticleForm();
  const [summary, whyItMatters, keyPoints, whenToGetHelp, questions, body] = useWatch({
    control,
    name: ["summary", "whyItMatters", "keyPoints", "whenToGetHelp", "questions", "body"],
  });
  const text = readingText({ summary, whyItMatters, keyPoints, whenToGetHelp, questions, body });
  const found = readabilityOf(useDeferredValue(text));
  return (
    <div className="rounded-md bg-sunken px-4 py-3">
      <p className="font-semibold">{readabilityInWords(found)}</p>
      <p className="text-ink-soft text-sm empty:hidden">
        {found.words > 0
          ? `${counted(found.words, "word")} with all its parts, ${counted(found.minutes, "minute")} to read.`
          : null}
        {found.isHard ? " Most people find age 11 easy. Shorter sentences and everyday words bring it down." : ""}
      </p>
    </div>
  );
}

const counted = (count: number, one: string) => `${count.toLocaleString("en-GB")} ${count === 1 ? one : `${one}s`}`;

const MARKS = [
  ["## How to begin", "A heading"],
  ["- Sit on a firm chair", "A line of a list"],
  ["1. Stand up", "A line of a numbered list"],
  ["**Stop** if it hurts", "Bold words"],
  ["*slowly*", "Slanted words"],
  ["[our website](https://example.org)", "A link"],
] as const;

function MarkdownHelp() {
  return (
    <>
      <dl className="grid gap-x-6 gap-y-1.5 sm:grid-cols-[max-content_1fr]">
        {MARKS.map(([typed, becomes]) => (
          <div key={typed} className="contents">
            <dt>
              <code className="break-words rounded-sm bg-sunken px-1.5 py-0.5 text-sm">{typed}</code>
            </dt>
            <dd className="mb-2 sm:mb-0">{becomes}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-ink-soft text-sm">
        The title is a heading already. Pictures are left out, and HTML stays as you typed it.
      </p>
    </>
  );
}

function Preview() {
  const { control } = useArticleForm();
  const { intro, sections } = bodySections(useDeferredValue(useWatch({ control, name: "body" })));
  return (
    <section
      aria-label="The text as your patient reads it"
      data-audience="patient"
      className="grid gap-6 rounded-lg border border-rule bg-raised p-5 text-base"
    >
      {intro === "" && sections.length === 0 ? <p className="text-ink-soft">There is no text yet.</p> : null}
      {intro ? <ArticleBody markdown={intro} /> : null}
      {sections.map(({ slug, title, markdown }) => (
        <div key={slug} className="grid gap-2">
          <h3 className="text-xl">{title}</h3>
          <ArticleBody markdown={markdown} />
        </div>
      ))}
    </section>
  );
}
