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

/** Invites a clinician or an administrator by mail. After one is sent the form is empty for the next. */
export function InviteMemberForm({ inviteMember }: Props) {
  const [first] = useState(newId);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { form, field, onSubmit, summary, pending, isReady } = useActionForm({
    schema: inviteMemberSchema,
    act: inviteMember,
    defaults: { id: first },
    labels: LABELS,
    done: () => {
      setSentTo(form.getValues("email"));
      form.reset({ id: newId(), name: "", email: "" });
    },
  });
  return (
    <form method="post" noValidate onSubmit={onSubmit} className="grid gap-5">
      <FormErrorSummary {...summary} />
      {sentTo === null || pending ? null : (
        <Notice tone="success" live title="Invitation sent">
          <span className="break-all">{sentTo}</span> has seven days to accept it.
        </Notice>
      )}
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
