import type { Metadata } from "next";
import { changePassword, signOut, signOutEverywhere, switchMembership } from "@/app/actions";
import { pause, resume } from "@/app/pause-actions";
import { OwnAccessSections } from "@/components/access/own-access-sections";
import { LookedList } from "@/components/audit/looked-list";
import { SignOutHere } from "@/components/offline/sign-out-here";
import { PauseSection } from "@/components/plans/pause-section";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardTitle } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { getOwnAccess } from "@/lib/access/queries";
import { orNotFound, requireActor } from "@/lib/access/session";
import { listOwnLooks } from "@/lib/audit/queries";
import { getOwnPause } from "@/lib/plans/queries/pausing";

export const metadata: Metadata = { title: "Me" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MePage({ searchParams }: Props) {
  const actor = await requireActor("patient");
  const { before } = await searchParams;
  const [access, looks, resting] = await Promise.all([
    orNotFound(getOwnAccess(actor, {})),
    orNotFound(listOwnLooks(actor, { before })),
    orNotFound(getOwnPause(actor, {})),
  ]);
  return (
    <>
      <PageHeader title={actor.name} lead={`Patient of ${actor.clinicName}`} />
      <div className="grid gap-6">
        <SignOutHere signOut={signOut} who={actor.memberId} />
        <Card as="section">
          <CardTitle>Reminders and calendar</CardTitle>
          <p className="mb-4">A note when something is still to do, by e-mail or on your phone.</p>
          <ButtonLink href="/me/reminders" variant="secondary" icon="clock">
            Set reminders
          </ButtonLink>
        </Card>
        <Card as="section">
          <CardTitle>Without a network</CardTitle>
          <p className="mb-4">
            Your day opens on this device without a network. What you do is sent when there is one.
          </p>
          <ButtonLink href="/me/waiting" variant="secondary" icon="up">
            What waits to be sent
          </ButtonLink>
        </Card>
        {resting.plans.length > 0 ? (
          <Card as="section" id="pause">
            <CardTitle>A holiday or an illness</CardTitle>
            <PauseSection
              patientId={resting.patientId}
              today={resting.today}
              plans={resting.plans}
              words="You can let your plan rest. Nothing is due on those days, and they do not count against you."
              actions={{ pause, resume }}
            />
          </Card>
        ) : null}
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
