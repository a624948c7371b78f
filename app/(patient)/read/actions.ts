"use server";

import { action } from "@/lib/core/action";
import { askQuestion } from "@/lib/messages/commands/ask";

export const ask = action(askQuestion);
