import { numberColumns } from "@/components/ui/number-scale";
import type { NumberEnds } from "./scale-line";

export type ScaleNumbersProps = {
  name: string;
  scale: NumberEnds;
  value: number | null | undefined;
  onChoose: (value: number) => void;
};

/** A row of whole numbers, two rows on a phone, with words at both ends. */
export function ScaleNumbers({ name, scale, value, onChoose }: ScaleNumbersProps) {
  const { least, most, lowLabel, highLabel } = scale;
  const steps = Array.from({ length: most - least + 1 }, (_, index) => least + index);
  const wordOf = (step: number) => (step === least ? lowLabel : step === most ? highLabel : null);
  return (
    <div className="@container">
      <div className={`grid gap-1.5 ${numberColumns(steps.length)}`}>
        {steps.map((step) => (
          <label key={step} className="slip slip-solid flex min-h-13 items-center justify-center font-semibold text-lg">
            <input
              type="radio"
              name={name}
              value={step}
              checked={value === step}
              onChange={() => onChoose(step)}
              data-number={step}
              className="sr-only"
            />
            <span>
              {step}
              {wordOf(step) ? <span className="sr-only">, {wordOf(step)}</span> : null}
            </span>
          </label>
        ))}
      </div>
      <div aria-hidden="true" className="mt-2 flex justify-between gap-6 text-ink-soft leading-snug">
        <span className="max-w-[45%]">
          <span className="numeric font-semibold">{least}</span> {lowLabel}
        </span>
        <span className="max-w-[45%] text-end">
          <span className="numeric font-semibold">{most}</span> {highLabel}
        </span>
      </div>
    </div>
  );
}
