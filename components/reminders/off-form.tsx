"use client";

import { useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { Result } from "@/lib/core/errors";
import { ActButton } from "./act-button";

type Props = { token: string; turnOff: (value: { token: string }) => Promise<Result<unknown>> };

/** The one button that stops reminders by e-mail. What it says afterwards is the same whoever's link it was. */
export function OffForm({ token, turnOff }: Props) {
  const [isOff, setIsOff] = useState(false);
  if (isOff) {
    return (
      <Notice tone="success" live title="Reminders by e-mail are off">
        No more will come. To have them again, sign in and look under Me, then Reminders.
      </Notice>
    );
  }
  return (
    <ActButton act={turnOff} value={{ token }} done={() => setIsOff(true)} size="lg" pendingLabel="Stopping…">
      Stop reminders by e-mail
    </ActButton>
  );
}
