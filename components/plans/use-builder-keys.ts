"use client";

import { useEffect } from "react";
import type { BuilderTools } from "./builder-tools";

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (/^(textarea|select)$/i.test(target.tagName) || (target instanceof HTMLInputElement && target.type !== "checkbox"));

const isSearching = (target: EventTarget | null) => target instanceof HTMLInputElement && target.type === "search";

/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) through the steps, Ctrl+A all lines, Escape none of them. Dialogs have their own keys. */
export function useBuilderKeys({ undo, redo, chooseAll, chooseNone }: BuilderTools): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
      if (event.key === "Escape") return chooseNone();
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const isUndo = key === "z" && !event.shiftKey;
      const isRedo = (key === "z" && event.shiftKey) || key === "y";
      const act =
        (isUndo || isRedo) && !isSearching(event.target)
          ? isUndo
            ? undo
            : redo
          : key === "a" && !event.shiftKey && !isTyping(event.target)
            ? chooseAll
            : null;
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [undo, redo, chooseAll, chooseNone]);
}
