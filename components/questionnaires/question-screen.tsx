import { type KeyboardEvent, useEffect, useId, useRef } from "react";

export type QuestionScreenProps = {
  stem: string;
  text: string;
  options: readonly { value: number; label: string }[];
  /** Null when the person would rather not answer; undefined when nothing is chosen. */
  value: number | null | undefined;
  onAnswer: (value: number | null) => void;
};

const slip = "slip flex items-center gap-3.5 px-4";

/** One question and its answers. It takes the focus, so that it is read out and the number keys choose at once. */
export function QuestionScreen({ stem, text, options, value, onAnswer }: QuestionScreenProps) {
  const name = useId();
  const legend = useRef<HTMLLegendElement>(null);
  const inputs = useRef(new Map<number, HTMLInputElement>());

  useEffect(() => {
    window.scrollTo({ top: 0 });
    legend.current?.focus({ preventScroll: true });
  }, []);

  function chooseByNumber(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const option = options[Number(event.key) - 1];
    if (!option) return;
    event.preventDefault();
    inputs.current.get(option.value)?.focus();
    onAnswer(option.value);
  }

  return (
    <fieldset className="min-w-0" onKeyDown={chooseByNumber}>
      <legend ref={legend} tabIndex={-1} className="mb-6 block w-full outline-none">
        <span className="block text-ink-soft">{stem}</span>
        <span className="mt-3 block text-balance font-semibold text-2xl leading-tight">{text}</span>
      </legend>
      <div className="grid gap-2.5">
        {options.map((option, index) => (
          <label key={option.value} className={`${slip} min-h-16 py-3 text-lg`}>
            <input
              ref={(input) => {
                if (input) inputs.current.set(option.value, input);
              }}
              type="radio"
              name={name}
              value={option.value}
              checked={value === option.value}
              onChange={() => onAnswer(option.value)}
              className="tick"
            />
            <span className="min-w-0 flex-1">{option.label}</span>
            <span
              aria-hidden="true"
              className="numeric hidden rounded-sm bg-sunken px-2 text-ink-soft text-sm lg:inline"
            >
              {index + 1}
            </span>
          </label>
        ))}
      </div>
      <div className="mt-5 flex items-center justify-between gap-6 border-rule border-t pt-5">
        <label className={`${slip} min-h-14 w-fit py-2.5`}>
          <input
            type="radio"
            name={name}
            value=""
            checked={value === null}
            onChange={() => onAnswer(null)}
            className="tick"
          />
          <span className="min-w-0">I’d rather not answer this one</span>
        </label>
        <p className="hidden text-end text-ink-soft text-sm lg:block">
          Keys 1 to {options.length} choose.
          <br />
          Enter goes on.
        </p>
      </div>
    </fieldset>
  );
}
