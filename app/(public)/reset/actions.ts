"use server";

import { requestReset as requestResetCommand } from "@/lib/access/commands/request-reset";
import { resetPassword as resetPasswordCommand } from "@/lib/access/commands/reset-password";
import { doorAction } from "@/lib/core/action";

export const requestReset = doorAction("access.request-reset", requestResetCommand);
export const resetPassword = doorAction("access.reset-password", resetPasswordCommand);
