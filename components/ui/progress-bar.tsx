import { useId } from "react";

export type ProgressBarProps = {
  value: number;
  max: number;
  label: string;
  hideLabel?: boolean;
  /** What the bar says in words; "3 of 24" unless told. */
  valueText?: string;
  className?: string;
};

export function ProgressBar({ value, max, label, hideLabel, valueText, className }: ProgressBarProps) {
  const id = useId();
  const words = valueText ?? `${value} of ${max}`;
  return (
    <div className={`grid gap-1.5 ${className ?? ""}`}>
      <div className={hideLabel ? "sr-only" : "flex items-baseline justify-between gap-4 text-sm"}>
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <span className="numeric flex-none whitespace-nowrap text-ink-soft">{words}</span>
      </div>
      <progress id={id} value={value} max={max} aria-valuetext={words} className="bar">
        {words}
      </progress>
    </div>
  );
}
