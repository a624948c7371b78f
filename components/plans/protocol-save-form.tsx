"use client";

import { useRef, useState } from "react";
import { useActing, useIsReady } from "@/components/access/use-acting";
import { Button } from "@/components/ui/button";
import { FormErrorSummary } from "@/components/ui/form-error";
import { SelectField } from "@/components/ui/select-field";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { newId } from "@/lib/core/ids";
import type { KeepProtocolActions } from "./protocol-actions";

export type ProtocolSaveFormProps = {
  planId: string;
  text: "draft" | "in-force";
  title: string;
  /** Protocols the clinic saved before, that this may take the place of. */
  own: readonly { id: string; title: string; summary: string; number: number }[];
  actions: KeepProtocolActions;
  onSaved: (protocolId: string) => void;
};

/** What the protocol is called and for whom it is; a new one, or the next version of one of the clinic's own. */
export function ProtocolSaveForm({ planId, text, title: first, own, actions, onSaved }: ProtocolSaveFormProps) {
  const isReady = useIsReady();
  const [place, setPlace] = useState("");
  const [title, setTitle] = useState(first);
  const [summary, setSummary] = useState("");
  const [keepNotes, setKeepNotes] = useState(false);
  const ids = useRef(new Map<string, string>());
  const before = own.find(({ id }) => id === place);
  const { send, pending, refusal } = useActing(
    (head: { title: string; summary: string; keepNotes: boolean }) => {
      const told = JSON.stringify([place, head]);
      const id = ids.current.get(told) ?? newId();
      ids.current.set(told, id);
      const input = { id, planId, text, ...head };
      return before
        ? actions.updateProtocol({ ...input, protocolId: before.id, number: before.number })
        : actions.saveProtocol(input);
    },
    ({ protocolId }) => {
      onSaved(protocolId);
      return undefined;
    },
  );
  const errors = refusal?.fieldErrors ?? {};

  const choose = (id: string) => {
    const chosen = own.find((protocol) => protocol.id === id);
    setPlace(id);
    setTitle(chosen?.title ?? first);
    setSummary(chosen?.summary ?? "");
  };

  return (
    <form
      noValidate
      method="post"
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void send({ title, summary, keepNotes });
      }}
    >
      <FormErrorSummary message={Object.keys(errors).length > 0 ? undefined : refusal?.message} />
      {text === "draft" ? (
        <p className="text-ink-soft">The plan as it was last saved. Save it first if you have just typed.</p>
      ) : null}
      {own.length > 0 ? (
        <SelectField
          name="place"
          label="Save it as"
          value={place}
          options={[
            { value: "", label: "A new protocol" },
            ...own.map(({ id, title: name }) => ({ value: id, label: `The next version of ${name}` })),
          ]}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      ) : null}
      <TextField
        name="title"
        label="Name"
        maxLength={120}
        value={title}
        error={errors.title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextArea
        name="summary"
        label="For whom it is, and what it does"
        hint="Colleagues read this when they choose. Name no patient."
        rows={3}
        maxLength={400}
        value={summary}
        error={errors.summary}
        onChange={(event) => setSummary(event.currentTarget.value)}
      />
      <label className="tap flex items-start gap-3">
        <input
          type="checkbox"
          name="keepNotes"
          className="mt-1 size-5 accent-teal"
          checked={keepNotes}
          onChange={(event) => setKeepNotes(event.currentTarget.checked)}
        />
        <span>
          Keep the notes to the patient
          <span className="block text-ink-soft text-sm">Only when none of them speaks of this one person.</span>
        </span>
      </label>
      <Button type="submit" className="w-fit" disabled={!isReady} pending={pending} pendingLabel="Saving">
        {before ? "Save the next version" : "Save the protocol"}
      </Button>
    </form>
  );
}
