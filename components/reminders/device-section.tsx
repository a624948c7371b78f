"use client";

import { Badge } from "@/components/ui/badge";
import { formatInstant } from "@/lib/core/calendar";
import type { OwnDevice } from "@/lib/jobs/queries/reminders";
import { ActButton } from "./act-button";
import type { ReminderActions } from "./reminder-actions";
import { type PushState, usePush } from "./use-push";

const WHY_NOT: Partial<Record<PushState, string>> = {
  unsupported: "This browser cannot take reminders. Another one on this device may: Chrome, Edge, Firefox or Safari.",
  "needs-home-screen":
    "On an iPhone or iPad, first add Plumbline to the home screen: press Share, then Add to Home Screen. Open it from there and come back to this page.",
  blocked:
    "Your browser blocks notices from this portal. Open the settings of this site, beside the address, allow notifications, and come back.",
  "not-ready": "This page is not quite ready for reminders. Load it again and try once more.",
};

type Props = Pick<ReminderActions, "addDevice" | "removeDevice"> & {
  devices: readonly OwnDevice[];
  byPush: boolean;
  pushKey: string | null;
  timeZone: string;
};

/** The devices that reminders come to, and this one among them. */
export function DeviceSection({ devices, byPush, pushKey, timeZone, addDevice, removeDevice }: Props) {
  if (pushKey === null) {
    return <p className="text-ink-soft">Your clinic's portal sends no reminders to phones and computers yet.</p>;
  }
  return <Devices {...{ devices, byPush, pushKey, timeZone, addDevice, removeDevice }} />;
}

function Devices(props: Omit<Props, "pushKey"> & { pushKey: string }) {
  const { devices, byPush, pushKey, timeZone, addDevice, removeDevice } = props;
  const marks = devices.map(({ mark }) => mark);
  const { state, mark, turnOn } = usePush({ marks, byPush, pushKey, addDevice });
  const why = WHY_NOT[state];
  return (
    <div className="grid gap-4">
      <div role="status">
        {state === "on" ? <p>Reminders come to this device.</p> : null}
        {why ? <p className="measure">{why}</p> : null}
      </div>
      {state === "off" || state === "not-ready" ? (
        <ActButton act={() => turnOn()} value={null} variant="secondary" pendingLabel="Asking…">
          Remind me on this device
        </ActButton>
      ) : null}
      {byPush && devices.length > 0 ? (
        <ul className="divide-y divide-rule border-rule border-y">
          {devices.map((device) => (
            <li key={device.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
              <div className="min-w-0">
                <p className="font-semibold">
                  {device.device} {device.mark === mark ? <Badge tone="teal">This device</Badge> : null}
                </p>
                <p className="text-ink-soft text-sm">Since {formatInstant(device.addedAt, timeZone)}</p>
              </div>
              <ActButton act={removeDevice} value={{ id: device.id }} variant="quiet" pendingLabel="Taking away…">
                Take away<span className="sr-only"> {device.device}</span>
              </ActButton>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
