"use server";

import { doorAction } from "@/lib/core/action";
import { redeemInvitation as redeemInvitationCommand } from "@/lib/identity/commands/redeem-invitation";

export const redeemInvitation = doorAction("identity.redeem-invitation", redeemInvitationCommand);
