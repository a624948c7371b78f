import type { Metadata } from "next";
import { ReminderSections } from "@/components/reminders/reminder-sections";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, requireActor } from "@/lib/access/session";
import { getCalendarFeed } from "@/lib/export/queries/calendar";
import { getReminders } from "@/lib/jobs/queries/reminders";
import {
  addDevice,
  makeCalendar,
  removeDevice,
  revokeCalendar,
  saveReminders,
  snoozeReminders,
  stopReminders,
} from "./actions";

export const metadata: Metadata = { title: "Reminders" };

export default async function RemindersPage() {
  const actor = await requireActor("patient");
  const [reminders, { madeAt }] = await Promise.all([
    orNotFound(getReminders(actor, {})),
    orNotFound(getCalendarFeed(actor, {})),
  ]);
  return (
    <>
      <PageHeader
        title="Reminders"
        lead="A short note when something on your list is still to do. When all is done, none comes."
        back={{ href: "/me", label: "Me" }}
      />
      <ReminderSections
        reminders={reminders}
        calendarMadeAt={madeAt}
        timeZone={actor.timeZone}
        actions={{
          saveReminders,
          stopReminders,
          snoozeReminders,
          addDevice,
          removeDevice,
          makeCalendar,
          revokeCalendar,
        }}
      />
    </>
  );
}
