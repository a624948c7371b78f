import type { Metadata } from "next";
import { cache } from "react";
import { markAsRead } from "@/app/(patient)/practice-actions";
import { ArticleView } from "@/components/library/article-view";
import { GoOn } from "@/components/library/go-on";
import { MarkRead } from "@/components/library/mark-read";
import { ReadingBar } from "@/components/library/reading-bar";
import { ReadingRoom } from "@/components/library/reading-room";
import { TextSize } from "@/components/library/text-size";
import { OwnQuestions } from "@/components/messages/own-questions";
import { ChainStory } from "@/components/movement/chain-story";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { orNotFound, requireActor } from "@/lib/access/session";
import { formatInstant } from "@/lib/core/calendar";
import { articleContents } from "@/lib/library/article-sections";
import { spokenPieces } from "@/lib/library/read-aloud";
import { getOwnQuestions } from "@/lib/messages/queries";
import { getArticle } from "@/lib/practice/queries/reading";
import { ask } from "../actions";

type Props = { params: Promise<{ itemId: string }> };

const load = cache(async (itemId: string) => {
  const actor = await requireActor("patient");
  return { actor, view: await orNotFound(getArticle(actor, { itemId })) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { view } = await load((await params).itemId);
  return { title: view.article.title };
}

export default async function ArticlePage({ params }: Props) {
  const { actor, view } = await load((await params).itemId);
  const { article, readAt, givenOn, itemId } = view;
  const questions = await orNotFound(getOwnQuestions(actor, { planItemId: itemId }));
  return (
    <ReadingRoom
      itemKey={view.key}
      contents={articleContents(article, article.explorer !== null)}
      isRead={readAt !== null}
    >
      <PageHeader
        title={article.title}
        eyebrow={`${article.readingMinutes} ${article.readingMinutes === 1 ? "minute" : "minutes"} to read`}
        lead={article.summary}
        back={{ href: "/read", label: "Read" }}
      />
      <ReadingBar pieces={spokenPieces(article)} />
      <GoOn />
      <TextSize>
        <ArticleView view={view} explorer={article.explorer ? <ChainStory kind={article.explorer} /> : undefined} />
      </TextSize>
      <div className="mt-8">
        {readAt ? (
          <Notice tone="success" title={`You marked this as read on ${formatInstant(readAt, actor.timeZone)}.`}>
            <TextLink href="/today">Back to Today</TextLink>
          </Notice>
        ) : givenOn ? (
          <MarkRead
            who={actor.memberId}
            title={article.title}
            itemId={itemId}
            dueOn={givenOn}
            markAsRead={markAsRead}
          />
        ) : null}
      </div>
      <OwnQuestions planItemId={itemId} questions={questions} timeZone={actor.timeZone} ask={ask} />
    </ReadingRoom>
  );
}
