"use server";

import { action } from "@/lib/core/action";
import { retireProtocol as retireProtocolCommand } from "@/lib/plans/commands/retire-protocol";
import { saveProtocol as saveProtocolCommand } from "@/lib/plans/commands/save-protocol";
import { updateProtocol as updateProtocolCommand } from "@/lib/plans/commands/update-protocol";

export const saveProtocol = action(saveProtocolCommand);
export const updateProtocol = action(updateProtocolCommand);
export const retireProtocol = action(retireProtocolCommand);
