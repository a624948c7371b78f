import { useCallback, useRef, useState } from "react";
import { type Refusal, useActing } from "@/components/access/use-acting";
import type { Result } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";

/** A text with the id it is sent under. */
export type Unsent = { id: string; body: string };

const OFFLINE: Refusal = {
  message: "You are offline. What you wrote is still here. Send it when you are connected again.",
  fieldErrors: {},
};

/**
 * A text on its way. The same text keeps its id until it has arrived, so that sending it again is the same thing sent twice;
 * changed words are another message. `keep` is told what did not arrive, and null once it has.
 */
export function useSending(act: (message: Unsent) => Promise<Result<unknown>>, keep?: (unsent: Unsent | null) => void) {
  const [text, setText] = useState("");
  const [isSent, setIsSent] = useState(false);
  const tried = useRef<Unsent | null>(null);
  const { send, pending, refusal, setRefusal } = useActing(act, () => {
    tried.current = null;
    setText("");
    setIsSent(true);
    keep?.(null);
    return undefined;
  });

  const restore = useCallback((unsent: Unsent) => {
    tried.current = unsent;
    setText(unsent.body);
  }, []);

  function change(value: string) {
    setText(value);
    setIsSent(false);
  }

  async function submit() {
    const body = text.trim();
    const message = tried.current?.body === body ? tried.current : { id: newId(), body };
    tried.current = message;
    setIsSent(false);
    const refused = await send(message);
    if (!refused) return;
    keep?.(message);
    if (!navigator.onLine) setRefusal(OFFLINE);
  }

  return { text, change, restore, submit, pending, isSent, refusal };
}
