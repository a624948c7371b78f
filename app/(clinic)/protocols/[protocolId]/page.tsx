import type { Metadata } from "next";
import { ProtocolRetire } from "@/components/plans/protocol-retire";
import { ProtocolView } from "@/components/plans/protocol-view";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, requireActor } from "@/lib/access/session";
import { getProtocol } from "@/lib/plans/queries/protocols";
import { retireProtocol } from "../actions";

export const metadata: Metadata = { title: "Protocol" };

export default async function ProtocolPage({ params }: { params: Promise<{ protocolId: string }> }) {
  const actor = await requireActor("clinician");
  const { protocolId } = await params;
  const protocol = await orNotFound(getProtocol(actor, { protocolId }));
  const { title, isOwn, isRetired, number } = protocol;
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={isOwn ? `Your clinic’s, version ${number}` : "Ships with the portal"}
        back={{ href: "/protocols", label: "Protocols" }}
        actions={isOwn && !isRetired ? <ProtocolRetire protocolId={protocol.id} retire={retireProtocol} /> : null}
      />
      {isRetired ? <Notice tone="info" className="mb-6" title="Out of use: no new plan can begin from it." /> : null}
      <ProtocolView protocol={protocol} />
    </>
  );
}
