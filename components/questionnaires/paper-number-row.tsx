import { useId } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { FieldError } from "@/components/ui/field-error";

type Props = {
  text: string;
  least: number;
  most: number;
  field: UseFormRegisterReturn;
  error: string | undefined;
  /** The field for the activity, where the patient names it. */
  named?: { field: UseFormRegisterReturn; error: string | undefined };
};

const CONTROL = "control min-h-10 scroll-mt-20 scroll-mb-28 px-2.5 py-1 pointer-coarse:min-h-11";

/** One question of a paper form that is answered with a number. */
export function PaperNumberRow({ text, least, most, field, error, named }: Props) {
  const [id, nameId] = [useId(), useId()];
  return (
    <div
      data-paper-row
      className="grid items-start gap-x-4 gap-y-1 border-rule border-t py-2 lg:grid-cols-[minmax(0,3fr)_minmax(0,7fr)]"
    >
      <label htmlFor={named ? nameId : id} className="pt-2">
        {text}
      </label>
      <div className="grid gap-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {named ? (
            <input
              {...named.field}
              {...marks(nameId, named.error)}
              autoComplete="off"
              maxLength={120}
              className={`${CONTROL} min-w-48 flex-1`}
            />
          ) : null}
          <input
            {...field}
            {...marks(id, error)}
            inputMode="decimal"
            autoComplete="off"
            aria-label={named ? `Number for ${text}` : undefined}
            className={`${CONTROL} numeric w-20`}
          />
          <span className="whitespace-nowrap text-ink-soft text-sm">
            {least} to {most}
          </span>
        </div>
        {named ? <FieldError id={`${nameId}-error`}>{named.error}</FieldError> : null}
        <FieldError id={`${id}-error`}>{error}</FieldError>
      </div>
    </div>
  );
}

/** What ties a field to its error. */
const marks = (id: string, error: string | undefined) => ({
  id,
  type: "text",
  "aria-invalid": error ? true : undefined,
  "aria-describedby": error ? `${id}-error` : undefined,
});
