import type { Metadata } from "next";
import { Suspense } from "react";
import { LibraryBrowser } from "@/components/library/library-browser";
import { LibraryResults } from "@/components/library/library-results";
import { LibrarySkeleton } from "@/components/library/library-skeleton";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import type { Person } from "@/lib/access/actor";
import { orNotFound, requireActor } from "@/lib/access/session";
import { filtersOf, type LibraryFilters } from "@/lib/library/filters";
import { searchLibrary } from "@/lib/library/queries/search";
import { favourite } from "./actions";

export const metadata: Metadata = { title: "Library" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LibraryPage({ searchParams }: Props) {
  const actor = await requireActor("clinician");
  const filters = filtersOf(await searchParams);
  return (
    <>
      <PageHeader
        title="Library"
        lead="What you can give your patients to do and to read."
        actions={
          <>
            <ButtonLink href="/library/new?kind=exercise" icon="plus" variant="secondary">
              New exercise
            </ButtonLink>
            <ButtonLink href="/library/new?kind=article" icon="plus" variant="secondary">
              New article
            </ButtonLink>
          </>
        }
      />
      <LibraryBrowser filters={filters}>
        <Suspense fallback={<LibrarySkeleton />}>
          <Found actor={actor} filters={filters} />
        </Suspense>
      </LibraryBrowser>
    </>
  );
}

async function Found({ actor, filters }: { actor: Person; filters: LibraryFilters }) {
  const rows = await orNotFound(searchLibrary(actor, filters));
  return <LibraryResults rows={rows} filters={filters} favourite={favourite} />;
}
