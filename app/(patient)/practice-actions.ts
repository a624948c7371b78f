"use server";

import { action } from "@/lib/core/action";
import { correctPractice } from "@/lib/practice/commands/correct";
import { markRead } from "@/lib/practice/commands/mark-read";
import { recordPractice } from "@/lib/practice/commands/record";

export const record = action(recordPractice);
export const correct = action(correctPractice);
export const markAsRead = action(markRead);
