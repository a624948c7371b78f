"use client";

import { useState } from "react";
import { useIsReady } from "@/components/access/use-acting";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { InstrumentListed } from "@/lib/questionnaires/queries/instruments";
import { SendNowForm, type SendQuestionnaire, useSendNow } from "./send-now-form";

type Props = { patientId: string; instruments: readonly InstrumentListed[]; sendQuestionnaire: SendQuestionnaire };

/** Opens the dialog in which a questionnaire is sent beside the plan, and says what was sent. What is typed outlasts closing it. */
export function SendNowButton({ patientId, instruments, sendQuestionnaire }: Props) {
  const isReady = useIsReady();
  const [isOpen, setIsOpen] = useState(false);
  const [sent, setSent] = useState("");
  const sending = useSendNow({
    patientId,
    sendQuestionnaire,
    onSent: (slug) => {
      setSent(instruments.find((one) => one.slug === slug)?.title ?? "");
      setIsOpen(false);
    },
  });
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
        <SendNowForm sending={sending} instruments={instruments} onCancel={() => setIsOpen(false)} />
      </Dialog>
    </>
  );
}
