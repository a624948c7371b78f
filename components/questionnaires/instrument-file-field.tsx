"use client";

import { useId } from "react";
import { fieldIds } from "@/components/ui/field";
import { FieldError } from "@/components/ui/field-error";
import { Icon } from "@/components/ui/icon";
import { sizeInWords } from "./instrument-file";

type Props = {
  name: string;
  label: string;
  hint: string;
  accept: string;
  disabled?: boolean;
  /** The file that is chosen. */
  chosen: { name: string; size: number } | null;
  /** One sentence a line. */
  error?: string;
  onChoose: (file: File) => void;
};

/** One file from the device, with its name and size in sight. */
export function InstrumentFileField({ name, label, hint, accept, disabled, chosen, error, onChoose }: Props) {
  const id = useId();
  const { hintId, errorId, describedBy } = fieldIds(id, { hint, error });
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <p id={hintId} className="text-ink-soft text-sm">
        {hint}
      </p>
      <input
        id={id}
        name={name}
        type="file"
        accept={accept}
        disabled={disabled}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy}
        className="control file:me-3 file:rounded-sm file:border-0 file:bg-teal-wash file:px-3 file:py-1.5 file:font-semibold file:text-teal-ink"
        onClick={(event) => {
          // The same file may be chosen again, after it was put right.
          event.currentTarget.value = "";
        }}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onChoose(file);
        }}
      />
      <p role="status" className="flex items-center gap-1.5 text-sm empty:hidden">
        {chosen ? (
          <>
            <Icon name="note" className="size-[1.2em]" />
            <span>
              Chosen: <bdi className="font-medium">{chosen.name}</bdi>, {sizeInWords(chosen.size)}
            </span>
          </>
        ) : null}
      </p>
      <FieldError id={errorId}>
        {error ? <span className="block whitespace-pre-line break-words">{error}</span> : null}
      </FieldError>
    </div>
  );
}
