"use server";

import { action } from "@/lib/core/action";
import { disableMember as disableMemberCommand } from "@/lib/identity/commands/disable-member";
import { enableMember as enableMemberCommand } from "@/lib/identity/commands/enable-member";
import { inviteMember as inviteMemberCommand } from "@/lib/identity/commands/invite-member";
import { withdrawInvitation as withdrawInvitationCommand } from "@/lib/identity/commands/withdraw-invitation";

export const inviteMember = action(inviteMemberCommand);
export const withdrawInvitation = action(withdrawInvitationCommand);
export const disableMember = action(disableMemberCommand);
export const enableMember = action(enableMemberCommand);
