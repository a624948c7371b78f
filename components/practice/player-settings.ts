import { useSyncExternalStore } from "react";

/** How somebody likes to be led through a session. A wish about the device: it stays when they sign out. */
export type PlayerSettings = { sound: boolean; vibration: boolean; voice: boolean; isPaced: boolean };

const NAME = "plumbline.player";
const AT_FIRST: PlayerSettings = { sound: true, vibration: true, voice: true, isPaced: true };

let known: PlayerSettings | null = null;
const listeners = new Set<() => void>();

function read(): PlayerSettings {
  if (known) return known;
  known = AT_FIRST;
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(NAME) ?? "{}");
    if (typeof kept === "object" && kept !== null) {
      const told = Object.entries(kept).filter(([name, value]) => name in AT_FIRST && typeof value === "boolean");
      known = { ...AT_FIRST, ...Object.fromEntries(told) };
    }
  } catch {
    // A browser may refuse storage, or hold something unreadable: it is then as at first.
  }
  return known;
}

export function changeSettings(change: Partial<PlayerSettings>): void {
  known = { ...read(), ...change };
  try {
    window.localStorage.setItem(NAME, JSON.stringify(known));
  } catch {
    // Without room it lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

export const playerSettings = (): PlayerSettings => read();

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function usePlayerSettings(): PlayerSettings {
  return useSyncExternalStore(subscribe, read, () => AT_FIRST);
}
