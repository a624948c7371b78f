import type { Metadata } from "next";
import { copy, revise, upload, write } from "@/app/(clinic)/library/actions";
import { CopyItem } from "@/components/library/copy-item";
import { ExerciseForm } from "@/components/library/exercise-form";
import { FigureStill } from "@/components/movement/figure-still";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, requireActor } from "@/lib/access/session";
import { getLibraryItem } from "@/lib/library/queries/item";
import { searchLibrary } from "@/lib/library/queries/search";

export const metadata: Metadata = { title: "Edit exercise" };

type Props = { params: Promise<{ libraryId: string }> };

export default async function EditExercisePage({ params }: Props) {
  const actor = await requireActor("clinician");
  const { libraryId } = await params;
  const item = await orNotFound(getLibraryItem(actor, { id: libraryId }));
  const back = { href: `/library/${item.id}`, label: item.title };
  if (item.kind !== "exercise" || item.origin !== "clinic") {
    return (
      <>
        <PageHeader title="Edit exercise" back={back} />
        <EmptyState
          icon="lock"
          title="This came with the portal"
          action={item.kind === "exercise" ? <CopyItem itemId={item.id} copy={copy} /> : null}
        >
          {item.kind === "exercise"
            ? "It stays as it is. Make a copy that belongs to your clinic, and change that."
            : "Articles of the portal stay as they are."}
        </EmptyState>
      </>
    );
  }
  const rows = await orNotFound(searchLibrary(actor, { kind: "exercise" }));
  const { slug, ...first } = item.body;
  return (
    <>
      <PageHeader title="Edit exercise" lead="Plans keep the version they were given. New ones get this." back={back} />
      <ExerciseForm
        target={{ itemId: item.id, version: item.version }}
        first={first}
        picture={
          first.figure ? (
            <FigureStill figure={first.figure} name={first.name} at="thumbnail" className="w-full" />
          ) : null
        }
        exercises={rows.filter((row) => row.slug !== slug).map((row) => ({ slug: row.slug, title: row.title }))}
        write={write}
        revise={revise}
        upload={upload}
      />
    </>
  );
}
