import { type ComponentProps, useId } from "react";
import { Field, type FieldWords, fieldIds } from "./field";
import { Icon } from "./icon";

type SelectOption = { value: string; label: string; disabled?: boolean };

export type SelectFieldProps = FieldWords & { options: readonly SelectOption[]; placeholder?: string } & Omit<
    ComponentProps<"select">,
    "children" | "multiple"
  >;

export function SelectField(props: SelectFieldProps) {
  const { label, hint, error, optional, options, placeholder, id, className, ...select } = props;
  const ownId = useId();
  const fieldId = id ?? ownId;
  const { describedBy } = fieldIds(fieldId, { hint, error });
  return (
    <Field id={fieldId} label={label} hint={hint} error={error} optional={optional} className={className}>
      <span className="relative block">
        <select
          {...select}
          id={fieldId}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy}
          className="control truncate pe-11"
        >
          {placeholder !== undefined ? <option value="">{placeholder}</option> : null}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon
          name="chevron-down"
          className="pointer-events-none absolute end-3 top-1/2 size-5 -translate-y-1/2 text-ink-soft"
        />
      </span>
    </Field>
  );
}
