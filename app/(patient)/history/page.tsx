import type { Metadata } from "next";
import { HistoryList } from "@/components/practice/history-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, requireActor } from "@/lib/access/session";
import { getHistory } from "@/lib/practice/queries/history";

export const metadata: Metadata = { title: "Your days" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function HistoryPage({ searchParams }: Props) {
  const actor = await requireActor("patient");
  const { before } = await searchParams;
  const history = await orNotFound(getHistory(actor, { before: Array.isArray(before) ? before[0] : before }));
  return (
    <>
      <PageHeader
        title="Your days"
        lead="What you did, as you told us. You can add or correct the last 14 days."
        back={{ href: "/today", label: "Today" }}
      />
      <p className="mb-6">
        <ButtonLink variant="secondary" icon="plus" href="/history/add">
          Add something you did
        </ButtonLink>
      </p>
      {history.days.length > 0 ? (
        <HistoryList days={history.days} sessions={history.sessions} today={history.today} timeZone={actor.timeZone} />
      ) : (
        <EmptyState title="Nothing here">No exercises were asked for or noted in these days.</EmptyState>
      )}
      {history.before ? (
        <ButtonLink variant="secondary" href={`/history?before=${history.before}`} className="mt-4">
          Earlier days
        </ButtonLink>
      ) : null}
    </>
  );
}
