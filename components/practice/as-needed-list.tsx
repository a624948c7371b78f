import { FigureStill } from "@/components/movement/figure-still";
import { TextLink } from "@/components/ui/text-link";
import type { TodayAsNeeded } from "@/lib/practice/as-needed";
import { labelOf } from "@/lib/practice/telling-apart";

/** What may be done whenever it helps, each with where to write it down. Nothing without. */
export function AsNeededList({ items }: { items: readonly TodayAsNeeded[] }) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="when-needed" className="mt-8">
      <h2 id="when-needed" className="text-xl">
        When you need it
      </h2>
      <p className="mb-3 text-ink-soft">Nobody waits for these. Do them when they help, and write them down after.</p>
      <ul className="grid gap-3">
        {items.map(({ itemId, title, plan, dose, note, href, picture }) => (
          <li key={itemId} className="flex items-center gap-4 rounded-md border border-rule bg-raised px-4 py-3">
            {picture ? (
              <FigureStill
                {...picture}
                name={title}
                at="thumbnail"
                decorative
                className="h-16 w-20 flex-none rounded-sm bg-sunken p-1.5"
              />
            ) : null}
            <div className="min-w-0">
              <p className="font-semibold text-lg leading-snug">{labelOf({ title, plan })}</p>
              <p className="text-ink-soft">{dose}</p>
              {note ? <p className="text-ink-soft text-sm">{note}</p> : null}
              <TextLink href={href} className="tap inline-flex items-center">
                Look at it and log it
                <span className="sr-only">: {labelOf({ title, plan })}</span>
              </TextLink>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
