import type { Look } from "./question-look";

export type ScaleSlipsProps = {
  name: string;
  options: readonly { value: number; label: string }[];
  /** Null when the person would rather not answer; undefined when nothing is chosen. */
  value: number | null | undefined;
  look: Look;
  onChoose: (value: number) => void;
};

/** Written out, so that the classes are found. */
const ROW = ["", "", "grid-cols-2", "grid-cols-3", "grid-cols-4", "grid-cols-5"];
const LONG = 34;

/** A few steps with words, as slips of paper: under one another on a phone, side by side where there is room and the words are short. */
export function ScaleSlips({ name, options, value, look, onChoose }: ScaleSlipsProps) {
  const isRow = options.length < ROW.length && options.every(({ label }) => label.length <= LONG);
  const size = look === "screen" ? "min-h-16 gap-3.5 px-4 py-3 text-lg" : "min-h-12 gap-2.5 px-3 py-2 leading-snug";
  return (
    <div className={look === "screen" ? "grid gap-2.5" : `grid gap-2 ${isRow ? ROW[options.length] : ""}`}>
      {options.map((option, index) => (
        <label key={option.value} className={`slip flex items-center ${size}`}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={value === option.value}
            onChange={() => onChoose(option.value)}
            data-key={index + 1}
            className="tick"
          />
          <span className="min-w-0 flex-1 hyphens-auto">{option.label}</span>
          {look === "section" && isRow ? null : <KeyHint>{index + 1}</KeyHint>}
        </label>
      ))}
    </div>
  );
}

/** The key that chooses, for those who have a keyboard before them. */
export function KeyHint({ children }: { children: number }) {
  return (
    <span aria-hidden="true" className="numeric hidden rounded-sm bg-sunken px-1.5 text-ink-soft text-sm lg:inline">
      {children}
    </span>
  );
}
