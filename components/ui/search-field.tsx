"use client";

import { type ComponentProps, useEffect, useId } from "react";
import { Icon } from "./icon";

export type SearchFieldProps = { label: string; shortcut?: boolean } & Omit<ComponentProps<"input">, "type">;

/** With `shortcut`, the / key comes here from anywhere on the page where one is not typing. */
export function SearchField({ label, shortcut = false, id, className, placeholder, ...input }: SearchFieldProps) {
  const ownId = useId();
  const fieldId = id ?? ownId;

  useEffect(() => {
    if (!shortcut) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      document.getElementById(fieldId)?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [shortcut, fieldId]);

  return (
    <div className={`relative ${className ?? ""}`}>
      <label htmlFor={fieldId} className="sr-only">
        {label}
      </label>
      <Icon
        name="search"
        className="pointer-events-none absolute start-3 top-1/2 size-5 -translate-y-1/2 text-ink-soft"
      />
      <input
        {...input}
        type="search"
        id={fieldId}
        placeholder={placeholder ?? label}
        aria-keyshortcuts={shortcut ? "/" : undefined}
        className="control peer ps-10 pe-10"
      />
      {shortcut ? (
        <kbd className="pointer-events-none absolute end-2.5 top-1/2 hidden -translate-y-1/2 rounded-sm border px-2 text-ink-soft text-sm peer-focus:hidden md:block">
          /
        </kbd>
      ) : null}
    </div>
  );
}

function isTyping(target: EventTarget | null) {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  );
}
