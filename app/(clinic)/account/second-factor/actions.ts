"use server";

import { codePicture } from "@/lib/access/code-picture";
import { confirmCode as confirmCodeCommand } from "@/lib/access/commands/confirm-code";
import { removeCode as removeCodeCommand } from "@/lib/access/commands/remove-code";
import { setUpCode as setUpCodeCommand } from "@/lib/access/commands/set-up-code";
import { action } from "@/lib/core/action";

export const setUpCode = action(setUpCodeCommand, ({ secret, address }) => ({
  secret,
  address,
  picture: codePicture(address),
}));
export const confirmCode = action(confirmCodeCommand);
export const removeCode = action(removeCodeCommand);
