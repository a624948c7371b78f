import { Card, CardTitle } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { OwnReminders } from "@/lib/jobs/queries/reminders";
import { ActButton } from "./act-button";
import { CalendarSection } from "./calendar-section";
import { DeviceSection } from "./device-section";
import type { ReminderActions } from "./reminder-actions";
import { ReminderForm } from "./reminder-form";
import { SnoozeSection } from "./snooze-section";

type Props = {
  reminders: OwnReminders;
  calendarMadeAt: Date | null;
  timeZone: string;
  actions: ReminderActions;
};

/** All about a patient's reminders: whether they are on, when and how they come, putting them off, and the calendar. */
export function ReminderSections({ reminders, calendarMadeAt, timeZone, actions }: Props) {
  const { form, byPush, devices, snoozedUntil, email, canMail, pushKey } = reminders;
  const ways = [
    ...(form.byMail ? ["by e-mail"] : []),
    ...(byPush && devices.length > 0 ? [devices.length === 1 ? "on one device" : `on ${devices.length} devices`] : []),
  ];
  return (
    <div className="grid gap-6">
      {ways.length > 0 ? (
        <Notice
          tone="success"
          title={`Reminders are on: ${ways.join(" and ")}`}
          actions={
            <ActButton act={actions.stopReminders} value={{}} variant="secondary" pendingLabel="Switching off…">
              Switch them all off
            </ActButton>
          }
        />
      ) : (
        <Notice tone="info" title="Reminders are off">
          Tick “By e-mail” below and save, or ask for reminders on this device.
        </Notice>
      )}
      <Card as="section">
        <CardTitle>When and how</CardTitle>
        <ReminderForm values={form} email={email} canMail={canMail} saveReminders={actions.saveReminders} />
      </Card>
      <Card as="section">
        <CardTitle>On my phone or computer</CardTitle>
        <DeviceSection
          devices={devices}
          byPush={byPush}
          pushKey={pushKey}
          timeZone={timeZone}
          addDevice={actions.addDevice}
          removeDevice={actions.removeDevice}
        />
      </Card>
      {ways.length > 0 || snoozedUntil ? (
        <Card as="section">
          <CardTitle>Not now</CardTitle>
          <SnoozeSection snoozedUntil={snoozedUntil} timeZone={timeZone} snoozeReminders={actions.snoozeReminders} />
        </Card>
      ) : null}
      <Card as="section">
        <CardTitle>My calendar</CardTitle>
        <CalendarSection
          madeAt={calendarMadeAt}
          timeZone={timeZone}
          makeCalendar={actions.makeCalendar}
          revokeCalendar={actions.revokeCalendar}
        />
      </Card>
    </div>
  );
}
