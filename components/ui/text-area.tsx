import { type ComponentProps, useId } from "react";
import { Field, type FieldWords, fieldIds } from "./field";

export type TextAreaProps = FieldWords & ComponentProps<"textarea">;

export function TextArea({ label, hint, error, optional, id, className, rows = 4, ...textarea }: TextAreaProps) {
  const ownId = useId();
  const fieldId = id ?? ownId;
  const { describedBy } = fieldIds(fieldId, { hint, error });
  return (
    <Field id={fieldId} label={label} hint={hint} error={error} optional={optional} className={className}>
      <textarea
        {...textarea}
        id={fieldId}
        rows={rows}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy}
        className="control resize-y leading-normal"
      />
    </Field>
  );
}
