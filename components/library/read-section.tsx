"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { useReadingRoom } from "./reading-room";

type Props = { slug: string; className?: string; children: ReactNode };

/** A part of an article with an address of its own. While it is read aloud it is marked, and comes gently into sight. */
export function ReadSection({ slug, className, children }: Props) {
  const { heard } = useReadingRoom();
  const ref = useRef<HTMLElement>(null);
  const isHeard = heard === slug;

  useEffect(() => {
    const isStill = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (isHeard && !isStill) ref.current?.scrollIntoView({ behavior: "smooth", block: "start" });
  }, [isHeard]);

  return (
    <section
      ref={ref}
      id={slug}
      aria-labelledby={`${slug}-title`}
      data-heard={isHeard || undefined}
      className={`-mx-3 scroll-mt-36 rounded-md border-s-4 py-2 ps-2 pe-3 transition-colors ${isHeard ? "border-teal bg-teal-wash" : "border-transparent"} ${className ?? ""}`}
    >
      {children}
    </section>
  );
}
