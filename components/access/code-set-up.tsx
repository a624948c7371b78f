"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { FormErrorSummary } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { CodePicture } from "@/lib/access/code-picture";
import { confirmCodeSchema } from "@/lib/access/schemas";
import type { Result } from "@/lib/core/errors";
import { CodePictureView } from "./code-picture-view";
import { CodeRemoval } from "./code-removal";
import { RecoveryCodes } from "./recovery-codes";
import { useActing, useIsReady } from "./use-acting";
import { useActionForm } from "./use-action-form";

export type CodeSecret = { secret: string; address: string; picture: CodePicture };

type Confirm = (value: { code: string }) => Promise<Result<{ recoveryCodes: string[] }>>;

type Props = {
  isOn: boolean;
  recoveryCodesLeft: number;
  setUpCode: (value: Record<string, never>) => Promise<Result<CodeSecret>>;
  confirmCode: Confirm;
  removeCode: (value: { password: string }) => Promise<Result<unknown>>;
};

/**
 * Sign-in codes, off or on. Setting up goes in three steps: show the secret to an app, prove it works, keep the recovery codes.
 * The last step outlives the page's own news that codes are on.
 */
export function CodeSetUp({ isOn, recoveryCodesLeft, setUpCode, confirmCode, removeCode }: Props) {
  const [secret, setSecret] = useState<CodeSecret | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const isReady = useIsReady();
  const { send, pending, refusal } = useActing(setUpCode, (made) => {
    setSecret(made);
  });
  if (codes) return <RecoveryCodes codes={codes} />;
  if (isOn) return <CodeRemoval recoveryCodesLeft={recoveryCodesLeft} removeCode={removeCode} />;
  if (secret) return <ConfirmStep secret={secret} confirmCode={confirmCode} done={setCodes} />;
  return (
    <div className="grid gap-4">
      <FormErrorSummary message={refusal?.message} />
      <p className="measure">
        You need an authenticator app on your phone, such as the one you already use for your bank or your mail. After
        this, signing in asks for your password and for a code the app shows.
      </p>
      <Button className="w-fit" disabled={!isReady} pending={pending} pendingLabel="Starting…" onClick={() => send({})}>
        Set up sign-in codes
      </Button>
    </div>
  );
}

const LABELS = { code: "Code" };

function ConfirmStep(props: { secret: CodeSecret; confirmCode: Confirm; done: (codes: string[]) => void }) {
  const { secret, confirmCode, done } = props;
  const { field, onSubmit, summary, pending, isReady } = useActionForm({
    schema: confirmCodeSchema,
    act: confirmCode,
    labels: LABELS,
    done: ({ recoveryCodes }) => {
      done(recoveryCodes);
    },
  });
  return (
    <form method="post" noValidate onSubmit={onSubmit} className="grid max-w-lg gap-5">
      <FormErrorSummary {...summary} />
      <div>
        <h2 className="text-lg">1. Show this to your app</h2>
        <p className="mt-1">Choose “add” or “scan a code” in the app and hold the phone to this picture.</p>
        <CodePictureView picture={secret.picture} />
        <p className="text-sm">
          No camera?{" "}
          <a className="text-teal-ink underline" href={secret.address}>
            Open the app on this device
          </a>
          , or type in this key:
        </p>
        <p className="numeric mt-1 select-all break-all font-semibold">{secret.secret.match(/.{1,4}/g)?.join(" ")}</p>
      </div>
      <div className="grid gap-3">
        <h2 className="text-lg">2. Type the code the app shows</h2>
        <TextField
          label="Six-digit code"
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
          className="max-w-64"
          {...field("code")}
        />
      </div>
      <SubmitButton className="w-fit" disabled={!isReady} pending={pending} pendingLabel="Checking…">
        Turn sign-in codes on
      </SubmitButton>
    </form>
  );
}
