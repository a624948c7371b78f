"use server";

import { changePassword as changePasswordCommand } from "@/lib/access/commands/change-password";
import { signOut as signOutCommand } from "@/lib/access/commands/sign-out";
import { signOutEverywhere as signOutEverywhereCommand } from "@/lib/access/commands/sign-out-everywhere";
import { switchMembership as switchMembershipCommand } from "@/lib/access/commands/switch-membership";
import { dropSession, keepSession } from "@/lib/access/session";
import { action } from "@/lib/core/action";

export const signOut = action(signOutCommand, dropSession);
export const signOutEverywhere = action(signOutEverywhereCommand, dropSession);
export const changePassword = action(changePasswordCommand);
export const switchMembership = action(switchMembershipCommand, async ({ token, role }) => {
  await keepSession(token);
  return { role };
});
