import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import { calendarDayOf, formatDay } from "@/lib/core/calendar";
import type { Result } from "@/lib/core/errors";
import type { StaffInvitation } from "@/lib/identity/queries";
import { type InvitationState, ROLE_NAMES } from "@/lib/identity/vocabulary";
import { WithdrawButton } from "./withdraw-button";

const STATES: Record<InvitationState, { words: string; tone: "teal" | "neutral" | "good" }> = {
  open: { words: "Waiting", tone: "teal" },
  used: { words: "Accepted", tone: "good" },
  expired: { words: "Too old", tone: "neutral" },
  withdrawn: { words: "Withdrawn", tone: "neutral" },
};

type Props = {
  invitations: readonly StaffInvitation[];
  timeZone: string;
  withdrawInvitation: (value: { invitationId: string }) => Promise<Result<unknown>>;
};

/** Invitations of staff that were not accepted, and what became of them. */
export function InvitationTable({ invitations, timeZone, withdrawInvitation }: Props) {
  return (
    <Table
      caption="Invitations"
      rows={invitations}
      rowKey={(invitation) => invitation.id}
      empty={
        <EmptyState icon="mail" title="No invitation is waiting">
          Invite somebody, and they show here until they accept.
        </EmptyState>
      }
      columns={[
        {
          key: "name",
          header: "Name",
          primary: true,
          cell: ({ name, email }) => (
            <span className="block">
              <bdi className="block break-words">{name}</bdi>
              <span className="block break-all font-normal text-ink-soft text-sm">{email}</span>
            </span>
          ),
        },
        { key: "role", header: "Role", cell: ({ role }) => ROLE_NAMES[role] },
        {
          key: "state",
          header: "State",
          cell: ({ state }) => <Badge tone={STATES[state].tone}>{STATES[state].words}</Badge>,
        },
        {
          key: "until",
          header: "Works until",
          cell: ({ state, expiresAt }) =>
            state === "open" ? formatDay(calendarDayOf(expiresAt, timeZone), "short") : "–",
        },
        {
          key: "withdraw",
          header: "Withdraw",
          hideHeader: true,
          align: "end",
          cell: ({ id, name, state }) =>
            state === "open" ? (
              <WithdrawButton invitationId={id} name={name} withdrawInvitation={withdrawInvitation} />
            ) : null,
        },
      ]}
    />
  );
}
