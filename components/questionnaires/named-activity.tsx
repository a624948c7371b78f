import { type KeyboardEvent, useId, useRef, useState } from "react";
import { TextField } from "@/components/ui/text-field";
import type { NumberEnds } from "./scale-line";
import { ScaleNumbers } from "./scale-numbers";

export type NamedActivityProps = {
  groupName: string;
  prompt: string;
  scale: NumberEnds;
  value: number | null | undefined;
  /** The activity the answer was kept with; null when there is none. */
  keptName: string | null;
  /** The activity as it stands in the field. */
  typedName: string;
  onType: (name: string) => void;
  onChoose: (value: number, named: string) => void;
};

const LONGEST_NAME = 120;

/** The person names an activity and rates it. A number is kept with its activity, so without one it waits for the name. */
export function NamedActivity(props: NamedActivityProps) {
  const { groupName, prompt, scale, value, keptName, typedName, onType, onChoose } = props;
  const fieldId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [unkept, setUnkept] = useState<{ number: number; over: number | null | undefined }>();
  const [isNameMissing, setIsNameMissing] = useState(false);
  const name = typedName.trim();
  // A number that waits for its name gives way when the question is answered otherwise meanwhile.
  const waiting = unkept && unkept.over === value ? unkept.number : null;
  const rating = waiting ?? value ?? null;

  function rate(number: number) {
    if (name === "") {
      setUnkept({ number, over: value });
      setIsNameMissing(true);
      field.current?.focus();
      return;
    }
    setUnkept(undefined);
    onChoose(number, name);
  }

  /** Keeps a new name with the number there is. */
  function takeName() {
    setIsNameMissing(name === "" && rating !== null);
    if (name !== "" && rating !== null && (waiting !== null || name !== keptName)) rate(rating);
  }

  /** Leaving the field keeps the name. */
  function goToNumbers(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const question = event.currentTarget.closest("fieldset");
    const chosen = question?.querySelector<HTMLInputElement>("input[data-number]:checked");
    (chosen ?? question?.querySelector<HTMLInputElement>("input[data-number]"))?.focus();
  }

  return (
    <div className="grid gap-5">
      <TextField
        ref={field}
        id={fieldId}
        label={prompt}
        value={typedName}
        maxLength={LONGEST_NAME}
        autoComplete="off"
        onChange={(event) => onType(event.target.value)}
        onBlur={takeName}
        onKeyDown={goToNumbers}
        error={
          isNameMissing && name === "" ? "Write the activity here, so that your number can be kept with it." : undefined
        }
      />
      <ScaleNumbers name={groupName} scale={scale} value={waiting ?? value} onChoose={rate} />
    </div>
  );
}
