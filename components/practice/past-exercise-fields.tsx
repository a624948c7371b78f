import { RadioGroupField } from "@/components/ui/radio-group-field";
import { SelectField } from "@/components/ui/select-field";
import type { PastExercise } from "@/lib/practice/past-day";
import { labelOf } from "@/lib/practice/telling-apart";
import { occasionInWords } from "@/lib/practice/today-words";
import type { PastAnswer } from "./past-day-entries";

const OUTCOMES = [
  { value: "done", label: "All of it" },
  { value: "partly", label: "Part of it" },
];
const PAIN = Array.from({ length: 11 }, (_, pain) => ({ value: String(pain), label: String(pain) }));

export const outcomeName = (index: number) => `outcome-${index}`;

type Props = {
  exercise: PastExercise;
  index: number;
  answer: PastAnswer | undefined;
  error: string | undefined;
  put: (answer: PastAnswer) => void;
};

/** One exercise of a day that has been: whether it was done, and how much it hurt for who wants to say. */
export function PastExerciseFields({ exercise, index, answer, error, put }: Props) {
  const { outcome = null, painNrs = null } = answer ?? {};
  const again = exercise.occasion > 1 ? `, ${occasionInWords(exercise.occasion).toLowerCase()}` : "";
  return (
    <div className="grid gap-3 border-rule border-b pb-6">
      <RadioGroupField
        legend={`${labelOf(exercise)}${again}`}
        hint={exercise.doseWords}
        name={outcomeName(index)}
        layout="row"
        options={OUTCOMES}
        error={error}
        onChange={({ target }) => put({ outcome: target.value === "done" ? "done" : "partly", painNrs })}
      />
      {outcome ? (
        <SelectField
          label="How much did it hurt, from 0 to 10?"
          optional
          name={`pain-${index}`}
          placeholder="Rather not say"
          options={PAIN}
          onChange={({ target }) => put({ outcome, painNrs: target.value === "" ? null : Number(target.value) })}
        />
      ) : null}
    </div>
  );
}
