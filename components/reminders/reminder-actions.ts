import type { Result } from "@/lib/core/errors";
import type { DeviceForm, ReminderForm } from "@/lib/jobs/reminders/schemas";
import type { Snooze } from "@/lib/jobs/reminders/vocabulary";

export type Nothing = Record<string, never>;

/** What a patient can do about their reminders; each of these is a server action. */
export type ReminderActions = {
  saveReminders: (value: ReminderForm) => Promise<Result<unknown>>;
  stopReminders: (value: Nothing) => Promise<Result<unknown>>;
  snoozeReminders: (value: { until: Snooze }) => Promise<Result<unknown>>;
  addDevice: (value: DeviceForm) => Promise<Result<unknown>>;
  removeDevice: (value: { id: string }) => Promise<Result<unknown>>;
  makeCalendar: (value: Nothing) => Promise<Result<{ address: string }>>;
  revokeCalendar: (value: Nothing) => Promise<Result<unknown>>;
};
