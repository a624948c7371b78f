import type { Metadata } from "next";
import { ProtocolList } from "@/components/plans/protocol-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, requireActor } from "@/lib/access/session";
import { listProtocols } from "@/lib/plans/queries/protocols";

export const metadata: Metadata = { title: "Protocols" };

export default async function ProtocolsPage() {
  const actor = await requireActor("clinician");
  const protocols = await orNotFound(listProtocols(actor, {}));
  return (
    <>
      <PageHeader
        title="Protocols"
        lead="What a plan can begin from. Any plan can be saved as one: open it, and choose “Save as a protocol”."
      />
      {protocols.length > 0 ? (
        <ProtocolList protocols={protocols} />
      ) : (
        <EmptyState icon="list" title="No protocols yet">
          Write a plan, and save it as your first one.
        </EmptyState>
      )}
    </>
  );
}
