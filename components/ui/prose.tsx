import type { ReactNode } from "react";

/** Running text of an article: its headings, lists and links are set by prose.css. */
export function Prose({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={`prose ${className ?? ""}`}>{children}</div>;
}
