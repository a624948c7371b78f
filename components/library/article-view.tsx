import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { Prose } from "@/components/ui/prose";
import {
  bodySections,
  EXPLORER_HEAD,
  FIXED_HEADS,
  isExplorerHead,
  type SectionHead,
} from "@/lib/library/article-sections";
import type { ArticleView as View } from "@/lib/practice/queries/reading";
import { ArticleBody } from "./article-body";
import { ReadSection } from "./read-section";
import { RelatedExercises } from "./related-exercises";

type Props = {
  view: Pick<View, "article" | "note" | "related">;
  /** The picture the reader can move, for an article that has one. */
  explorer?: ReactNode;
};

/** An article as it was given: why, the points, the text, when to get help, questions, and where it comes from. */
export function ArticleView({ view: { article, note, related }, explorer }: Props) {
  const { intro, sections } = bodySections(article.body);
  const { why, points, help, questions } = FIXED_HEADS;
  return (
    <article className="grid gap-8">
      {note ? (
        <section className="rounded-lg bg-teal-wash p-5">
          <h2 className="text-lg">Why you were given this</h2>
          <p className="mt-1">{note}</p>
        </section>
      ) : null}
      <Part head={why}>
        <p className="measure mt-2">{article.whyItMatters}</p>
      </Part>
      <ReadSection slug={points.slug}>
        <Card>
          <Heading head={points} />
          <Prose className="mt-3">
            <ul>
              {article.keyPoints.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          </Prose>
        </Card>
      </ReadSection>
      {intro ? <ArticleBody markdown={intro} /> : null}
      {sections.map((section) => (
        <Part key={section.slug} head={section}>
          <ArticleBody markdown={section.markdown} />
          {isExplorerHead(section) ? explorer : null}
        </Part>
      ))}
      {explorer && !sections.some(isExplorerHead) ? <Part head={EXPLORER_HEAD}>{explorer}</Part> : null}
      <ReadSection slug={help.slug}>
        <HelpNotice help={article.whenToGetHelp} />
      </ReadSection>
      {article.questions.length > 0 ? (
        <Part head={questions}>
          {article.questions.map(({ question, answer }) => (
            <Disclosure key={question} summary={question}>
              <p className="measure">{answer}</p>
            </Disclosure>
          ))}
        </Part>
      ) : null}
      {related.length > 0 ? (
        <section>
          <h2 className="text-xl">Exercises for this</h2>
          {related.some(({ itemId }) => itemId === null) ? (
            <p className="measure mt-1 text-ink-soft">
              Those in your plan were chosen for you. Ask your physiotherapist before you add another.
            </p>
          ) : null}
          <RelatedExercises exercises={related} />
        </section>
      ) : null}
      {article.references.length > 0 ? <Sources references={article.references} /> : null}
    </article>
  );
}

function Heading({ head: { slug, title } }: { head: SectionHead }) {
  return (
    <h2 id={`${slug}-title`} className="text-xl">
      {title}
    </h2>
  );
}

function Part({ head, children }: { head: SectionHead; children: ReactNode }) {
  return (
    <ReadSection slug={head.slug} className="grid gap-2">
      <Heading head={head} />
      {children}
    </ReadSection>
  );
}

function Sources({ references }: Pick<View["article"], "references">) {
  return (
    <Disclosure summary="Where this comes from">
      <ol className="grid list-decimal gap-2 ps-5 text-sm">
        {references.map(({ text, url }) => (
          <li key={text} className="break-words">
            {text}{" "}
            {url ? (
              <a href={url} rel="noreferrer" className="text-teal-ink underline underline-offset-[0.2em]">
                {new URL(url).hostname}
              </a>
            ) : null}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}

function HelpNotice({ help }: { help: View["article"]["whenToGetHelp"] }) {
  const { slug, title } = FIXED_HEADS.help;
  return (
    <Notice tone="safety" title={<span id={`${slug}-title`}>{title}</span>}>
      <p className="mt-2 font-semibold">At once</p>
      <ul className="mt-1 grid list-disc gap-1.5 ps-5">
        {help.emergency.map((sign) => (
          <li key={sign}>{sign}</li>
        ))}
      </ul>
      <p className="mt-4 font-semibold">Soon</p>
      <ul className="mt-1 grid list-disc gap-1.5 ps-5">
        {help.soon.map((sign) => (
          <li key={sign}>{sign}</li>
        ))}
      </ul>
    </Notice>
  );
}
