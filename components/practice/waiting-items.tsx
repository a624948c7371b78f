import type { OutgoingQueue, OutgoingState } from "@/components/offline/outgoing";
import type { Outgoing } from "@/components/offline/outgoing-rules";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

const STATUS_WORDS: Record<OutgoingState["status"], string> = {
  idle: "",
  sending: "Sending now.",
  offline: "We cannot reach the clinic just now. It is kept on this device and sent when there is a way.",
  "signed-out": "Sign in again, and it is sent. Until then it is kept on this device.",
};

/** What is not with the clinic yet: what waits, and what it would not have and why. Nothing when all of it was sent. */
export function WaitingItems({ outgoing, state }: { outgoing: OutgoingQueue; state: OutgoingState }) {
  const waiting = state.items.filter(({ refusal }) => refusal === null);
  const refused = state.items.filter(({ refusal }) => refusal !== null);
  if (state.items.length === 0) return null;
  return (
    <div className="grid gap-4">
      {waiting.length > 0 ? (
        <Notice
          tone={state.status === "sending" ? "info" : "caution"}
          title={`${waiting.length} ${waiting.length === 1 ? "thing waits" : "things wait"} to be sent`}
          live
          actions={
            state.status === "signed-out" ? (
              <ButtonLink href="/sign-in" variant="secondary" className="tap-lg">
                Sign in again
              </ButtonLink>
            ) : state.status === "offline" ? (
              <Button variant="secondary" className="tap-lg" onClick={() => void outgoing.flush()}>
                Send now
              </Button>
            ) : undefined
          }
        >
          <p>{STATUS_WORDS[state.status]}</p>
          <Items items={waiting} />
          {state.isKept ? null : (
            <p className="mt-2 font-semibold">
              This device has no room left to keep it. Please leave this page open until it is sent.
            </p>
          )}
        </Notice>
      ) : null}
      {refused.map((item) => (
        <Notice
          key={`${item.kind}:${item.id}`}
          tone="caution"
          title={`Not taken: ${item.words}`}
          actions={
            <Button variant="secondary" className="tap-lg" onClick={() => void outgoing.forget(item.key)}>
              I have seen it
            </Button>
          }
        >
          <p>{item.refusal}</p>
        </Notice>
      ))}
    </div>
  );
}

function Items({ items }: { items: readonly Outgoing[] }) {
  return (
    <ul className="mt-1 list-disc ps-5">
      {items.map((item) => (
        <li key={`${item.kind}:${item.id}`}>{item.words}</li>
      ))}
    </ul>
  );
}
