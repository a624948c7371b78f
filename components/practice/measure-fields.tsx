import type { UseFormRegister } from "react-hook-form";
import { NumberScale } from "@/components/ui/number-scale";
import { RadioGroupField } from "@/components/ui/radio-group-field";
import { StepperField } from "@/components/ui/stepper-field";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { Dose } from "@/lib/plans/schemas";
import { LONGEST_NOTE, SKIP_REASON_WORDS, SKIP_REASONS } from "@/lib/practice/vocabulary";
import type { MeasureValues } from "./measure-values";

const OUTCOMES = [
  { value: "done", label: "All of it" },
  { value: "partly", label: "Part of it" },
  { value: "skipped", label: "Not today" },
];

const REASONS = SKIP_REASONS.map((value) => ({ value, label: SKIP_REASON_WORDS[value] }));

export const MEASURE_LABELS: Record<string, string> = {
  outcome: "How it went",
  skipReason: "Why not",
  setsDone: "Sets",
  repetitionsDone: "Repetitions",
  holdSecondsDone: "Hold",
  loadKg: "Weight",
  painNrs: "Pain",
  effortRpe: "Effort",
  note: "Note",
  time: "Time",
  dueOn: "Day",
  performedAt: "Time",
};

type Props = {
  register: UseFormRegister<MeasureValues>;
  errors: Readonly<Record<string, string>>;
  outcome: string | null;
  dose: Dose | null;
  onOutcome?: (outcome: string) => void;
};

/** What was done and how it felt. Pain and effort begin empty and may stay so. */
export function MeasureFields({ register, errors, outcome, dose, onOutcome }: Props) {
  return (
    <>
      <RadioGroupField
        legend="How did it go?"
        options={OUTCOMES}
        layout="row"
        error={errors.outcome}
        {...register("outcome", { onChange: (event) => onOutcome?.(event.target.value) })}
      />
      {outcome === "skipped" ? (
        <RadioGroupField
          legend="What got in the way?"
          options={REASONS}
          layout="tiles"
          error={errors.skipReason}
          {...register("skipReason")}
        />
      ) : outcome ? (
        <AmountFields register={register} errors={errors} dose={dose} />
      ) : null}
      {outcome ? (
        <>
          <NumberScale
            legend={outcome === "skipped" ? "How is your pain?" : "How much did it hurt?"}
            lowLabel="No pain"
            highLabel="Worst pain"
            allowSkip
            error={errors.painNrs}
            {...register("painNrs")}
          />
          {outcome === "skipped" ? null : (
            <NumberScale
              legend="How hard was it?"
              lowLabel="No effort"
              highLabel="As hard as can be"
              allowSkip
              error={errors.effortRpe}
              {...register("effortRpe")}
            />
          )}
          <TextArea
            label="Anything to tell your physiotherapist?"
            optional
            rows={3}
            maxLength={LONGEST_NOTE}
            error={errors.note}
            {...register("note")}
          />
        </>
      ) : null}
    </>
  );
}

function AmountFields({ register, errors, dose }: Pick<Props, "register" | "errors" | "dose">) {
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <StepperField label="Sets" min={0} max={50} error={errors.setsDone} {...register("setsDone")} />
      {dose?.repetitions != null ? (
        <StepperField
          label="Repetitions in a set"
          min={0}
          max={500}
          error={errors.repetitionsDone}
          {...register("repetitionsDone")}
        />
      ) : null}
      {dose?.holdSeconds != null ? (
        <StepperField
          label="Hold"
          unit="seconds"
          min={0}
          max={3600}
          error={errors.holdSecondsDone}
          {...register("holdSecondsDone")}
        />
      ) : null}
      {dose?.loadKg != null ? (
        <TextField
          label="Weight"
          suffix="kg"
          inputMode="decimal"
          type="number"
          min={0}
          max={300}
          step="any"
          error={errors.loadKg}
          {...register("loadKg")}
        />
      ) : null}
    </div>
  );
}
