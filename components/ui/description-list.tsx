import type { ReactNode } from "react";

export type DescriptionListProps = {
  items: readonly { term: string; detail: ReactNode }[];
  layout?: "stack" | "columns";
  className?: string;
};

const LAYOUT = {
  stack: "divide-y divide-rule",
  columns: "grid gap-x-8 gap-y-4 @md:grid-cols-2 @3xl:grid-cols-3",
};

export function DescriptionList({ items, layout = "stack", className }: DescriptionListProps) {
  const pair = layout === "stack" ? "grid gap-x-6 py-2.5 @md:grid-cols-[11rem_1fr]" : "";
  return (
    <div className={`@container ${className ?? ""}`}>
      <dl className={LAYOUT[layout]}>
        {items.map((item) => (
          <div key={item.term} className={pair}>
            <dt className="text-ink-soft text-sm leading-[inherit]">{item.term}</dt>
            <dd className="min-w-0 font-medium">{item.detail}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
