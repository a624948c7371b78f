import { type KeyboardEvent, useId, useState } from "react";
import { FieldError } from "@/components/ui/field-error";

export type LineNumberProps = { least: number; most: number; value: number | null; onChoose: (value: number) => void };

/** The number of a place on a line, for those who would rather type it. It counts when the field is left, or at Enter. */
export function LineNumber({ least, most, value, onChoose }: LineNumberProps) {
  const id = useId();
  const [entry, setEntry] = useState<{ text: string; isWrong: boolean; over: number | null }>();
  // What was typed gives way when the mark is moved meanwhile.
  const typed = entry?.over === value ? entry : undefined;

  /** False when what was typed is no place on the line. */
  function take(): boolean {
    if (!typed) return true;
    const text = typed.text.trim();
    const number = Number(text);
    const fits = Number.isInteger(number) && number >= least && number <= most;
    if (text !== "" && !fits) {
      setEntry({ ...typed, isWrong: true });
      return false;
    }
    setEntry(undefined);
    if (text !== "") onChoose(number);
    return true;
  }

  function takeAtEnter(event: KeyboardEvent) {
    if (event.key === "Enter" && !take()) event.preventDefault();
  }

  return (
    <div className="grid justify-items-end gap-1">
      <div className="flex items-center gap-2">
        <label htmlFor={id} className="text-ink-soft text-sm">
          Or type it
        </label>
        <input
          id={id}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          value={typed?.text ?? value ?? ""}
          onChange={(event) => setEntry({ text: event.target.value, isWrong: false, over: value })}
          onBlur={take}
          onKeyDown={takeAtEnter}
          aria-invalid={typed?.isWrong || undefined}
          aria-describedby={typed?.isWrong ? `${id}-error` : undefined}
          className="control numeric max-w-24 text-center font-semibold"
        />
      </div>
      <FieldError id={`${id}-error`}>
        {typed?.isWrong ? `Type a whole number from ${least} to ${most}.` : undefined}
      </FieldError>
    </div>
  );
}
