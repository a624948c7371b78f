import type { Metadata } from "next";
import { cache } from "react";
import { ArticleView } from "@/components/library/article-view";
import { ExerciseFacts } from "@/components/library/exercise-facts";
import { ExerciseSheet } from "@/components/library/exercise-sheet";
import { ItemActions } from "@/components/library/item-actions";
import { ItemHistory } from "@/components/library/item-history";
import { LinkedItems } from "@/components/library/linked-items";
import { UseInPlan } from "@/components/library/use-in-plan";
import { ChainStory } from "@/components/movement/chain-story";
import { Retire } from "@/components/shell/retire";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, requireActor } from "@/lib/access/session";
import { newId } from "@/lib/core/ids";
import { getLibraryItem, type LibraryItemView } from "@/lib/library/queries/item";
import { listReceivers } from "@/lib/plans/queries/receivers";
import { addToPlan, copy, favourite, restore, retire } from "../actions";

type Props = {
  params: Promise<{ libraryId: string }>;
  searchParams: Promise<{ use?: string | string[] }>;
};

const load = cache(async (id: string) => {
  const actor = await requireActor("clinician");
  return { actor, item: await orNotFound(getLibraryItem(actor, { id })) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { item } = await load((await params).libraryId);
  return { title: item.title };
}

export default async function LibraryItemPage({ params, searchParams }: Props) {
  const { actor, item } = await load((await params).libraryId);
  const { use } = await searchParams;
  // A dialog closed and asked for again at once would stay shut: each answer of the server opens one of its own.
  const receivers = use === "plan" && item.retiredAt === null ? await orNotFound(listReceivers(actor, {})) : null;
  return (
    <>
      <PageHeader
        title={item.title}
        lead={item.kind === "article" ? item.body.summary : undefined}
        back={{ href: "/library", label: "Library" }}
        actions={<ItemActions item={item} favourite={favourite} copy={copy} />}
      />
      {item.retiredAt ? (
        <Notice tone="info" title="This is retired." className="mb-6">
          It is not found or offered any more. Plans that hold it keep it.
        </Notice>
      ) : null}
      <div className="grid items-start gap-8 xl:grid-cols-[minmax(0,1fr)_21rem]">
        <Sheet item={item} />
        <aside aria-label="About this item" className="grid gap-7">
          {item.kind === "exercise" ? <ExerciseFacts exercise={item.body} /> : null}
          <Links item={item} />
          <ItemHistory item={item} timeZone={actor.timeZone} />
          <Retire
            input={{ itemId: item.id }}
            isRetired={item.retiredAt !== null}
            retire={retire}
            restore={restore}
            question="Take this out of the library?"
          >
            <bdi className="font-semibold">{item.title}</bdi> is no longer found or offered. Plans that hold it keep it,
            and nothing changes for patients who do it now. You can bring it back.
          </Retire>
        </aside>
      </div>
      {receivers ? <UseInPlan key={newId()} item={item} receivers={receivers} addToPlan={addToPlan} /> : null}
    </>
  );
}

function Sheet({ item }: { item: LibraryItemView }) {
  if (item.kind === "exercise") return <ExerciseSheet exercise={item.body} />;
  return (
    <section aria-label="As your patient reads it" data-audience="patient" className="text-base">
      <Card pad="lg">
        <ArticleView
          view={{ article: item.body, note: "", related: [] }}
          explorer={item.body.explorer ? <ChainStory kind={item.body.explorer} /> : undefined}
        />
      </Card>
    </section>
  );
}

/** What it names and the library has: each list is shown when there is something in it. */
function Links({ item: { links } }: { item: LibraryItemView }) {
  return (
    <>
      <LinkedItems title="Easier" items={links.easier} />
      <LinkedItems title="Harder" items={links.harder} />
      <LinkedItems title="Exercises it speaks of" items={links.related} />
    </>
  );
}
