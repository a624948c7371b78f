"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { FieldPath, UseFormReturn } from "react-hook-form";
import type { FieldErrors } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { leanBody } from "@/lib/plans/draft";
import { type DraftBody, type DraftInput, draftBodySchema } from "@/lib/plans/schemas";
import type { DraftActions } from "./draft-actions";

/** Quiet time after the last change before the text is sent, in milliseconds. */
const QUIET_MS = 1000;
/** Time before a save that found no way is tried again, in milliseconds. */
const RETRY_MS = 5000;

const AWAY = "We cannot reach the clinic's records just now. Please try again.";

export type DraftStatus =
  | { state: "idle" | "waiting" | "saving" | "saved" | "offline" }
  | { state: "invalid"; fieldErrors: FieldErrors }
  | { state: "conflict" | "error"; message: string };

type Options = {
  form: UseFormReturn<DraftInput, unknown, DraftBody>;
  planId: string;
  patientId: string;
  /** What the server holds as the page opens. */
  revision: number;
  body: DraftBody;
  actions: Pick<DraftActions, "save" | "start" | "discard">;
};

/**
 * Keeps the text of a builder on the server as it is written: a second after the last change, one save at a time, again when
 * the network comes back. A conflict stops it until the person has chosen; the form keeps what was typed in every case.
 */
export function useDraftSaving({ form, planId, patientId, revision, body, actions }: Options) {
  const { save, start, discard } = actions;
  const [status, setStatus] = useState<DraftStatus>({ state: "idle" });
  const known = useRef({ revision, text: textOf(body), isStopped: false });
  const timer = useRef<number | undefined>(undefined);
  const queue = useRef<Promise<number | null>>(Promise.resolve(null));

  const attempt = useCallback(async (): Promise<number | null> => {
    if (known.current.isStopped) return null;
    await form.trigger();
    const parsed = draftBodySchema.safeParse(form.getValues());
    if (!parsed.success) {
      setStatus({ state: "invalid", fieldErrors: errorsOf(parsed.error.issues) });
      return null;
    }
    const written = leanBody(parsed.data);
    const text = JSON.stringify(written);
    if (text === known.current.text) {
      setStatus({ state: "saved" });
      return known.current.revision;
    }
    setStatus({ state: "saving" });
    const result = await save({ planId, revision: known.current.revision, body: written }).catch(() => null);
    if (result?.ok) {
      known.current.revision = result.value.revision;
      known.current.text = text;
      setStatus({ state: "saved" });
      return result.value.revision;
    }
    if (result?.code === "conflict") known.current.isStopped = true;
    if (result?.code === "invalid") {
      const fieldErrors = placed(result.fieldErrors);
      for (const [name, message] of Object.entries(fieldErrors)) {
        form.setError(name as FieldPath<DraftInput>, { message });
      }
      setStatus({ state: "invalid", fieldErrors });
    } else if (result && result.code !== "unavailable") {
      setStatus({ state: result.code === "conflict" ? "conflict" : "error", message: result.message });
    } else {
      setStatus({ state: "offline" });
    }
    return null;
  }, [form, planId, save]);

  /** Sends the text now, after any save under way; gives its revision once it is kept, or null when it is not. */
  const saveNow = useCallback((): Promise<number | null> => {
    window.clearTimeout(timer.current);
    timer.current = undefined;
    queue.current = queue.current.then(attempt);
    return queue.current;
  }, [attempt]);

  /** To be called at every change. */
  const changed = useCallback(() => {
    if (known.current.isStopped) return;
    window.clearTimeout(timer.current);
    timer.current = undefined;
    const parsed = draftBodySchema.safeParse(form.getValues());
    if (parsed.success && JSON.stringify(leanBody(parsed.data)) === known.current.text) {
      setStatus((before) => (before.state === "idle" ? before : { state: "saved" }));
      return;
    }
    setStatus({ state: "waiting" });
    timer.current = window.setTimeout(() => void saveNow(), QUIET_MS);
  }, [form, saveNow]);

  useEffect(() => {
    if (status.state !== "offline") return;
    const again = window.setTimeout(() => void saveNow(), RETRY_MS);
    return () => window.clearTimeout(again);
  }, [status, saveNow]);

  // Leaving the page within that second sends what is waiting.
  useEffect(
    () => () => {
      if (timer.current !== undefined) void saveNow();
    },
    [saveNow],
  );

  /** After a conflict: puts this form's text over whatever the draft now holds. */
  const keepMine = useCallback(async () => {
    const opened = await start({ id: newId(), patientId, planId }).catch(() => null);
    if (opened?.ok) {
      known.current = { revision: opened.value.revision, text: "", isStopped: false };
      await saveNow();
    } else if (opened) {
      setStatus({ state: "conflict", message: opened.message });
    } else {
      setStatus({ state: "conflict", message: AWAY });
    }
  }, [patientId, planId, saveNow, start]);

  /** Throws the draft away; gives the words of a refusal, or null when it is gone. */
  const throwAway = useCallback(async (): Promise<string | null> => {
    window.clearTimeout(timer.current);
    timer.current = undefined;
    await queue.current;
    const result = await discard({ planId, revision: known.current.revision }).catch(() => null);
    if (!result?.ok) return result?.message ?? AWAY;
    known.current.isStopped = true;
    setStatus({ state: "idle" });
    return null;
  }, [discard, planId]);

  const isUnsaved = status.state !== "idle" && status.state !== "saved";
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    const send = () => void saveNow();
    const hide = () => document.visibilityState === "hidden" && send();
    window.addEventListener("beforeunload", warn);
    window.addEventListener("online", send);
    document.addEventListener("visibilitychange", hide);
    return () => {
      window.removeEventListener("beforeunload", warn);
      window.removeEventListener("online", send);
      document.removeEventListener("visibilitychange", hide);
    };
  }, [isUnsaved, saveNow]);

  return { status, changed, saveNow, keepMine, throwAway };
}

function textOf(body: DraftBody): string {
  const parsed = draftBodySchema.safeParse(body);
  return parsed.success ? JSON.stringify(leanBody(parsed.data)) : "";
}

/** The first message at each place, by dotted path. */
function errorsOf(issues: readonly { path: readonly PropertyKey[]; message: string }[]): FieldErrors {
  const errors: FieldErrors = {};
  for (const { path, message } of issues) errors[path.map(String).join(".")] ??= message;
  return errors;
}

/** The command's input holds the text under `body`; the form is the text itself. */
function placed(errors: FieldErrors): FieldErrors {
  return Object.fromEntries(Object.entries(errors).map(([name, message]) => [name.replace(/^body\./, ""), message]));
}
