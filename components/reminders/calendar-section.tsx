"use client";

import { useState } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { formatInstant } from "@/lib/core/calendar";
import { ActButton } from "./act-button";
import type { Nothing, ReminderActions } from "./reminder-actions";

const NOTHING: Nothing = {};

type Props = Pick<ReminderActions, "makeCalendar" | "revokeCalendar"> & { madeAt: Date | null; timeZone: string };

/** The secret address of a calendar with the days on which something is due: made, shown once, and closed again. */
export function CalendarSection({ madeAt, timeZone, makeCalendar, revokeCalendar }: Props) {
  const [address, setAddress] = useState<string | null>(null);
  const shown = madeAt ? address : null;
  return (
    <div className="grid gap-4">
      <p>
        Your calendar can show the days on which you have something to do. It says “Your exercises” and how long they
        take, and never which.
      </p>
      {shown ? <NewAddress address={shown} /> : null}
      {madeAt && !shown ? (
        <p className="text-ink-soft">
          You made an address on {formatInstant(madeAt, timeZone)}. We keep no copy of it. If you have lost it, make a
          new one: then the old one stops working.
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <ActButton
          act={makeCalendar}
          value={NOTHING}
          done={(made) => setAddress(made.address)}
          variant="secondary"
          pendingLabel="Making…"
        >
          {madeAt ? "Make a new address" : "Make a calendar address"}
        </ActButton>
        {madeAt ? (
          <ActButton
            act={revokeCalendar}
            value={NOTHING}
            done={() => setAddress(null)}
            variant="danger"
            pendingLabel="Closing…"
          >
            Close the address
          </ActButton>
        ) : null}
      </div>
    </div>
  );
}

function NewAddress({ address }: { address: string }) {
  return (
    <Notice tone="success" live title="Copy this address now. It is shown once.">
      <p className="mt-2 select-all break-all rounded-sm bg-sunken p-3 font-mono text-sm">{address}</p>
      <div className="my-3 flex flex-wrap gap-3">
        <CopyButton value={address} label="Copy the address" />
        {address.startsWith("https:") ? (
          <a
            href={address.replace(/^https:/, "webcal:")}
            className="inline-flex min-h-11 items-center font-semibold text-teal-ink underline"
          >
            Add it on this device
          </a>
        ) : null}
      </div>
      <p>Whoever has the address can read the days. Keep it to yourself.</p>
      <Disclosure summary="iPhone and iPad">
        Settings, Apps, Calendar, Calendar Accounts, Add Account, Other, Add Subscribed Calendar. Paste the address.
      </Disclosure>
      <Disclosure summary="Google Calendar">
        On a computer: beside “Other calendars” press the plus, choose “From URL” and paste the address. Google looks
        for changes about once a day.
      </Disclosure>
      <Disclosure summary="Outlook">Add calendar, Subscribe from web. Paste the address and give it a name.</Disclosure>
    </Notice>
  );
}
