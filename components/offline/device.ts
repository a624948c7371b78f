import { forgetAllOwn } from "@/components/access/own-storage";
import { deleteKeptItems } from "./kept-items";

/** The service worker knows pages by this name too; a session's own comes after it. */
const PAGES = "plumbline-own-";
/** What pages kept for their tab before it had names of its own. */
const OF_TABS = ["plumbline.unsent.", "plumbline:answers:"];

/** Takes the pages off the device that were kept for when there is no network. */
export async function forgetPages(): Promise<void> {
  if (!("caches" in window)) return;
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PAGES)).map((name) => caches.delete(name)));
}

function forgetTab(): void {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (OF_TABS.some((prefix) => key.startsWith(prefix))) sessionStorage.removeItem(key);
    }
  } catch {
    // A browser that forbids storage kept nothing.
  }
}

async function letWorkerGo(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (!registration) return;
  const subscription = await registration.pushManager?.getSubscription().catch(() => null);
  // A push service that is slow to answer keeps nobody's worker here.
  await Promise.allSettled([subscription?.unsubscribe(), registration.unregister()]);
}

const PATIENCE_MS = 3_000;

/** Clears the device of everything that belongs to the person who was signed in. What fails does not stop the rest. */
export async function clearDevice(): Promise<void> {
  forgetAllOwn();
  forgetTab();
  const late = new Promise<void>((resolve) => {
    window.setTimeout(resolve, PATIENCE_MS);
  });
  const all = Promise.allSettled([forgetPages(), deleteKeptItems(), letWorkerGo()]);
  await Promise.race([all, late]);
}
