"use server";

import { action } from "@/lib/core/action";
import { answerQuestion } from "@/lib/messages/commands/answer";
import { decideSuggestion } from "@/lib/plans/commands/decide-suggestion";

export const answer = action(answerQuestion);
export const decide = action(decideSuggestion);
