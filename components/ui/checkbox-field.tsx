import { type ComponentProps, useId } from "react";
import { type FieldWords, fieldIds } from "./field";
import { FieldError } from "./field-error";

export type CheckboxFieldProps = Omit<FieldWords, "optional"> & Omit<ComponentProps<"input">, "type">;

export function CheckboxField({ label, hint, error, id, className, ...input }: CheckboxFieldProps) {
  const ownId = useId();
  const fieldId = id ?? ownId;
  const { hintId, errorId, describedBy } = fieldIds(fieldId, { hint, error });
  return (
    <div className={`grid gap-1.5 ${className ?? ""}`}>
      <div className="flex items-start gap-3">
        <span className="flex min-h-11 items-center">
          <input
            {...input}
            type="checkbox"
            id={fieldId}
            aria-invalid={error ? true : undefined}
            aria-describedby={describedBy}
            className="tick"
          />
        </span>
        <div className="min-w-0">
          <label htmlFor={fieldId} className="flex min-h-11 items-center leading-snug">
            <span>{label}</span>
          </label>
          {hint ? (
            <p id={hintId} className="-mt-1.5 text-ink-soft text-sm">
              {hint}
            </p>
          ) : null}
        </div>
      </div>
      <FieldError id={errorId}>{error}</FieldError>
    </div>
  );
}
