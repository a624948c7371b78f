import type { ReactNode } from "react";

/** A part of a long form: what it is about at the side, its fields on a card. */
export function FormSection({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <section className="grid gap-x-8 gap-y-3 border-rule border-t pt-6 lg:grid-cols-[13rem_minmax(0,1fr)]">
      <div>
        <h2 className="text-lg">{title}</h2>
        <p className="mt-1 text-ink-soft text-sm">{lead}</p>
      </div>
      <div className="grid min-w-0 content-start gap-5">{children}</div>
    </section>
  );
}
