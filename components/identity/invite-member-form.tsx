"use client";

import { useState } from "react";
import type { z } from "zod";
import { useActionForm } from "@/components/access/use-action-form";
import { FormErrorSummary } from "@/components/ui/form-error";
import { Notice } from "@/components/ui/notice";
import { RadioGroupField } from "@/components/ui/radio-group-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { Result } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { inviteMemberSchema } from "@/lib/identity/schemas";

const LABELS = { name: "Name", email: "E-mail", role: "What they do" };

type Props = {
  inviteMember: (value: z.input<typeof inviteMemberSchema>) => Promise<Result<unknown>>;
};

/** Invites a clinician or an administrator by mail. After one is sent there is a fresh form for the next. */
export function InviteMemberForm({ inviteMember }: Props) {
  const [sentTo, setSentTo] = useState<readonly string[]>([]);
  const last = sentTo.at(-1);
  return (
    <div className="grid gap-5">
      {last ? (
        <Notice tone="success" live title="Invitation sent">
          <span className="break-all">{last}</span> has seven days to accept it.
        </Notice>
      ) : null}
      <OneInvitation
        key={sentTo.length}
        inviteMember={inviteMember}
        onSent={(email) => setSentTo([...sentTo, email])}
      />
    </div>
  );
}

function OneInvitation({ inviteMember, onSent }: Props & { onSent: (email: string) => void }) {
  const [id] = useState(newId);
  const { form, field, onSubmit, summary, pending, isReady } = useActionForm({
    schema: inviteMemberSchema,
    act: inviteMember,
    defaults: { id },
    labels: LABELS,
    done: () => {
      onSent(form.getValues("email"));
    },
  });
  return (
    <form method="post" noValidate onSubmit={onSubmit} className="grid gap-5">
      <FormErrorSummary {...summary} />
      <TextField label={LABELS.name} autoComplete="off" {...field("name")} />
      <TextField
        label={LABELS.email}
        type="email"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...field("email")}
      />
      <RadioGroupField
        legend={LABELS.role}
        options={[
          { value: "clinician", label: "Clinician", hint: "Sees patients and makes their plans." },
          {
            value: "admin",
            label: "Administrator",
            hint: "Looks after people and the audit log. Sees no health records.",
          },
        ]}
        {...field("role")}
      />
      <SubmitButton disabled={!isReady} pending={pending} pendingLabel="Sending…" icon="mail" className="w-fit">
        Send invitation
      </SubmitButton>
    </form>
  );
}
