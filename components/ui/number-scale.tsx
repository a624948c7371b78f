import { type ComponentProps, type ReactNode, useId } from "react";
import { FieldGroup, type FieldWords } from "./field";

export type NumberScaleProps = Omit<FieldWords, "label"> & {
  legend: ReactNode;
  hideLegend?: boolean;
  name: string;
  min?: number | string;
  max?: number | string;
  lowLabel: string;
  highLabel: string;
  /** Offers a way to pass; that choice sends an empty value, which means "not answered". */
  allowSkip?: boolean | string;
  defaultValue?: number | string | null;
} & Omit<ComponentProps<"input">, "defaultValue" | "type" | "value" | "checked" | "min" | "max">;

/** A row of numbers, such as pain from 0 to 10. Nothing is chosen beforehand. */
export function NumberScale(props: NumberScaleProps) {
  const { legend, hideLegend, hint, error, optional, id, className, ...rest } = props;
  const { lowLabel, highLabel, allowSkip, defaultValue, min: least = 0, max: most = 10, ...input } = rest;
  const [min, max] = [Number(least), Number(most)];
  const ownId = useId();
  const groupId = id ?? ownId;
  const steps = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  const chosen = (value: string) =>
    defaultValue === undefined || defaultValue === null ? undefined : String(defaultValue) === value;
  const word = (step: number) => (step === min ? lowLabel : step === max ? highLabel : null);
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
      <div className="@container max-w-2xl">
        <div className={`grid gap-1.5 ${numberColumns(steps.length)}`}>
          {steps.map((step) => (
            <label
              key={step}
              className="slip slip-solid flex min-h-12 items-center justify-center font-semibold text-lg"
            >
              <input
                {...input}
                type="radio"
                value={String(step)}
                defaultChecked={chosen(String(step))}
                aria-invalid={error ? true : undefined}
                className="sr-only"
              />
              <span>
                {step}
                {word(step) ? <span className="sr-only">, {word(step)}</span> : null}
              </span>
            </label>
          ))}
        </div>
        <div aria-hidden="true" className="mt-1.5 flex justify-between gap-4 text-ink-soft text-sm">
          <span>
            <span className="numeric font-semibold">{min}</span> {lowLabel}
          </span>
          <span className="text-end">
            <span className="numeric font-semibold">{max}</span> {highLabel}
          </span>
        </div>
        {allowSkip ? (
          <label className="slip tap mt-3 inline-flex items-center gap-3 px-3.5 py-2">
            <input {...input} type="radio" value="" defaultChecked={chosen("")} className="tick" />
            <span>{allowSkip === true ? "Rather not say" : allowSkip}</span>
          </label>
        ) : null}
      </div>
    </FieldGroup>
  );
}

/** One row where there is room; on a phone two, as even as can be. Written out, so that the classes are found. */
export function numberColumns(steps: number) {
  if (steps <= 5) return "grid-cols-5";
  if (steps === 6) return "grid-cols-6";
  if (steps <= 8) return "grid-cols-4 @lg:grid-cols-8";
  if (steps <= 10) return "grid-cols-5 @lg:grid-cols-10";
  return "grid-cols-6 @lg:grid-cols-11";
}
