import { Card, CardTitle } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { Prose } from "@/components/ui/prose";
import { TextLink } from "@/components/ui/text-link";
import type { ArticleView as View } from "@/lib/practice/queries/reading";
import { ArticleBody } from "./article-body";

/** An article as it was given: why, the points, the text, when to get help, questions, and where it comes from. */
export function ArticleView({ view: { article, note, related } }: { view: View }) {
  return (
    <article className="grid gap-8">
      {note ? (
        <section className="rounded-lg bg-teal-wash p-5">
          <h2 className="text-lg">Why you were given this</h2>
          <p className="mt-1">{note}</p>
        </section>
      ) : null}
      <section>
        <h2 className="text-xl">Why it matters</h2>
        <p className="measure mt-2">{article.whyItMatters}</p>
      </section>
      <Card as="section">
        <CardTitle>The main points</CardTitle>
        <Prose>
          <ul>
            {article.keyPoints.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </Prose>
      </Card>
      <ArticleBody markdown={article.body} />
      <HelpNotice help={article.whenToGetHelp} />
      <section>
        <h2 className="mb-2 text-xl">Questions people ask</h2>
        {article.questions.map(({ question, answer }) => (
          <Disclosure key={question} summary={question}>
            <p className="measure">{answer}</p>
          </Disclosure>
        ))}
      </section>
      {related.length > 0 ? (
        <section>
          <h2 className="text-xl">In your plan because of this</h2>
          <ul className="mt-1">
            {related.map((exercise) => (
              <li key={exercise.itemId}>
                <TextLink href={`/session/${exercise.itemId}`} className="tap inline-flex items-center">
                  {exercise.title}
                </TextLink>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Disclosure summary="Where this comes from">
        <ol className="grid list-decimal gap-2 ps-5 text-sm">
          {article.references.map(({ text, url }) => (
            <li key={text} className="break-words">
              {text}{" "}
              {url ? (
                <a href={url} rel="noreferrer" className="text-teal-ink underline underline-offset-[0.2em]">
                  {hostOf(url)}
                </a>
              ) : null}
            </li>
          ))}
        </ol>
      </Disclosure>
    </article>
  );
}

const hostOf = (url: string) => new URL(url).hostname;

function HelpNotice({ help }: { help: View["article"]["whenToGetHelp"] }) {
  return (
    <Notice tone="safety" title="When to get help">
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
