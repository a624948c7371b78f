"use server";

import { action, autosave } from "@/lib/core/action";
import { applyProtocol } from "@/lib/plans/commands/apply-protocol";
import { discardDraft } from "@/lib/plans/commands/discard-draft";
import { endPlan } from "@/lib/plans/commands/end";
import { publishPlan } from "@/lib/plans/commands/publish";
import { saveDraft } from "@/lib/plans/commands/save-draft";
import { startDraft } from "@/lib/plans/commands/start-draft";

export const apply = action(applyProtocol);
export const start = action(startDraft);
export const save = autosave(saveDraft);
export const discard = action(discardDraft);
export const publish = action(publishPlan);
export const end = action(endPlan);
