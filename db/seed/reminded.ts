import type { ReminderForm } from "@/lib/jobs/reminders/schemas";

const WORKDAYS: ReminderForm["weekdays"] = ["1", "2", "3", "4", "5"];
const QUIET = { isQuiet: true, quietFrom: "21:30", quietTo: "07:30" };

/** After breakfast and before the news, and once more when nothing was logged. */
export const TWICE_A_DAY: ReminderForm = {
  ...QUIET,
  byMail: true,
  times: ["09:00", "18:00"],
  weekdays: [...WORKDAYS, "6", "7"],
  repeats: 1,
  repeatMinutes: 120,
};

/** In the lunch break of a working day. */
export const LUNCH_BREAK: ReminderForm = {
  ...QUIET,
  byMail: true,
  times: ["12:30"],
  weekdays: WORKDAYS,
  repeats: 0,
  repeatMinutes: 60,
};

/** When the children are in bed, and twice more. */
export const EVENINGS: ReminderForm = {
  ...QUIET,
  quietFrom: "22:30",
  byMail: true,
  times: ["19:30"],
  weekdays: [...WORKDAYS, "7"],
  repeats: 2,
  repeatMinutes: 60,
};
