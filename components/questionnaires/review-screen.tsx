"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useId, useState, useTransition } from "react";
import { useForm } from "react-hook-form";
import { forgetOwn, keepOwn, keptOwn } from "@/components/access/own-storage";
import { kept } from "@/components/offline/kept";
import { FocusShell } from "@/components/shell/focus-shell";
import { Button } from "@/components/ui/button";
import { FormErrorSummary } from "@/components/ui/form-error";
import { TextArea } from "@/components/ui/text-area";
import type { Result } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { submitSchema } from "@/lib/questionnaires/schemas";

export type ReviewScreenProps = {
  who: string;
  /** What the questionnaire is called. */
  title: string;
  /** True when answers of it wait on this device: they go before it. */
  isHere?: boolean;
  draftId: string;
  /** Why the form cannot be sent as it stands; null when it can. */
  refusal: string | null;
  /** True when these answers take the place of ones sent before. */
  isCorrection: boolean;
  closeHref: string;
  /** Where results are; the id of the response comes after it. */
  resultsHref: string;
  submit: (input: { id: string; draftId: string; reason?: string }) => Promise<Result<{ responseId: string }>>;
  /** The answers. */
  children: ReactNode;
};

const sentSchema = submitSchema.pick({ reason: true });
const correctedSchema = sentSchema.required();

/** The answers before they are sent. They are sent once, however often the button is pressed: the same id goes with every try. */
export function ReviewScreen(props: ReviewScreenProps) {
  const {
    who,
    title,
    isHere = false,
    draftId,
    refusal,
    isCorrection,
    closeHref,
    resultsHref,
    submit,
    children,
  } = props;
  const router = useRouter();
  const formId = useId();
  const refusalId = useId();
  const [id] = useState(newId);
  const [message, setMessage] = useState<string>();
  const [isSending, startSending] = useTransition();
  const { register, handleSubmit, setError, setValue, formState } = useForm<{ reason?: string }>({
    resolver: zodResolver(isCorrection ? correctedSchema : sentSchema),
    defaultValues: isCorrection ? { reason: "" } : {},
  });

  const reasonHere = `correction.${draftId}`;
  // Changing one more answer leads away from here and back.
  useEffect(() => {
    const typed = isCorrection ? keptOwn("sessionStorage", reasonHere) : null;
    if (typed !== null) setValue("reason", typed);
  }, [isCorrection, reasonHere, setValue]);

  const send = handleSubmit(({ reason }) => {
    startSending(async () => {
      const keep = kept({ who, kind: "questionnaires.submit", words: `Questions: ${title}`, isHere }, submit);
      const sent = await keep(reason === undefined ? { id, draftId } : { id, draftId, reason });
      if (sent.ok) {
        forgetOwn("sessionStorage", reasonHere);
        const isWaiting = sent.value === "kept";
        // Where answers wait already, whoever shows them shows that all of it waits.
        if (!isWaiting || !isHere) router.replace(isWaiting ? closeHref : `${resultsHref}/${id}`);
        return;
      }
      const { reason: fault } = sent.fieldErrors;
      if (fault) setError("reason", { message: fault }, { shouldFocus: true });
      setMessage(fault ? undefined : sent.message);
      if (sent.code === "conflict") router.refresh();
    });
  });

  return (
    <FocusShell
      title="Check your answers"
      closeHref={closeHref}
      closeLabel="Leave for now. Your answers are kept."
      footer={
        <div className="grid gap-3">
          {message ? <FormErrorSummary message={message} /> : null}
          {refusal === null ? null : (
            <p id={refusalId} className="text-ink-soft">
              {refusal}
            </p>
          )}
          <Button
            type="submit"
            form={formId}
            block
            size="lg"
            disabled={refusal !== null}
            aria-describedby={refusal === null ? undefined : refusalId}
            pending={isSending}
            pendingLabel="Sending"
          >
            Send my answers
          </Button>
        </div>
      }
    >
      {children}
      <form id={formId} onSubmit={send} noValidate className="mt-8 empty:hidden">
        {isCorrection ? (
          <TextArea
            {...register("reason", {
              onChange: ({ target }) => keepOwn("sessionStorage", reasonHere, String(target.value)),
            })}
            label="What was wrong?"
            hint="A few words, such as: I mixed up left and right. Your physiotherapist can read them."
            rows={3}
            maxLength={500}
            error={formState.errors.reason?.message}
          />
        ) : null}
      </form>
    </FocusShell>
  );
}
