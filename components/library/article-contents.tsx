"use client";

import { useRef } from "react";
import { Icon } from "@/components/ui/icon";
import { useReadingRoom } from "./reading-room";

/** What is in the article, with the part in sight marked. Choosing a part goes there and closes the list. */
export function ArticleContents() {
  const { contents, current } = useReadingRoom();
  const details = useRef<HTMLDetailsElement>(null);
  const summary = useRef<HTMLElement>(null);
  const close = () => {
    if (details.current) details.current.open = false;
  };
  return (
    <nav aria-label="In this article" className="min-w-0 flex-1">
      <details
        ref={details}
        className="group"
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          close();
          summary.current?.focus();
        }}
      >
        <summary ref={summary} className="tap inline-flex items-center gap-2 rounded-sm font-semibold text-teal-ink">
          <Icon name="list" className="size-5" />
          Contents
          <Icon name="chevron-down" className="size-4 transition-transform group-open:rotate-180" />
        </summary>
        <ol className="absolute inset-x-0 top-full max-h-[60dvh] overflow-y-auto rounded-b-md border border-rule bg-raised p-2 shadow-card">
          {contents.map(({ slug, title }) => (
            <li key={slug}>
              <a
                href={`#${slug}`}
                onClick={close}
                aria-current={current === slug ? "location" : undefined}
                className="tap flex items-center rounded-sm border-transparent border-s-4 px-3 py-1.5 leading-snug hover:bg-sunken aria-[current]:border-teal aria-[current]:bg-teal-wash aria-[current]:font-semibold"
              >
                {title}
              </a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}
