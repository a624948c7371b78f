import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { formatInstant } from "@/lib/core/calendar";
import type { ReadingItem } from "@/lib/practice/queries/reading";

/** The articles a patient was given, those still to read first. */
export function ReadingList({ items, timeZone }: { items: readonly ReadingItem[]; timeZone: string }) {
  if (items.length === 0) {
    return (
      <EmptyState icon="book" title="Nothing to read yet">
        When your physiotherapist gives you something to read, it will be here.
      </EmptyState>
    );
  }
  return (
    <ul className="grid gap-4">
      {items.map((item) => (
        <li key={item.key}>
          <Link
            href={`/read/${item.itemId}`}
            className="block rounded-lg border border-rule bg-raised p-5 shadow-card hover:border-teal"
          >
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft text-sm">
              <span>
                {item.minutes} {item.minutes === 1 ? "minute" : "minutes"}
              </span>
              {item.readAt ? (
                <Badge tone="good" icon="check">
                  Read {formatInstant(item.readAt, timeZone)}
                </Badge>
              ) : (
                <Badge tone="teal">To read</Badge>
              )}
              {item.asked?.answered ? (
                <Badge tone="good" icon="mail">
                  Question answered
                </Badge>
              ) : null}
              {item.asked?.open ? <Badge icon="mail">Question sent</Badge> : null}
            </p>
            <h2 className="mt-1.5 text-xl">{item.title}</h2>
            <p className="mt-1.5">{item.summary}</p>
            {item.note ? (
              <p className="mt-3 border-coral border-s-2 ps-3 text-ink-soft">
                <span className="font-semibold text-ink">Why you: </span>
                {item.note}
              </p>
            ) : null}
          </Link>
        </li>
      ))}
    </ul>
  );
}
