import type { Metadata } from "next";
import { Suspense } from "react";
import { WorklistTabs } from "@/components/progress/worklist-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { requireActor } from "@/lib/access/session";
import { Reasons } from "./reasons";

export const metadata: Metadata = { title: "Worklist" };

export default async function WorklistPage() {
  const actor = await requireActor("clinician");
  return (
    <>
      <PageHeader title="Worklist" lead="Who needs you today, and why." />
      <WorklistTabs />
      <Suspense fallback={<Skeleton shape="row" count={6} label="Loading the worklist" />}>
        <Reasons actor={actor} show="needs-me" />
      </Suspense>
    </>
  );
}
