import type { Result } from "@/lib/core/errors";
import type { SyncKind } from "./kinds";
import { newOutgoing } from "./outgoing-rules";
import { outgoingOf } from "./use-outgoing";

const NO_ROOM: Result<never> = {
  ok: false,
  code: "unavailable",
  message:
    "We cannot reach the clinic just now, and this device has no room left to keep it. Leave this page open, and try again in a moment.",
  fieldErrors: {},
};

type Keeping = {
  who: string;
  kind: SyncKind;
  words: string;
  /** True when something that waits on the device has to go before it. */
  isHere?: boolean;
};

/**
 * Sends something by its action; when that cannot be reached, or the portal was updated since and knows it no longer, keeps it on
 * the device, to be sent when there is a way: its value is then "kept", and it is as good as done. Its id goes with it: whatever arrives twice counts once.
 */
export function kept<I extends { id: string }>(
  { who, kind, words, isHere = false }: Keeping,
  act: (input: I) => Promise<Result<unknown>>,
): (input: I) => Promise<Result<unknown>> {
  return async (input) => {
    const answer = navigator.onLine && !isHere ? await act(input).catch(() => null) : null;
    if (answer) return answer;
    const outgoing = outgoingOf(who);
    const given = outgoing.give(kind, input, words);
    await given.kept;
    if (outgoing.getState().isKept) {
      const fate = await given.fate;
      if (fate.is !== "refused") return { ok: true, value: fate.is === "sent" ? null : "kept" };
      return { ok: false, code: "conflict", message: fate.message, fieldErrors: {} };
    }
    await outgoing.forget(newOutgoing({ who, kind, body: input, words }, 0).key);
    return NO_ROOM;
  };
}
