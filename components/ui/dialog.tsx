"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import { Icon } from "./icon";

const SIZE = { sm: "max-w-md", md: "max-w-xl", lg: "max-w-4xl" };

export type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  actions?: ReactNode;
  size?: keyof typeof SIZE;
};

/** The browser's own dialog: it keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({ open, onClose, title, children, actions, size = "sm" }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);

  return (
    <dialog
      ref={box}
      aria-labelledby={titleId}
      onClose={onClose}
      className={`mx-auto mt-auto mb-0 max-h-[92dvh] w-full overflow-y-auto rounded-t-xl border border-rule bg-paper p-0 text-ink sm:my-auto sm:rounded-xl ${SIZE[size]}`}
    >
      {open ? (
        <div className="p-5 pb-[max(1.25rem,env(safe-area-inset-bottom))] sm:p-7">
          <div className="mb-3 flex items-start justify-between gap-4">
            <h2 id={titleId} className="pt-1.5 text-xl">
              {title}
            </h2>
            <button
              type="button"
              onClick={() => box.current?.close()}
              className="tap -me-2 grid flex-none place-items-center rounded-md text-ink-soft hover:bg-sunken hover:text-ink"
            >
              <Icon name="close" label="Close" className="size-5" />
            </button>
          </div>
          {children}
          {actions ? <div className="mt-6 flex flex-wrap justify-end gap-2">{actions}</div> : null}
        </div>
      ) : null}
    </dialog>
  );
}
