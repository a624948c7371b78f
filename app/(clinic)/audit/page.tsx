import type { Metadata } from "next";
import { AuditFilterForm } from "@/components/audit/audit-filter-form";
import { AuditTable } from "@/components/audit/audit-table";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, requireActor } from "@/lib/access/session";
import { ACTION_GROUP_NAMES, ACTION_GROUPS } from "@/lib/audit/action-words";
import { listAudit } from "@/lib/audit/queries";
import { auditFilterSchema } from "@/lib/audit/schemas";

export const metadata: Metadata = { title: "Audit log" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const GROUPS = ACTION_GROUPS.map((value) => ({ value, label: ACTION_GROUP_NAMES[value] }));

export default async function AuditPage({ searchParams }: Props) {
  const actor = await requireActor("admin");
  const filter = auditFilterSchema.parse(await searchParams);
  const { rows, earlier } = await orNotFound(listAudit(actor, filter));
  const { before, ...kept } = filter;
  const address = (page: { before?: number }) => {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...kept, ...page })) {
      if (value !== undefined) query.set(name, String(value));
    }
    return `/audit?${query}`;
  };
  return (
    <>
      <PageHeader
        title="Audit log"
        lead="Who did what, and who looked at whom. It can be read here and changed nowhere."
      />
      <AuditFilterForm groups={GROUPS} filter={kept} />
      <AuditTable
        rows={rows}
        timeZone={actor.timeZone}
        isFiltered={Object.values(filter).some((value) => value !== undefined)}
        latest={before === undefined ? null : address({})}
        earlier={earlier === null ? null : address({ before: earlier })}
      />
    </>
  );
}
