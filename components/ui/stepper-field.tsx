"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import { Field, type FieldWords, fieldIds } from "./field";
import { Icon } from "./icon";

export type StepperFieldProps = FieldWords & { unit?: ReactNode } & Omit<ComponentProps<"input">, "type">;

/** A small whole number with a minus and a plus either side; typing works too. */
export function StepperField({ label, hint, error, optional, unit, id, className, ...input }: StepperFieldProps) {
  const ownId = useId();
  const fieldId = id ?? ownId;
  const { describedBy } = fieldIds(fieldId, { hint, error });
  return (
    <Field id={fieldId} label={label} hint={hint} error={error} optional={optional} className={className}>
      <div className="flex flex-wrap items-center gap-2">
        <StepButton fieldId={fieldId} by={-1} label={label} disabled={input.disabled} />
        <input
          inputMode="numeric"
          {...input}
          type="number"
          id={fieldId}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy}
          className="control numeric w-20 px-2 text-center font-semibold"
        />
        <StepButton fieldId={fieldId} by={1} label={label} disabled={input.disabled} />
        {unit ? <span className="text-ink-soft">{unit}</span> : null}
      </div>
    </Field>
  );
}

function StepButton(props: { fieldId: string; by: 1 | -1; label: ReactNode; disabled?: boolean }) {
  const { fieldId, by, label, disabled } = props;
  return (
    <button
      type="button"
      disabled={disabled}
      aria-controls={fieldId}
      onClick={(event) => {
        const field = event.currentTarget.parentElement?.querySelector("input");
        if (field) step(field, by);
      }}
      className="slip tap grid flex-none place-items-center disabled:opacity-60"
    >
      <Icon name={by > 0 ? "plus" : "minus"} className="size-5" />
      <span className="sr-only">
        {by > 0 ? "More: " : "Less: "}
        {label}
      </span>
    </button>
  );
}

/** The browser's own stepping keeps min, max and step; the event tells React and the form library of it. */
function step(field: HTMLInputElement, by: 1 | -1) {
  if (by > 0) field.stepUp();
  else field.stepDown();
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
