import Link from "next/link";
import type { ComponentProps } from "react";

/** A link in running text. `quiet` leaves the underline for hover and focus: only where the place says it is a link. */
export function TextLink({ quiet, className, ...rest }: ComponentProps<typeof Link> & { quiet?: boolean }) {
  const line = quiet ? "no-underline hover:underline focus-visible:underline" : "underline hover:decoration-2";
  return (
    <Link {...rest} className={`text-teal-ink decoration-1 underline-offset-[0.2em] ${line} ${className ?? ""}`} />
  );
}
