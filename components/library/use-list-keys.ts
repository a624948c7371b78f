"use client";

import { type RefObject, useEffect } from "react";

/** The up and down arrows go through the search and the choices (marked data-stop) of a list. */
export function useListKeys(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      const stops = [...(box.current?.querySelectorAll<HTMLElement>("input, [data-stop]") ?? [])];
      const at = stops.findIndex((stop) => stop.matches(":focus"));
      if (at < 0) return;
      event.preventDefault();
      stops[Math.max(0, Math.min(stops.length - 1, at + (event.key === "ArrowDown" ? 1 : -1)))]?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [box]);
}
