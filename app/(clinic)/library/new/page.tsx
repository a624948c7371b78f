import type { Metadata } from "next";
import { ArticleForm } from "@/components/library/article-form";
import { EMPTY_ARTICLE } from "@/components/library/empty-article";
import { EMPTY_EXERCISE } from "@/components/library/empty-exercise";
import { ExerciseForm } from "@/components/library/exercise-form";
import { NewKind } from "@/components/library/new-kind";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, requireActor } from "@/lib/access/session";
import { searchLibrary } from "@/lib/library/queries/search";
import type { LibraryKind } from "@/lib/library/vocabulary";
import { revise, upload, write } from "../actions";

type Props = { searchParams: Promise<{ kind?: string | string[] }> };

const kindOf = async (searchParams: Props["searchParams"]): Promise<LibraryKind> =>
  (await searchParams).kind === "article" ? "article" : "exercise";

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: `New ${await kindOf(searchParams)}` };
}

export default async function NewItemPage({ searchParams }: Props) {
  const actor = await requireActor("clinician");
  const kind = await kindOf(searchParams);
  const rows = await orNotFound(searchLibrary(actor, { kind: "exercise" }));
  const exercises = rows.map(({ slug, title }) => ({ slug, title }));
  return (
    <>
      <PageHeader
        title={`New ${kind}`}
        lead="It belongs to your clinic. Is there one like it? Copying that and changing it is quicker."
        back={{ href: "/library", label: "Library" }}
      />
      <NewKind kind={kind} />
      {kind === "article" ? (
        <ArticleForm target={null} first={EMPTY_ARTICLE} exercises={exercises} write={write} revise={revise} />
      ) : (
        <ExerciseForm
          target={null}
          first={EMPTY_EXERCISE}
          exercises={exercises}
          write={write}
          revise={revise}
          upload={upload}
        />
      )}
    </>
  );
}
