"use server";

import { action } from "@/lib/core/action";
import { openDraft } from "@/lib/questionnaires/commands/open-draft";
import { saveAnswer } from "@/lib/questionnaires/commands/save-answer";
import { submit } from "@/lib/questionnaires/commands/submit";

export const open = action(openDraft);
export const save = action(saveAnswer);
export const send = action(submit);
