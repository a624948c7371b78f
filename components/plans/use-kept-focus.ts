"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

type Kept = { line: string | null; index: number; name: string | null; id: string };

const controlsOf = (row: Element) => [...row.querySelectorAll<HTMLElement>("input, select, textarea, button")];

/**
 * Lines that are moved or changed as a whole are written anew, and what had the focus is gone with the old ones. `keep` is called
 * before such a change: after it, the same control of the same line has the focus again, or the fallback when the line is gone.
 */
export function useKeptFocus(box: RefObject<HTMLElement | null>, fallbackId: string) {
  const kept = useRef<Kept | null>(null);
  const [turn, setTurn] = useState(0);

  const keep = useCallback(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || !box.current?.contains(focused)) return;
    const row = focused.closest<HTMLElement>("[data-line]");
    kept.current = {
      line: row?.dataset.line ?? null,
      index: row ? controlsOf(row).indexOf(focused) : -1,
      name: focused.getAttribute("name"),
      id: focused.id,
    };
    setTurn((before) => before + 1);
  }, [box]);

  useEffect(() => {
    const was = kept.current;
    kept.current = null;
    const focused = document.activeElement;
    if (turn === 0 || !was || !box.current || (focused && focused !== document.body)) return;
    const row = was.line === null ? null : box.current.querySelector(`[data-line="${was.line}"]`);
    const again = row
      ? controlsOf(row)[was.index]
      : (document.getElementById(was.id) ??
        (was.name === null ? null : box.current.querySelector<HTMLElement>(`[name="${CSS.escape(was.name)}"]`)));
    (again ?? document.getElementById(fallbackId))?.focus();
  }, [turn, box, fallbackId]);

  return keep;
}
