"use client";

import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card, CardTitle } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { formatInstant } from "@/lib/core/calendar";
import { wayOut } from "./offline-words";
import { chainOf, type Outgoing } from "./outgoing-rules";
import { type Thing, thingsIn } from "./things";
import { useOnline } from "./use-online";
import { useOutgoing } from "./use-outgoing";

type Props = { who: string; timeZone: string };

/** What this device has not sent yet, what could not be sent and why, and what was sent. */
export function WaitingList({ who, timeZone }: Props) {
  const { outgoing, state } = useOutgoing(who);
  const isOnline = useOnline();
  const [leaving, setLeaving] = useState<Thing | null>(null);
  const waiting = thingsIn(state.items.filter(({ refusal }) => refusal === null));
  const refused = state.items.filter(({ refusal }) => refusal !== null);
  const at = (instant: number) => formatInstant(new Date(instant), timeZone);
  const remove = (item: Thing) => (
    <Button variant="quiet" icon="trash" onClick={() => setLeaving(item)}>
      Remove
    </Button>
  );
  if (!state.isReady) return null;
  return (
    <div className="grid gap-6">
      {state.isKept ? null : (
        <Notice tone="caution" live title="This phone has no room left">
          Keep this page open until all is sent. Deleting photos or apps you no longer need makes room.
        </Notice>
      )}
      {refused.map((item) => (
        <Notice
          key={item.key}
          tone="caution"
          title={`Not taken: ${item.words}`}
          actions={
            <>
              <Button variant="secondary" onClick={() => void outgoing?.retry(item.key)}>
                Try again
              </Button>
              {remove({ ...item, parts: partsOf(item, state.items) })}
            </>
          }
        >
          <p>{item.refusal}</p>
          <p>{wayOut(item)}</p>
        </Notice>
      ))}
      {waiting.length > 0 ? (
        <Card as="section">
          <CardTitle>Waiting to be sent</CardTitle>
          <ul className="divide-y divide-rule">
            {waiting.map((item) => (
              <li key={item.key} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
                <span>
                  {item.words}
                  <span className="block text-ink-soft text-sm">{at(item.givenAt)}</span>
                </span>
                {remove(item)}
              </li>
            ))}
          </ul>
          <div className="mt-4">
            {state.status === "signed-out" ? (
              <ButtonLink href="/sign-in?next=%2Fme%2Fwaiting">Sign in again</ButtonLink>
            ) : (
              <Button
                pending={state.status === "sending"}
                pendingLabel="Sending"
                onClick={() => void outgoing?.flush()}
              >
                {isOnline ? "Send now" : "Try to send now"}
              </Button>
            )}
          </div>
        </Card>
      ) : null}
      {state.items.length === 0 ? (
        <EmptyState icon="check" title="Nothing waits">
          Everything you did on this device is with your clinic.
        </EmptyState>
      ) : null}
      {state.sent.length > 0 ? (
        <Card as="section">
          <CardTitle>Sent from this device</CardTitle>
          <ul className="divide-y divide-rule">
            {thingsIn(state.sent)
              .reverse()
              .map((item) => (
                <li key={item.key} className="py-2">
                  {item.words}
                  <span className="block text-ink-soft text-sm">{at(item.parts.at(-1)?.sentAt ?? item.givenAt)}</span>
                </li>
              ))}
          </ul>
        </Card>
      ) : null}
      <Dialog
        open={leaving !== null}
        onClose={() => setLeaving(null)}
        title="Remove this?"
        actions={
          <>
            <Button variant="secondary" onClick={() => setLeaving(null)}>
              Keep it
            </Button>
            <Button
              variant="danger"
              onClick={() => {
                for (const { key } of leaving?.parts ?? []) void outgoing?.forget(key);
                setLeaving(null);
              }}
            >
              Remove
            </Button>
          </>
        }
      >
        <p>{leaving?.words}</p>
        <p className="mt-2">Your clinic does not have it. Once it is removed, it is gone.</p>
      </Dialog>
    </div>
  );
}

/** What goes with something that is removed: without its beginning nothing of a questionnaire can be sent. */
function partsOf(item: Outgoing, items: readonly Outgoing[]): readonly Outgoing[] {
  return item.kind === "questionnaires.open-draft" ? items.filter((one) => chainOf(one) === chainOf(item)) : [item];
}
