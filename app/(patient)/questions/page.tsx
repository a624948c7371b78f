import type { Metadata } from "next";
import { Suspense } from "react";
import { QuestionsList } from "@/components/questionnaires/questions-list";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import type { Person } from "@/lib/access/actor";
import { orNotFound, requireActor } from "@/lib/access/session";
import { getQuestions } from "@/lib/questionnaires/queries/questions";

export const metadata: Metadata = { title: "Questions" };

export default async function QuestionsPage() {
  const actor = await requireActor("patient");
  return (
    <>
      <PageHeader title="Questions" lead="Your answers show whether your plan is working." />
      <Suspense fallback={<Skeleton shape="card" count={2} label="Getting your questions" />}>
        <Asked actor={actor} />
      </Suspense>
    </>
  );
}

async function Asked({ actor }: { actor: Person }) {
  return <QuestionsList view={await orNotFound(getQuestions(actor, {}))} baseHref="/questions" />;
}
