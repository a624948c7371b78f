import type { ReactNode } from "react";
import { FigureMoving } from "@/components/movement/figure-moving";
import { FigureStill } from "@/components/movement/figure-still";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import type { LibraryRow } from "@/lib/library/queries/search";

type Props = { rows: readonly Pick<LibraryRow, "id" | "title" | "figure">[]; mirrored: boolean };

/** All figures on one page, to be looked at one by one: start, end and moving. */
export function ContactSheet({ rows, mirrored }: Props) {
  const drawn = rows.flatMap(({ id, title, figure }) => (figure ? [{ id, title, figure }] : []));
  if (drawn.length === 0) {
    return (
      <EmptyState icon="exercise" title="No figures yet">
        Figures come with the exercises of the portal.
      </EmptyState>
    );
  }
  return (
    <ul aria-label="Figures" className="grid gap-4 lg:grid-cols-2 2xl:grid-cols-3">
      {drawn.map(({ id, title, figure }) => (
        <li key={id} className="overflow-hidden rounded-lg border border-rule bg-raised shadow-card">
          <div className="grid grid-cols-3 gap-px bg-rule">
            <Frame label="Start">
              <FigureStill figure={figure} name={title} at="start" mirrored={mirrored} className="absolute inset-0" />
            </Frame>
            <Frame label="End">
              <FigureStill figure={figure} name={title} at="end" mirrored={mirrored} className="absolute inset-0" />
            </Frame>
            <Frame label="Moving">
              <FigureMoving
                figure={figure}
                name={title}
                mirrored={mirrored}
                instead={<p className="text-ink-soft text-sm">Your device asks for less motion.</p>}
                className="absolute inset-0"
              />
            </Frame>
          </div>
          <h2 className="px-4 py-3 text-base">
            <TextLink quiet href={`/library/${id}`} prefetch={false}>
              {title}
            </TextLink>
          </h2>
        </li>
      ))}
    </ul>
  );
}

function Frame({ label, children }: { label: string; children: ReactNode }) {
  return (
    <figure className="bg-sunken p-2">
      <div className="relative aspect-[5/6]">{children}</div>
      <figcaption className="mt-1 text-center text-ink-soft text-xs">{label}</figcaption>
    </figure>
  );
}
