import type { Metadata } from "next";
import { changePassword, signOutEverywhere, switchMembership } from "@/app/actions";
import { OwnAccessSections } from "@/components/access/own-access-sections";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardTitle } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { getOwnAccess } from "@/lib/access/queries";
import { orNotFound, requireActor } from "@/lib/access/session";
import { ROLE_NAMES } from "@/lib/identity/vocabulary";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const actor = await requireActor("clinician", "admin");
  const access = await orNotFound(getOwnAccess(actor, {}));
  return (
    <>
      <PageHeader title={actor.name} lead={`${ROLE_NAMES[actor.role]} at ${actor.clinicName}`} />
      <div className="grid max-w-3xl gap-6">
        <Card as="section">
          <CardTitle
            actions={<Badge tone={access.codes.isOn ? "good" : "neutral"}>{access.codes.isOn ? "On" : "Off"}</Badge>}
          >
            Sign-in codes
          </CardTitle>
          <p className="measure mb-4">
            With codes on, a password alone is not enough to sign in: a code from your phone is asked for as well.
          </p>
          <ButtonLink href="/account/second-factor" variant="secondary">
            {access.codes.isOn ? "See or turn off" : "Set up"}
          </ButtonLink>
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
