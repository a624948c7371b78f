"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { ProtocolSaveForm, type ProtocolSaveFormProps } from "./protocol-save-form";

/** Keeps the text of a plan as a protocol, after asking what to call it. */
export function ProtocolSave(props: Omit<ProtocolSaveFormProps, "onSaved">) {
  const [isOpen, setOpen] = useState(false);
  const [savedId, setSavedId] = useState<string | null>(null);
  return (
    <>
      <Button
        variant="secondary"
        icon="copy"
        onClick={() => {
          setSavedId(null);
          setOpen(true);
        }}
      >
        Save as a protocol
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title="Save as a protocol" size="md">
        {savedId === null ? (
          <ProtocolSaveForm {...props} onSaved={setSavedId} />
        ) : (
          <Notice tone="success" live title="Saved.">
            Other plans can begin from it. <TextLink href={`/protocols/${savedId}`}>Look at it</TextLink>
          </Notice>
        )}
      </Dialog>
    </>
  );
}
