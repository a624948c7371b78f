import type { Metadata } from "next";
import { cache } from "react";
import { copy, revise, upload, write } from "@/app/(clinic)/library/actions";
import { ArticleForm } from "@/components/library/article-form";
import { CopyItem } from "@/components/library/copy-item";
import { ExerciseForm } from "@/components/library/exercise-form";
import type { ExerciseOption } from "@/components/library/linked-field";
import { FigureStill } from "@/components/movement/figure-still";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, requireActor } from "@/lib/access/session";
import { getLibraryItem, type LibraryItemView } from "@/lib/library/queries/item";
import { searchLibrary } from "@/lib/library/queries/search";

type Props = { params: Promise<{ libraryId: string }> };

const load = cache(async (id: string) => {
  const actor = await requireActor("clinician");
  return { actor, item: await orNotFound(getLibraryItem(actor, { id })) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { item } = await load((await params).libraryId);
  return { title: `Edit ${item.kind}` };
}

export default async function EditItemPage({ params }: Props) {
  const { actor, item } = await load((await params).libraryId);
  const title = `Edit ${item.kind}`;
  const back = { href: `/library/${item.id}`, label: item.title };
  if (item.origin !== "clinic") {
    return (
      <>
        <PageHeader title={title} back={back} />
        <EmptyState icon="lock" title="This came with the portal" action={<CopyItem itemId={item.id} copy={copy} />}>
          It stays as it is. Make a copy that belongs to your clinic, and change that.
        </EmptyState>
      </>
    );
  }
  const rows = await orNotFound(searchLibrary(actor, { kind: "exercise" }));
  return (
    <>
      <PageHeader title={title} lead="Plans keep the version they were given. New ones get this." back={back} />
      <Form item={item} exercises={rows.map(({ slug, title: name }) => ({ slug, title: name }))} />
    </>
  );
}

function Form({ item, exercises }: { item: LibraryItemView; exercises: readonly ExerciseOption[] }) {
  const target = { itemId: item.id, version: item.version };
  if (item.kind === "article") {
    const { slug: _slug, readingMinutes: _minutes, ...first } = item.body;
    return <ArticleForm target={target} first={first} exercises={exercises} write={write} revise={revise} />;
  }
  const { slug, ...first } = item.body;
  return (
    <ExerciseForm
      target={target}
      first={first}
      picture={
        first.figure ? <FigureStill figure={first.figure} name={first.name} at="thumbnail" className="w-full" /> : null
      }
      exercises={exercises.filter((one) => one.slug !== slug)}
      write={write}
      revise={revise}
      upload={upload}
    />
  );
}
