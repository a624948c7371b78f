"use client";

import { type ReactNode, useEffect, useRef } from "react";

const NEXT = new Set(["ArrowDown", "j"]);
const PREVIOUS = new Set(["ArrowUp", "k"]);

/** Once a row of a list has the focus (a link marked data-row), the arrow keys, or j and k, move to the next and the one before. */
export function RowKeys({ children }: { children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const step = NEXT.has(event.key) ? 1 : PREVIOUS.has(event.key) ? -1 : 0;
      const container = list.current;
      if (step === 0 || !container) return;
      const rows = [...container.querySelectorAll<HTMLElement>("a[data-row]")];
      const focused = document.activeElement;
      // Away from the rows the arrows scroll the page, and letters are somebody's typing.
      const at = focused instanceof HTMLElement ? rows.indexOf(focused) : -1;
      const row = at < 0 ? undefined : rows[at + step];
      if (!row) return;
      event.preventDefault();
      row.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  return <div ref={list}>{children}</div>;
}
