import type { Metadata } from "next";
import { changePassword, signOut, signOutEverywhere, switchMembership } from "@/app/actions";
import { OwnAccessSections } from "@/components/access/own-access-sections";
import { SignOutButton } from "@/components/access/sign-out-button";
import { LookedList } from "@/components/audit/looked-list";
import { Card, CardTitle } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { getOwnAccess } from "@/lib/access/queries";
import { orNotFound, requireActor } from "@/lib/access/session";
import { listOwnLooks } from "@/lib/audit/queries";

export const metadata: Metadata = { title: "Me" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MePage({ searchParams }: Props) {
  const actor = await requireActor("patient");
  const { before } = await searchParams;
  const [access, looks] = await Promise.all([
    orNotFound(getOwnAccess(actor, {})),
    orNotFound(listOwnLooks(actor, { before })),
  ]);
  return (
    <>
      <PageHeader title={actor.name} lead={`Patient of ${actor.clinicName}`} />
      <div className="grid gap-6">
        <SignOutButton signOut={signOut} variant="secondary" />
        <Card as="section" id="looked">
          <CardTitle>Who looked at my record</CardTitle>
          <LookedList looks={looks} timeZone={actor.timeZone} isLatest={before === undefined} />
        </Card>
        <OwnAccessSections
          access={access}
          timeZone={actor.timeZone}
          actions={{ changePassword, signOutEverywhere, switchMembership }}
        />
      </div>
    </>
  );
}
