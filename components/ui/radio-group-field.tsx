import { type ComponentProps, type ReactNode, useId } from "react";
import { FieldGroup, type FieldWords } from "./field";

type Choice = { value: string; label: ReactNode; hint?: ReactNode };

type ChoiceGroupProps<Layout extends string> = Omit<FieldWords, "label"> & {
  legend: ReactNode;
  hideLegend?: boolean;
  options: readonly Choice[];
  layout?: Layout;
  /** `lg` for one question a screen. */
  size?: "md" | "lg";
} & Omit<ComponentProps<"input">, "defaultValue" | "type" | "value" | "checked" | "size">;

export type RadioGroupFieldProps = ChoiceGroupProps<"stack" | "row" | "tiles"> & {
  name: string;
  defaultValue?: string | null;
};

const LAYOUT = {
  stack: "grid gap-2",
  row: "flex flex-wrap gap-2",
  tiles: "grid gap-2 sm:grid-cols-2",
};

/** One of a few choices, all in sight, nothing chosen beforehand. The arrow keys move between them. */
export function RadioGroupField(props: RadioGroupFieldProps) {
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
      <div className={LAYOUT[layout]}>
        {options.map((option) => (
          <label
            key={option.value}
            className={`slip flex items-center gap-3 ${size === "lg" ? "min-h-15 px-4 py-3 text-lg" : "tap px-3.5 py-2.5"}`}
          >
            <input
              {...input}
              type="radio"
              value={option.value}
              defaultChecked={defaultValue === undefined ? undefined : defaultValue === option.value}
              aria-invalid={error ? true : undefined}
              className="tick"
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
