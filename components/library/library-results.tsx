import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { filterCount, type LibraryFilters, libraryAddress } from "@/lib/library/filters";
import type { LibraryRow } from "@/lib/library/queries/search";
import type { FavouriteAction } from "./library-actions";
import { LibraryCard } from "./library-card";
import { LIBRARY_GRID } from "./library-skeleton";

type Props = { rows: readonly LibraryRow[]; filters: LibraryFilters; favourite: FavouriteAction };

/** What was found, best first, and how much of it there is. */
export function LibraryResults({ rows, filters, favourite }: Props) {
  const search = filters.search.trim();
  if (rows.length === 0) return <NothingFound filters={filters} />;
  return (
    <>
      <p role="status" className="mb-3 text-ink-soft text-sm">
        {rows.length} {rows.length === 1 ? "item" : "items"}
        {search === "" ? "" : ` for “${search}”`}
      </p>
      <ul aria-label="Library" className={LIBRARY_GRID}>
        {rows.map((row) => (
          <li key={row.id}>
            <LibraryCard row={row} favourite={favourite} />
          </li>
        ))}
      </ul>
    </>
  );
}

function NothingFound({ filters }: { filters: LibraryFilters }) {
  const search = filters.search.trim();
  const isNarrowed = filterCount(filters) > 0;
  if (search === "" && !isNarrowed) {
    return (
      <EmptyState icon="book" title="The library is empty" action={<NewExercise />}>
        Ask whoever runs the portal to bring in its content, or write the first exercise yourself.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="search"
      title={search === "" ? "Nothing fits all of these filters" : `Nothing for “${search}”`}
      action={
        <span className="flex flex-wrap justify-center gap-2">
          {isNarrowed ? (
            <ButtonLink href={libraryAddress({ search: filters.search })} variant="secondary">
              Take the filters away
            </ButtonLink>
          ) : null}
          {search === "" ? null : (
            <ButtonLink href="/library" variant="secondary">
              Show everything
            </ButtonLink>
          )}
          <NewExercise />
        </span>
      }
    >
      {search === ""
        ? "Take one away, or write an exercise of your own."
        : "Try a part of the name, a muscle or the part of the body, or write it yourself."}
    </EmptyState>
  );
}

function NewExercise() {
  return (
    <ButtonLink href="/library/new" icon="plus" variant="quiet">
      Write a new exercise
    </ButtonLink>
  );
}
