/**
 * What this device keeps for the person who is signed in, and for nobody after them: signing out clears it. A wish about the
 * device itself, such as the size of text, is not kept here.
 */
const PREFIX = "plumbline.own.";

type Place = "localStorage" | "sessionStorage";

/** Some browsers refuse storage, or have none left; what was to be kept then lasts as long as the page. */
function within<T>(place: Place, use: (storage: Storage) => T): T | null {
  try {
    return use(window[place]);
  } catch {
    return null;
  }
}

/** What was kept under a name, for this tab (`sessionStorage`) or for the device; null when there is nothing. */
export function keptOwn(place: Place, name: string): string | null {
  return within(place, (storage) => storage.getItem(PREFIX + name));
}

/** False when there was no room, or no storage at all. */
export function keepOwn(place: Place, name: string, value: string): boolean {
  const kept = within(place, (storage) => {
    storage.setItem(PREFIX + name, value);
    return true;
  });
  return kept ?? false;
}

export function forgetOwn(place: Place, name: string): void {
  within(place, (storage) => storage.removeItem(PREFIX + name));
}

/** Clears all of it. */
export function forgetAllOwn(): void {
  for (const place of ["localStorage", "sessionStorage"] as const) {
    within(place, (storage) => {
      for (const key of Object.keys(storage)) if (key.startsWith(PREFIX)) storage.removeItem(key);
    });
  }
}
