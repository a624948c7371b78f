"use server";

import { action } from "@/lib/core/action";
import { answerQuestion } from "@/lib/messages/commands/answer";

export const answer = action(answerQuestion);
