"use client";

import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import { useRef, useState, useSyncExternalStore } from "react";
import type { FieldErrors, Result } from "@/lib/core/errors";

export type Refusal = { message?: string; fieldErrors: FieldErrors };

const LOST: Refusal = {
  message: "We cannot reach the portal. Check your connection and try again. What you typed is still here.",
  fieldErrors: {},
};

const STALE: Refusal = {
  message:
    "The portal was updated while this page was open. What you typed is still here: copy what is long, reload the page, and send it then.",
  fieldErrors: {},
};

const never = () => () => undefined;

/** False until the page listens to clicks; a form sent before that would lose what was typed. */
export function useIsReady(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/**
 * Sends something to an action, one at a time, and keeps why it was refused. `done` may answer "leaving" when it takes the
 * browser to another page: then it stays pending.
 */
export function useActing<I, R>(act: (value: I) => Promise<Result<R>>, done: (value: R) => undefined | "leaving") {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [pending, setPending] = useState(false);
  const busy = useRef(false);

  async function send(value: I): Promise<Refusal | null> {
    if (busy.current) return null;
    busy.current = true;
    setPending(true);
    setRefusal(null);
    let refused: Refusal | null = null;
    let leaving = false;
    try {
      const result = await act(value);
      if (result.ok) leaving = done(result.value) === "leaving";
      else refused = { message: result.message, fieldErrors: result.fieldErrors };
    } catch (error) {
      unstable_rethrow(error);
      refused = unstable_isUnrecognizedActionError(error) ? STALE : LOST;
    }
    setRefusal(refused);
    busy.current = leaving;
    setPending(leaving);
    return refused;
  }

  return { send, pending, refusal, setRefusal };
}
