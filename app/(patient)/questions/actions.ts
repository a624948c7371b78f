"use server";

import { action, autosave } from "@/lib/core/action";
import { openDraft } from "@/lib/questionnaires/commands/open-draft";
import { saveAnswer } from "@/lib/questionnaires/commands/save-answer";
import { startCorrection } from "@/lib/questionnaires/commands/start-correction";
import { submit } from "@/lib/questionnaires/commands/submit";

export const open = action(openDraft);
export const save = autosave(saveAnswer);
export const send = action(submit);
export const correct = action(startCorrection);
