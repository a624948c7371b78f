import type { ReactNode } from "react";
import { IconButton } from "@/components/plans/icon-button";

/** One of several things of a kind in a form, with a way to take it out. */
export function FormRow({ title, onRemove, children }: { title: string; onRemove: () => void; children: ReactNode }) {
  return (
    <fieldset className="grid min-w-0 gap-4 rounded-md border border-rule p-4">
      <legend className="sr-only">{title}</legend>
      <div className="-mb-3 flex items-center justify-between gap-2">
        <p aria-hidden="true" className="font-semibold">
          {title}
        </p>
        <IconButton icon="trash" label={`Take out: ${title}`} onClick={onRemove} />
      </div>
      {children}
    </fieldset>
  );
}
