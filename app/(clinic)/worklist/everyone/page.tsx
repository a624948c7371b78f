import type { Metadata } from "next";
import { Suspense } from "react";
import { WorklistTabs } from "@/components/progress/worklist-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { requireActor } from "@/lib/access/session";
import { Reasons } from "../reasons";

export const metadata: Metadata = { title: "Worklist: everyone" };

export default async function EveryonePage() {
  const actor = await requireActor("clinician");
  return (
    <>
      <PageHeader title="Worklist" lead="Everyone under treatment." />
      <WorklistTabs />
      <Suspense fallback={<Skeleton shape="row" count={6} label="Loading the worklist" />}>
        <Reasons actor={actor} show="everyone" />
      </Suspense>
    </>
  );
}
