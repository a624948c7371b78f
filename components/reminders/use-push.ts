"use client";

import { useEffect, useState } from "react";
import { deviceName } from "@/lib/access/device";
import type { Result } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { ReminderActions } from "./reminder-actions";

/**
 * What this browser can do: it cannot take push messages, it could once the portal is on the home screen (iPhone and iPad), the person has
 * forbidden it, its part that works in the background is not there, or it is off or on.
 */
export type PushState = "unknown" | "unsupported" | "needs-home-screen" | "blocked" | "not-ready" | "off" | "on";

const WORKER_PATIENCE_MS = 5_000;

const isAppleTouch = () =>
  /iPhone|iPad/.test(navigator.userAgent) || (/Mac OS X/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);

function firstState(): PushState | null {
  const canPush = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
  if (!canPush) return isAppleTouch() ? "needs-home-screen" : "unsupported";
  return Notification.permission === "denied" ? "blocked" : null;
}

/** The service worker of the portal; null when none takes charge in time. */
async function worker(): Promise<ServiceWorkerRegistration | null> {
  const late = new Promise<null>((resolve) => {
    window.setTimeout(() => resolve(null), WORKER_PATIENCE_MS);
  });
  return Promise.race([navigator.serviceWorker.ready, late]);
}

async function markOf(endpoint: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(endpoint));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function ownMark(): Promise<string | null> {
  const registration = await navigator.serviceWorker.getRegistration();
  const subscription = await registration?.pushManager.getSubscription();
  return subscription ? markOf(subscription.endpoint) : null;
}

const bytesOf = (key: string) =>
  Uint8Array.from(atob(key.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));

const isSameKey = (given: ArrayBuffer | null, wanted: Uint8Array) =>
  given !== null && new Uint8Array(given).join() === wanted.join();

type Options = { marks: readonly string[]; byPush: boolean; pushKey: string; addDevice: ReminderActions["addDevice"] };

/** Whether reminders come to this device, and the way to ask for them. The browser's own question comes after a tap and not before. */
export function usePush({ marks, byPush, pushKey, addDevice }: Options) {
  const [state, setState] = useState<PushState>("unknown");
  const [mark, setMark] = useState<string | null>(null);
  const known = marks.join();

  useEffect(() => {
    let isLeft = false;
    const first = firstState();
    const look = async () => {
      const own = first ? null : await ownMark();
      if (isLeft) return;
      setMark(own);
      setState(first ?? (byPush && own !== null && known.includes(own) ? "on" : "off"));
    };
    void look();
    return () => {
      isLeft = true;
    };
  }, [byPush, known]);

  async function turnOn(): Promise<Result<unknown>> {
    const none: Result<unknown> = { ok: true, value: null };
    if ((await Notification.requestPermission()) !== "granted") {
      setState(Notification.permission === "denied" ? "blocked" : "off");
      return none;
    }
    const registration = await worker();
    if (!registration) {
      setState("not-ready");
      return none;
    }
    const applicationServerKey = bytesOf(pushKey);
    const old = await registration.pushManager.getSubscription();
    // One made for other keys of the portal would never hear from it; one the portal let go of may be gone at its push service.
    const isOurs = old !== null && marks.includes(await markOf(old.endpoint));
    if (old && !(isOurs && isSameKey(old.options.applicationServerKey, applicationServerKey))) await old.unsubscribe();
    const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
    const { endpoint, keys } = subscription.toJSON();
    const result = await addDevice({
      id: newId(),
      endpoint: endpoint ?? "",
      p256dh: keys?.p256dh ?? "",
      auth: keys?.auth ?? "",
      device: deviceName(navigator.userAgent),
    });
    if (!result.ok) await subscription.unsubscribe();
    return result;
  }

  return { state, mark, turnOn };
}
