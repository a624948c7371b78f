import { useSyncExternalStore } from "react";

/** The width from which the page of a section is shown: that of the `lg:` classes. */
const ROOM = "(min-width: 64rem)";

function subscribe(listener: () => void) {
  const query = window.matchMedia(ROOM);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

/**
 * Whether there is room for the page of a section. Null while the server draws, and until the page is awake: the server cannot know, so it
 * draws both, CSS shows the one that fits, and the other is left out as soon as the width is known. Nothing jumps.
 */
export function useRoom(): "phone" | "desktop" | null {
  return useSyncExternalStore(
    subscribe,
    () => (window.matchMedia(ROOM).matches ? "desktop" : "phone"),
    () => null,
  );
}
