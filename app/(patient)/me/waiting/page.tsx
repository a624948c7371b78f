import type { Metadata } from "next";
import { WaitingList } from "@/components/offline/waiting-list";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/access/session";

export const metadata: Metadata = { title: "Waiting to be sent" };

export default async function WaitingPage() {
  const actor = await requireActor("patient");
  return (
    <>
      <PageHeader
        title="Waiting to be sent"
        lead="What you do without a network is kept on this device, and sent when there is one."
        back={{ href: "/me", label: "Me" }}
      />
      <WaitingList who={actor.memberId} timeZone={actor.timeZone} />
    </>
  );
}
