import { type ComponentProps, type ReactNode, useId } from "react";
import { Field, type FieldWords, fieldIds } from "./field";

export type TextFieldProps = FieldWords & { suffix?: ReactNode } & ComponentProps<"input">;

export function TextField({ label, hint, error, optional, suffix, id, className, ...input }: TextFieldProps) {
  const ownId = useId();
  const fieldId = id ?? ownId;
  const { describedBy } = fieldIds(fieldId, { hint, error });
  return (
    <Field id={fieldId} label={label} hint={hint} error={error} optional={optional} className={className}>
      <div className="flex items-center gap-2">
        <input
          type="text"
          {...input}
          id={fieldId}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy}
          className="control"
        />
        {suffix ? <span className="flex-none text-ink-soft">{suffix}</span> : null}
      </div>
    </Field>
  );
}
