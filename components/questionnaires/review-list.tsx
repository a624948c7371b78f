import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import type { ReviewedItem, ReviewedPart } from "@/lib/questionnaires/review";

export type ReviewListProps = {
  parts: readonly ReviewedPart[];
  /** Where an answer is changed; the item's id comes after it. */
  itemHref: string;
  /** Where answering goes on from the first question not reached. */
  resumeHref: string;
};

/** Every answer before it is sent, part by part, with what is missing and what that means for the score. */
export function ReviewList({ parts, itemHref, resumeHref }: ReviewListProps) {
  const items = parts.flatMap((part) => part.items);
  const answered = items.filter(({ state }) => state === "answered").length;
  const skipped = items.filter(({ state }) => state === "not-reached").length;
  return (
    <div className="grid gap-6">
      <div>
        <p className="measure text-lg">
          You answered {answered} of {items.length}. Look them over; once they are sent they stay as they are.
        </p>
        {skipped > 0 ? (
          <ButtonLink href={resumeHref} variant="secondary" className="mt-4">
            {skipped === 1 ? "Go to the one not answered yet" : `Go to the ${skipped} not answered yet`}
          </ButtonLink>
        ) : null}
      </div>
      {parts.map((part) => (
        <Card key={part.id} as="section" pad="none" aria-labelledby={`part-${part.id}`}>
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-5 pt-5 pb-2">
            <h2 id={`part-${part.id}`} className="text-xl">
              {part.title}
            </h2>
            <Badge tone={part.isScored ? "teal" : "caution"} icon={part.isScored ? "check" : "warning"}>
              {part.answered} of {part.items.length} answered
            </Badge>
          </div>
          {part.consequence ? (
            <div className="px-5 pb-3">
              {part.isScored ? (
                <p className="text-ink-soft">{part.consequence}</p>
              ) : (
                <Notice tone="caution">{part.consequence}</Notice>
              )}
            </div>
          ) : null}
          <ul className="divide-y divide-rule border-rule border-t">
            {part.items.map((item) => (
              <ReviewRow key={item.id} item={item} href={`${itemHref}${item.id}`} />
            ))}
          </ul>
        </Card>
      ))}
    </div>
  );
}

const STATE_WORDS = { "not-reached": "Not answered yet", declined: "I’d rather not answer", answered: "" };

function ReviewRow({ item, href }: { item: ReviewedItem; href: string }) {
  return (
    <li>
      <Link href={href} prefetch={false} className="tap-lg flex items-center gap-4 px-5 py-3 hover:bg-sunken">
        <span className="min-w-0 flex-1">
          <span className="block leading-snug">
            <span className="numeric text-ink-soft">{item.number}. </span>
            {item.text}
          </span>
          <span className={`mt-0.5 block font-semibold ${item.state === "answered" ? "" : "text-caution"}`}>
            {item.label ?? STATE_WORDS[item.state]}
          </span>
        </span>
        <span className="inline-flex flex-none items-center gap-1 font-semibold text-sm text-teal-ink">
          {item.state === "not-reached" ? "Answer" : "Change"}
          <Icon name="arrow-end" className="size-4" />
        </span>
      </Link>
    </li>
  );
}
