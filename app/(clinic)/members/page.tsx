import type { Metadata } from "next";
import { InvitationTable } from "@/components/identity/invitation-table";
import { InviteMemberForm } from "@/components/identity/invite-member-form";
import { MemberTable } from "@/components/identity/member-table";
import { Button } from "@/components/ui/button";
import { Card, CardTitle } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { SearchField } from "@/components/ui/search-field";
import { orNotFound, requireActor } from "@/lib/access/session";
import { listMembers } from "@/lib/identity/queries";
import { disableMember, enableMember, inviteMember, withdrawInvitation } from "./actions";

export const metadata: Metadata = { title: "Members" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MembersPage({ searchParams }: Props) {
  const actor = await requireActor("admin");
  const { q } = await searchParams;
  const search = typeof q === "string" ? q : "";
  const { staff, patients, hasMorePatients, invitations } = await orNotFound(listMembers(actor, { search }));
  const switches = { disableMember, enableMember };
  return (
    <>
      <PageHeader title="Members" lead={`Who works at ${actor.clinicName}, and who may sign in.`} />
      <div className="grid gap-10">
        <MemberTable caption="People who work here" members={staff} {...switches} />
        <section className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <InvitationTable
            invitations={invitations}
            timeZone={actor.timeZone}
            withdrawInvitation={withdrawInvitation}
          />
          <Card as="section">
            <CardTitle>Invite somebody to work here</CardTitle>
            <InviteMemberForm inviteMember={inviteMember} />
          </Card>
        </section>
        <section className="grid gap-3">
          <h2 className="text-lg">Patients with an account</h2>
          <form className="flex max-w-md gap-2">
            <SearchField label="Name or e-mail" name="q" defaultValue={search} className="flex-1" />
            <Button type="submit" variant="secondary">
              Search
            </Button>
          </form>
          <MemberTable
            caption="Patients with an account"
            hideCaption
            arePatients
            members={patients}
            empty={
              <EmptyState
                as="h3"
                icon="people"
                title={search ? "Nobody by that name" : "No patient has an account yet"}
              >
                {search
                  ? "Try a part of the name or of the e-mail."
                  : "Clinicians invite patients from the patient's page."}
              </EmptyState>
            }
            {...switches}
          />
          {hasMorePatients ? <p className="text-ink-soft">These are the first hundred. Search for others.</p> : null}
        </section>
      </div>
    </>
  );
}
