import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { type CalendarDay, formatDay } from "@/lib/core/calendar";
import type { ReviewedItem, ReviewedPart } from "@/lib/questionnaires/review";
import { FlagAdvice } from "./flag-advice";
import type { RaisedFlag } from "./raised-flags";

export type ReviewListProps = {
  /** What some answers ask the person to do at once. */
  flags: readonly RaisedFlag[];
  /** The day of the answers that these take the place of; null for first answers. */
  correctedOn: CalendarDay | null;
  parts: readonly ReviewedPart[];
  /** Where an answer is changed; the item's id comes after it. */
  itemHref: string;
  /** Where answering goes on from the first question not reached. */
  resumeHref: string;
};

/** Every answer before it is sent, part by part, with what is missing and what that means for the score. */
export function ReviewList({ flags, correctedOn, parts, itemHref, resumeHref }: ReviewListProps) {
  const items = parts.flatMap((part) => part.items);
  const answered = items.filter(({ state }) => state === "answered").length;
  const skipped = items.filter(({ state }) => state === "not-reached").length;
  return (
    <div className="grid gap-6">
      <FlagAdvice flags={flags} />
      <div>
        <p className="measure text-lg">
          You answered {answered} of {items.length}.{" "}
          {correctedOn
            ? `Change what was wrong. These will then count in place of your answers of ${formatDay(correctedOn)}.`
            : "Look them over; once they are sent they stay as they are."}
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
            <Answered part={part} />
          </div>
          <Consequences part={part} />
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

function Answered({ part }: { part: ReviewedPart }) {
  const { answered, items, isScored } = part;
  const tone = !isScored ? "caution" : answered === 0 ? "neutral" : "teal";
  return (
    <Badge tone={tone} icon={isScored ? (answered === 0 ? undefined : "check") : "warning"}>
      {answered} of {items.length} answered
    </Badge>
  );
}

function Consequences({ part: { consequences, isScored } }: { part: ReviewedPart }) {
  if (consequences.length === 0) return null;
  const sentences = consequences.map((sentence) => <p key={sentence}>{sentence}</p>);
  return (
    <div className="px-5 pb-3">
      {isScored ? (
        <div className="text-ink-soft">{sentences}</div>
      ) : (
        <Notice tone="caution">
          <div className="grid gap-2">{sentences}</div>
        </Notice>
      )}
    </div>
  );
}

const STATE_WORDS = { "not-reached": "Not answered yet", declined: "I’d rather not answer" };

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
            {item.state === "answered"
              ? item.labels.map((label) => (
                  <span key={label} className="block">
                    {label}
                  </span>
                ))
              : STATE_WORDS[item.state]}
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
