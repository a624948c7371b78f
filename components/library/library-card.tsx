import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import type { LibraryRow } from "@/lib/library/queries/search";
import { equipmentInWords, LEVEL_NAMES } from "@/lib/library/words";
import { FavouriteButton } from "./favourite-button";
import { ItemPicture } from "./item-picture";
import type { FavouriteAction } from "./library-actions";

/** One thing of the library: what it looks like, what it is for and what it takes. The whole card opens it. */
export function LibraryCard({ row, favourite }: { row: LibraryRow; favourite: FavouriteAction }) {
  return (
    <article className="relative flex h-full flex-col overflow-hidden rounded-lg border border-rule bg-raised shadow-card focus-within:border-teal hover:border-teal">
      <ItemPicture item={row} className="aspect-[4/3] p-2" />
      <div className="flex flex-1 flex-col px-3.5 pt-3 pb-2">
        <h2 className="text-base leading-snug">
          <Link
            href={`/library/${row.id}`}
            prefetch={false}
            data-card
            className="after:absolute after:inset-0 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-3 focus-visible:after:outline-focus focus-visible:after:-outline-offset-3"
          >
            {row.title}
          </Link>
        </h2>
        <p className="mt-1 line-clamp-2 text-ink-soft text-sm">{row.about}</p>
        <div className="mt-auto flex items-end justify-between gap-2 pt-1.5">
          <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 py-2 text-ink-soft text-xs">
            {row.origin === "clinic" ? <Badge tone="teal">Our own</Badge> : null}
            {row.level ? <Badge>{LEVEL_NAMES[row.level]}</Badge> : null}
            <span>{takesInWords(row)}</span>
          </p>
          <div className="relative -me-2.5">
            <FavouriteButton itemId={row.id} title={row.title} isOn={row.favourite} favourite={favourite} />
          </div>
        </div>
      </div>
    </article>
  );
}

/** What an exercise needs, or how long a text takes. */
function takesInWords({ kind, equipment, minutes }: LibraryRow): string {
  if (kind === "exercise") return equipmentInWords(equipment);
  return minutes === null ? "To read" : `${minutes} min to read`;
}
