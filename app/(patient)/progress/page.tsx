import type { Metadata } from "next";
import { OwnProgress } from "@/components/progress/own-progress";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, requireActor } from "@/lib/access/session";
import { getOwnProgress } from "@/lib/progress/queries/own-progress";

export const metadata: Metadata = { title: "Progress" };

export default async function ProgressPage() {
  const actor = await requireActor("patient");
  const progress = await orNotFound(getOwnProgress(actor, {}));
  return (
    <>
      <PageHeader title="Progress" lead="What you have done, and what has changed since the start." />
      <OwnProgress progress={progress} questionsHref="/questions" />
    </>
  );
}
