type Props = {
  legend: string;
  name: string;
  lowLabel: string;
  highLabel: string;
  /** "" is "rather not say"; null is nothing chosen. */
  value: string | null;
  onChange: (value: string) => void;
};

const STEPS = Array.from({ length: 11 }, (_, step) => step);

/** A number from 0 to 10, in fields that can be hit from the mat. Nothing is chosen beforehand, and one may rather not say. */
export function PlayerScale({ legend, name, lowLabel, highLabel, value, onChange }: Props) {
  const field = (choice: string) => ({
    type: "radio",
    name,
    value: choice,
    checked: value === choice,
    onChange: () => onChange(choice),
    className: "sr-only",
  });
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-semibold text-lg">{legend}</legend>
      <div className="grid grid-cols-4 gap-2 cramped:grid-cols-[repeat(auto-fill,minmax(4rem,1fr))] flat:grid-cols-6">
        {STEPS.map((step) => (
          <label
            key={step}
            className="slip slip-solid tap-lg flex flex-col items-center justify-center font-semibold text-xl"
          >
            <input {...field(String(step))} />
            <span>
              {step}
              {step === 0 ? <span className="sr-only">, {lowLabel}</span> : null}
              {step === 10 ? <span className="sr-only">, {highLabel}</span> : null}
            </span>
          </label>
        ))}
        <label className="slip slip-solid tap-lg flex items-center justify-center px-1 text-center text-sm leading-tight">
          <input {...field("")} />
          <span>Rather not say</span>
        </label>
      </div>
      <p aria-hidden="true" className="mt-1.5 text-ink-soft text-sm">
        <span className="numeric font-semibold">0</span> {lowLabel} · <span className="numeric font-semibold">10</span>{" "}
        {highLabel}
      </p>
    </fieldset>
  );
}

/** What was chosen, as it is kept: not answered is null, never 0. */
export function scaleValue(value: string | null): number | null {
  return value === null || value === "" ? null : Number(value);
}
