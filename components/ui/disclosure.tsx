import type { ReactNode } from "react";
import { Icon } from "./icon";

export type DisclosureProps = { summary: ReactNode; children: ReactNode; open?: boolean; className?: string };

export function Disclosure({ summary, children, open, className }: DisclosureProps) {
  return (
    <details open={open} className={`group ${className ?? ""}`}>
      <summary className="tap inline-flex max-w-full items-center gap-1.5 rounded-sm font-semibold text-teal-ink hover:underline">
        <Icon
          name="chevron-down"
          className="size-5 -rotate-90 transition-transform group-open:rotate-0 rtl:rotate-90"
        />
        <span className="min-w-0">{summary}</span>
      </summary>
      <div className="pt-1 pb-3">{children}</div>
    </details>
  );
}
