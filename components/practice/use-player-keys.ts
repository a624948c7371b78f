import { useEffect, useRef } from "react";

export type PlayerKeys = Partial<Record<"space" | "back" | "next" | "enter" | "escape", () => void>>;

const NAMES: Record<string, keyof PlayerKeys> = {
  " ": "space",
  ArrowLeft: "back",
  ArrowRight: "next",
  Enter: "enter",
  Escape: "escape",
};

/** What a key does to the thing that has the focus goes before what it does to the session. */
function isTaken(key: string, focused: Element | null): boolean {
  if (focused?.closest("input, textarea, select, [contenteditable]")) return key !== "Escape";
  return (key === " " || key === "Enter") && Boolean(focused?.closest("button, a[href], summary"));
}

/** Keys of a session: space pauses and goes on, the arrows go back and on, Enter counts, Escape closes. */
export function usePlayerKeys(keys: PlayerKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.repeat) return;
      const name = NAMES[event.key];
      const act = name && latest.current[name];
      if (!act || isTaken(event.key, document.activeElement)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
