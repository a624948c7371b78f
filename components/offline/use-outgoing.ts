import { useEffect, useSyncExternalStore } from "react";
import { forgetPages } from "./device";
import { keptItems } from "./kept-items";
import { createOutgoing, NOTHING, type OutgoingQueue, type OutgoingState } from "./outgoing";
import { post } from "./post";

const NAME = "plumbline-outgoing";

let queue: { who: string; outgoing: OutgoingQueue } | null = null;
let watchers = 0;

function later(work: () => void, delay: number) {
  const timer = window.setTimeout(work, delay);
  return () => window.clearTimeout(timer);
}

/** One page sends at a time. A browser without locks sends from each of them: the ids make that harmless. */
async function alone(work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work();
  await navigator.locks.request(NAME, work);
}

function create(who: string): OutgoingQueue {
  const channel = new BroadcastChannel(NAME);
  const outgoing = createOutgoing({
    who,
    place: keptItems,
    post,
    alone,
    schedule: later,
    clock: Date.now,
    tell: () => channel.postMessage(null),
    onSignedOut: () => void forgetPages(),
  });
  channel.onmessage = () => void outgoing.refresh();
  return outgoing;
}

/** What this device has to send for one person: one queue a page, however many of its parts ask. */
export function outgoingOf(who: string): OutgoingQueue {
  if (queue?.who !== who) {
    queue?.outgoing.rest();
    queue = { who, outgoing: create(who) };
  }
  return queue.outgoing;
}

/** Asks the browser to wake the service worker when there is a network, should the page be gone by then. */
async function askForWaking() {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration && "sync" in registration) {
    const { sync } = registration as { sync: { register: (tag: string) => Promise<void> } };
    await sync.register(NAME).catch(() => undefined);
  }
}

function watch(outgoing: OutgoingQueue): () => void {
  const flush = () => void outgoing.flush();
  const onVisibility = () => {
    if (document.visibilityState === "visible") flush();
    else if (outgoing.getState().items.some(({ refusal }) => refusal === null)) void askForWaking();
  };
  flush();
  window.addEventListener("online", flush);
  document.addEventListener("visibilitychange", onVisibility);
  return () => {
    window.removeEventListener("online", flush);
    document.removeEventListener("visibilitychange", onVisibility);
  };
}

let unwatch: (() => void) | null = null;

/**
 * What this device has to send for one person, and how that is going. It tries again when the network is back, when the page is
 * looked at again, and hears of what another page did.
 */
export function useOutgoing(who: string): { outgoing: OutgoingQueue | null; state: OutgoingState } {
  const outgoing = typeof window === "undefined" ? null : outgoingOf(who);
  const state = useSyncExternalStore(
    outgoing?.subscribe ?? never,
    () => outgoing?.getState() ?? NOTHING,
    () => NOTHING,
  );
  useEffect(() => {
    const own = outgoingOf(who);
    watchers += 1;
    unwatch ??= watch(own);
    return () => {
      watchers -= 1;
      if (watchers > 0) return;
      unwatch?.();
      unwatch = null;
    };
  }, [who]);
  return { outgoing, state };
}

const never = () => () => undefined;
