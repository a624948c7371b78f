"use client";

import { useState } from "react";
import { useIsReady } from "@/components/access/use-acting";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { InstrumentListed } from "@/lib/questionnaires/queries/instruments";
import { SendNowForm, type SendQuestionnaire } from "./send-now-form";

type Props = { patientId: string; instruments: readonly InstrumentListed[]; sendQuestionnaire: SendQuestionnaire };

/** Opens the dialog in which a questionnaire is sent beside the plan, and says what was sent. */
export function SendNowButton(props: Props) {
  const isReady = useIsReady();
  const [isOpen, setIsOpen] = useState(false);
  const [sent, setSent] = useState("");
  return (
    <>
      <Button
        icon="question"
        disabled={!isReady}
        onClick={() => {
          setSent("");
          setIsOpen(true);
        }}
      >
        Send a questionnaire
      </Button>
      <span role="status" className="self-center text-good text-sm empty:hidden">
        {sent === "" ? "" : `Sent: ${sent}.`}
      </span>
      <Dialog open={isOpen} onClose={() => setIsOpen(false)} title="Send a questionnaire" size="md">
        <SendNowForm
          {...props}
          onCancel={() => setIsOpen(false)}
          onSent={(title) => {
            setSent(title);
            setIsOpen(false);
          }}
        />
      </Dialog>
    </>
  );
}
