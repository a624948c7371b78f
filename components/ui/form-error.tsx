"use client";

import { useEffect, useRef } from "react";
import { Icon } from "./icon";

type FieldErrors = Record<string, string | readonly string[] | undefined>;

export type FormErrorSummaryProps = { message?: string; fieldErrors?: FieldErrors; labels?: Record<string, string> };

/** Says at the top of a form what is to be put right, and leads to each field by its name. */
export function FormErrorSummary({ message, fieldErrors = {}, labels = {} }: FormErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const entries = Object.entries(fieldErrors).flatMap(([name, said]) => {
    const first = typeof said === "string" ? said : said?.[0];
    return first ? [{ name, text: first }] : [];
  });
  const signature = `${message ?? ""}|${entries.map((entry) => `${entry.name}:${entry.text}`).join("|")}`;
  const isShown = signature !== "|";

  useEffect(() => {
    if (signature !== "|") box.current?.focus();
  }, [signature]);

  if (!isShown) return null;
  const title =
    message ?? (entries.length === 1 ? "One answer needs another look." : "Some answers need another look.");
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="flex gap-3 rounded-md border-2 border-caution bg-caution-wash p-4 text-ink"
    >
      <Icon name="warning" className="mt-0.5 size-6 text-caution" />
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        {entries.length > 0 ? (
          <ul className="mt-1">
            {entries.map((entry) => (
              <li key={entry.name}>
                <button
                  type="button"
                  onClick={() => focusField(box.current, entry.name)}
                  className="py-1 text-start underline decoration-1 underline-offset-[0.2em] hover:decoration-2"
                >
                  {labels[entry.name] ? `${labels[entry.name]}: ` : ""}
                  {entry.text}
                </button>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  );
}

function focusField(from: HTMLElement | null, name: string) {
  const scope: ParentNode = from?.closest("form") ?? document;
  scope.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]:not([type="hidden"])`)?.focus();
}
