import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Table } from "@/components/ui/table";
import type { Result } from "@/lib/core/errors";
import type { MemberRow } from "@/lib/identity/queries";
import { ROLE_NAMES } from "@/lib/identity/vocabulary";
import { MemberSwitch } from "./member-switch";

type Switch = (value: { memberId: string }) => Promise<Result<unknown>>;

type Props = {
  caption: string;
  hideCaption?: boolean;
  /** True when all of them are patients: their role goes without saying. */
  arePatients?: boolean;
  members: readonly MemberRow[];
  empty?: ReactNode;
  disableMember: Switch;
  enableMember: Switch;
};

/** People with an account here: who they are, whether they may sign in, and the switch for it. */
export function MemberTable(props: Props) {
  const { caption, hideCaption, arePatients, members, empty, disableMember, enableMember } = props;
  return (
    <Table
      caption={caption}
      hideCaption={hideCaption}
      rows={members}
      rowKey={(member) => member.id}
      empty={empty}
      columns={[
        {
          key: "name",
          header: "Name",
          primary: true,
          cell: (member) => <bdi className="break-words">{member.name}</bdi>,
        },
        { key: "email", header: "E-mail", cell: (member) => <span className="break-all">{member.email}</span> },
        ...(arePatients ? [] : [{ key: "role", header: "Role", cell: (member: MemberRow) => ROLE_NAMES[member.role] }]),
        {
          key: "access",
          header: "Access",
          cell: (member) => <Badge tone={member.isOn ? "good" : "neutral"}>{member.isOn ? "On" : "Off"}</Badge>,
        },
        {
          key: "switch",
          header: "Change access",
          hideHeader: true,
          align: "end",
          cell: (member) =>
            member.isSelf ? (
              <span className="text-ink-soft text-sm">You</span>
            ) : (
              <MemberSwitch
                memberId={member.id}
                name={member.name}
                isOn={member.isOn}
                disableMember={disableMember}
                enableMember={enableMember}
              />
            ),
        },
      ]}
    />
  );
}
