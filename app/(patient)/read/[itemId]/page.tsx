import type { Metadata } from "next";
import { cache } from "react";
import { markAsRead } from "@/app/(patient)/practice-actions";
import { ArticleView } from "@/components/library/article-view";
import { MarkRead } from "@/components/library/mark-read";
import { TextSize } from "@/components/library/text-size";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { orNotFound, requireActor } from "@/lib/access/session";
import { formatInstant } from "@/lib/core/calendar";
import { getArticle } from "@/lib/practice/queries/reading";

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
  const { article, readAt, givenOn } = view;
  return (
    <>
      <PageHeader
        title={article.title}
        eyebrow={`${article.readingMinutes} ${article.readingMinutes === 1 ? "minute" : "minutes"} to read`}
        lead={article.summary}
        back={{ href: "/read", label: "Read" }}
      />
      <TextSize>
        <ArticleView view={view} />
      </TextSize>
      <div className="mt-8">
        {readAt ? (
          <Notice tone="success" title={`You marked this as read on ${formatInstant(readAt, actor.timeZone)}.`}>
            <TextLink href="/today">Back to Today</TextLink>
          </Notice>
        ) : givenOn ? (
          <MarkRead itemId={view.itemId} dueOn={givenOn} markAsRead={markAsRead} />
        ) : null}
      </div>
    </>
  );
}
