import type { Metadata } from "next";
import { Suspense } from "react";
import { ReadingList } from "@/components/library/reading-list";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import type { Person } from "@/lib/access/actor";
import { orNotFound, requireActor } from "@/lib/access/session";
import { getReading } from "@/lib/practice/queries/reading";

export const metadata: Metadata = { title: "Read" };

export default async function ReadPage() {
  const actor = await requireActor("patient");
  return (
    <>
      <PageHeader title="Read" lead="Chosen for you by your physiotherapist." />
      <Suspense fallback={<Skeleton shape="card" count={3} label="Loading what there is to read" />}>
        <Given actor={actor} />
      </Suspense>
    </>
  );
}

async function Given({ actor }: { actor: Person }) {
  return <ReadingList items={await orNotFound(getReading(actor, {}))} timeZone={actor.timeZone} />;
}
