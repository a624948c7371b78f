"use client";

import { useState } from "react";
import { SignOutButton, type SignOutButtonProps } from "@/components/access/sign-out-button";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { things } from "./offline-words";
import { thingsIn } from "./things";
import { useOutgoing } from "./use-outgoing";

type Props = Pick<SignOutButtonProps, "signOut"> & { who: string };

/** Signs out and clears the device. When something waits on it, that is said first, with a way to send it. */
export function SignOutHere({ signOut, who }: Props) {
  const { outgoing, state } = useOutgoing(who);
  const [isAsking, setIsAsking] = useState(false);
  const waiting = thingsIn(state.items);
  const count = waiting.length;
  if (count === 0 && !isAsking) return <SignOutButton signOut={signOut} variant="secondary" />;
  return (
    <>
      <Button variant="secondary" icon="sign-out" className="w-fit" onClick={() => setIsAsking(true)}>
        Sign out
      </Button>
      <Dialog
        open={isAsking}
        onClose={() => setIsAsking(false)}
        title={count === 0 ? "All sent" : `${things(count)} on this phone ${count === 1 ? "is" : "are"} not sent yet`}
      >
        {count === 0 ? (
          <p>You can sign out now. Nothing of yours stays on this phone.</p>
        ) : (
          <>
            <p>Signing out clears this phone. Your clinic would never have:</p>
            <ul className="mt-2 list-disc ps-5">
              {waiting.map((item) => (
                <li key={item.key}>{item.words}</li>
              ))}
            </ul>
          </>
        )}
        <div className="mt-6 flex flex-wrap gap-3">
          {count > 0 ? (
            <Button pending={state.status === "sending"} pendingLabel="Sending" onClick={() => void outgoing?.flush()}>
              Send now
            </Button>
          ) : null}
          <SignOutButton
            signOut={signOut}
            variant={count > 0 ? "danger" : "secondary"}
            label={count > 0 ? "Sign out and lose them" : "Sign out"}
          />
        </div>
        {count > 0 && state.status === "offline" ? (
          <p role="status" className="mt-4 text-ink-soft">
            We cannot reach the clinic just now. You can try again in a moment.
          </p>
        ) : null}
      </Dialog>
    </>
  );
}
