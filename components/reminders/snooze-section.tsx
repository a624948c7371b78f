import { Notice } from "@/components/ui/notice";
import { formatInstant } from "@/lib/core/calendar";
import type { Snooze } from "@/lib/jobs/reminders/vocabulary";
import { ActButton } from "./act-button";
import type { ReminderActions } from "./reminder-actions";

const CHOICES: readonly { until: Snooze; label: string }[] = [
  { until: "hour", label: "For an hour" },
  { until: "today", label: "For the rest of today" },
  { until: "days", label: "For three days" },
];

type Props = {
  snoozedUntil: Date | null;
  timeZone: string;
  snoozeReminders: ReminderActions["snoozeReminders"];
};

/** Puts reminders off for a while, or ends that. */
export function SnoozeSection({ snoozedUntil, timeZone, snoozeReminders }: Props) {
  if (snoozedUntil) {
    return (
      <Notice
        tone="info"
        live
        title={`No reminders until ${formatInstant(snoozedUntil, timeZone)}`}
        actions={
          <ActButton act={snoozeReminders} value={{ until: "none" }} variant="secondary" pendingLabel="Saving…">
            Start them again now
          </ActButton>
        }
      />
    );
  }
  return (
    <div className="flex flex-wrap gap-2">
      {CHOICES.map(({ until, label }) => (
        <ActButton key={until} act={snoozeReminders} value={{ until }} variant="secondary" pendingLabel="Saving…">
          {label}
        </ActButton>
      ))}
    </div>
  );
}
