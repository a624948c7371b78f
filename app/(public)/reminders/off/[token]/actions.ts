"use server";

import { doorAction } from "@/lib/core/action";
import { turnOffReminders as turnOffRemindersCommand } from "@/lib/jobs/commands/turn-off-reminders";

export const turnOffReminders = doorAction("jobs.turn-off-reminders", turnOffRemindersCommand);
