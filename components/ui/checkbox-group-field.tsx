import { useId } from "react";
import { FieldGroup } from "./field";
import type { ChoiceGroupProps } from "./radio-group-field";

export type CheckboxGroupFieldProps = ChoiceGroupProps<"stack" | "chips"> & {
  name: string;
  defaultValue?: readonly string[];
};

/** Any number of choices. `chips` is for short words, such as the days of the week. */
export function CheckboxGroupField(props: CheckboxGroupFieldProps) {
  const {
    legend,
    hideLegend,
    options,
    layout = "stack",
    size = "md",
    hint,
    error,
    optional,
    id,
    className,
    ...rest
  } = props;
  const { defaultValue, ...input } = rest;
  const ownId = useId();
  const groupId = id ?? ownId;
  const chips = layout === "chips";
  return (
    <FieldGroup
      id={groupId}
      legend={legend}
      hideLegend={hideLegend}
      hint={hint}
      error={error}
      optional={optional}
      className={className}
    >
      <div className={chips ? "flex flex-wrap gap-2" : "grid gap-2"}>
        {options.map((option) => (
          <label
            key={option.value}
            className={`slip tap flex items-center ${chips ? "slip-solid justify-center px-3 font-medium" : `gap-3 px-3.5 py-2.5 ${size === "lg" ? "min-h-15 text-lg" : ""}`}`}
          >
            <input
              {...input}
              type="checkbox"
              value={option.value}
              defaultChecked={defaultValue?.includes(option.value)}
              aria-invalid={error ? true : undefined}
              className={chips ? "sr-only" : "tick"}
            />
            <span className="min-w-0">
              <span className="block leading-snug">{option.label}</span>
              {option.hint ? <span className="block text-ink-soft text-sm">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
