"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { FieldErrors } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { ChangesList, type ChangesProps } from "./changes-list";
import type { PublishAction } from "./draft-actions";

export type PublishDialogProps = {
  planId: string;
  /** The kept revision that would be published; null while the dialog is closed. */
  revision: number | null;
  changes: ChangesProps;
  publish: PublishAction;
  onClose: () => void;
  onRefused: (refused: { message: string; fieldErrors: FieldErrors }) => void;
  onPublished: (number: number) => void;
};

/** The last look: what changes for the patient, from today. */
export function PublishDialog(props: PublishDialogProps) {
  const { planId, revision, changes, publish, onClose, onRefused, onPublished } = props;
  const [isPending, setPending] = useState(false);
  const [isAway, setAway] = useState(false);
  const versionId = useRef<string | null>(null);
  const number = (changes.inForce?.number ?? 0) + 1;

  const send = async () => {
    if (revision === null) return;
    // The same id until it is known to have arrived: sending it again cannot publish twice.
    versionId.current ??= newId();
    setPending(true);
    setAway(false);
    const result = await publish({ id: versionId.current, planId, revision }).catch(() => null);
    setPending(false);
    if (result === null) return setAway(true);
    versionId.current = null;
    if (result.ok) onPublished(result.value.number);
    else onRefused(result);
  };

  return (
    <Dialog
      open={revision !== null}
      onClose={onClose}
      size="md"
      title={`Publish version ${number}?`}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            Not yet
          </Button>
          <Button pending={isPending} pendingLabel="Publishing" onClick={send}>
            Publish version {number}
          </Button>
        </>
      }
    >
      <p className="mb-3 font-semibold">{changes.body.title}</p>
      <ChangesList {...changes} />
      <p className="mt-4 text-ink-soft">
        {changes.inForce
          ? "It is in force from today. What your patient has done until now keeps the dose it was done at."
          : "Your patient follows it from today."}
      </p>
      {isAway ? (
        <Notice tone="caution" live className="mt-4">
          We cannot reach the clinic's records just now. Nothing is lost; please try again.
        </Notice>
      ) : null}
    </Dialog>
  );
}
