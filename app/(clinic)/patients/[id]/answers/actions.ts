"use server";

import { action } from "@/lib/core/action";
import { enterPaper } from "@/lib/questionnaires/commands/enter-paper";
import { reviewFlags } from "@/lib/questionnaires/commands/review-flags";
import { sendNow } from "@/lib/questionnaires/commands/send-now";
import { withdrawRequest } from "@/lib/questionnaires/commands/withdraw-request";

export const sendQuestionnaire = action(sendNow);
export const takeBack = action(withdrawRequest);
export const enterAnswers = action(enterPaper);
export const markSeen = action(reviewFlags);
