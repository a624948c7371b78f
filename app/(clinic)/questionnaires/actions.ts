"use server";

import { action } from "@/lib/core/action";
import { bringIn } from "@/lib/questionnaires/commands/bring-in";
import { restoreInstrument } from "@/lib/questionnaires/commands/restore";
import { retireInstrument } from "@/lib/questionnaires/commands/retire";

export const bringInWords = action(bringIn);
export const retireQuestionnaire = action(retireInstrument);
export const restoreQuestionnaire = action(restoreInstrument);
