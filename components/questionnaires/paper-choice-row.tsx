import { type KeyboardEvent, useId } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { FieldError } from "@/components/ui/field-error";
import { focusNextRow, paperKeys } from "./paper-keys";

type Props = {
  text: string;
  options: readonly { value: number; label: string }[];
  field: UseFormRegisterReturn;
  error: string | undefined;
};

const CHIP = "slip flex min-h-9 items-center gap-1.5 px-2.5 py-1 text-sm leading-snug pointer-coarse:min-h-11";

/** One question of a paper form with its few answers side by side: a number key chooses and goes on, Backspace empties. */
export function PaperChoiceRow({ text, options, field, error }: Props) {
  const errorId = useId();
  const keys = paperKeys(options);

  function onKeyDown(event: KeyboardEvent<HTMLFieldSetElement>) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const isEmptying = event.key === "Backspace" || event.key === "Delete";
    const option = isEmptying ? undefined : options[keys.indexOf(event.key)];
    if (!isEmptying && !option) return;
    event.preventDefault();
    const row = event.currentTarget;
    const radio = row.querySelector<HTMLInputElement>(`input[value="${option ? option.value : ""}"]`);
    radio?.focus();
    radio?.click();
    if (option && row.form) focusNextRow(row, row.form);
  }

  return (
    <fieldset
      data-paper-row
      aria-describedby={error ? errorId : undefined}
      onKeyDown={onKeyDown}
      className="min-w-0 border-rule border-t py-2"
    >
      <legend className="w-full pe-4 pt-2 pb-1 lg:float-start lg:w-[30%]">{text}</legend>
      <div className="flex flex-wrap gap-1.5">
        {options.map(({ value, label }, index) => (
          <label key={value} className={CHIP}>
            <input
              {...field}
              type="radio"
              value={String(value)}
              aria-invalid={error ? true : undefined}
              className="sr-only scroll-mt-20 scroll-mb-28"
            />
            <span aria-hidden="true" className="numeric font-semibold">
              {keys[index]}
            </span>
            {label}
          </label>
        ))}
        <label className={`${CHIP} text-ink-soft`}>
          <input {...field} type="radio" value="" className="sr-only scroll-mt-20 scroll-mb-28" />
          Not answered
        </label>
      </div>
      <div className="clear-both pt-1 empty:hidden">
        <FieldError id={errorId}>{error}</FieldError>
      </div>
    </fieldset>
  );
}
