"use client";

import { type RefObject, useEffect } from "react";

type Move = { key: string; at: number; count: number; columns: number };

/** Which card an arrow leads to, by its place from 0; -1 is the search above them, and null is nowhere. */
export function cardAfter({ key, at, count, columns }: Move): number | null {
  if (count === 0) return null;
  if (at < 0) return key === "ArrowDown" ? 0 : null;
  const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns };
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  const step = steps[key];
  if (step === undefined) return null;
  if (key === "ArrowUp" && at < columns) return -1;
  // A last row that is not full: down from above its gap goes to its end.
  const isAboveGap = key === "ArrowDown" && Math.floor(at / columns) < Math.floor((count - 1) / columns);
  const to = isAboveGap ? Math.min(at + step, count - 1) : at + step;
  return to >= 0 && to < count ? to : null;
}

/** From the search field the down arrow leads to the cards (links marked data-card); the arrows then move between those. */
export function useCardKeys(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const focused = document.activeElement;
      const search = box.current?.querySelector<HTMLElement>("input[type=search]") ?? null;
      const cards = [...(box.current?.querySelectorAll<HTMLElement>("a[data-card]") ?? [])];
      const at = focused instanceof HTMLElement ? cards.indexOf(focused) : -1;
      if (at < 0 && focused !== search) return;
      const top = cards[0]?.getBoundingClientRect().top;
      const columns = cards.filter((card) => card.getBoundingClientRect().top === top).length;
      const to = cardAfter({ key: event.key, at, count: cards.length, columns });
      if (to === null) return;
      event.preventDefault();
      (to < 0 ? search : cards[to])?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [box]);
}
