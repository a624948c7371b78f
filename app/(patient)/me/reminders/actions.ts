"use server";

import { action } from "@/lib/core/action";
import { makeCalendar as makeCalendarCommand } from "@/lib/export/commands/make-calendar";
import { revokeCalendar as revokeCalendarCommand } from "@/lib/export/commands/revoke-calendar";
import { addDevice as addDeviceCommand } from "@/lib/jobs/commands/add-device";
import { removeDevice as removeDeviceCommand } from "@/lib/jobs/commands/remove-device";
import { saveReminders as saveRemindersCommand } from "@/lib/jobs/commands/save-reminders";
import { snoozeReminders as snoozeRemindersCommand } from "@/lib/jobs/commands/snooze-reminders";
import { stopReminders as stopRemindersCommand } from "@/lib/jobs/commands/stop-reminders";

export const saveReminders = action(saveRemindersCommand);
export const stopReminders = action(stopRemindersCommand);
export const snoozeReminders = action(snoozeRemindersCommand);
export const addDevice = action(addDeviceCommand);
export const removeDevice = action(removeDeviceCommand);
export const makeCalendar = action(makeCalendarCommand);
export const revokeCalendar = action(revokeCalendarCommand);
