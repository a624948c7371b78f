import type { ReactNode } from "react";
import { FieldError } from "./field-error";

export type FieldWords = { label: ReactNode; hint?: ReactNode; error?: string; optional?: boolean };

/** The ids a control needs to be tied to its hint and its error. */
export function fieldIds(id: string, { hint, error }: { hint?: ReactNode; error?: string }) {
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [error ? errorId : "", hint ? hintId : ""].filter(Boolean).join(" ") || undefined;
  return { hintId, errorId, describedBy };
}

function Optional() {
  return <span className="font-normal text-ink-soft"> (if you like)</span>;
}

/** Label above, hint under it, error next to the control. */
export function Field(props: FieldWords & { id: string; className?: string; children: ReactNode }) {
  const { id, label, hint, error, optional, className, children } = props;
  const { hintId, errorId } = fieldIds(id, { hint, error });
  return (
    <div className={`grid gap-1.5 ${className ?? ""}`}>
      <label htmlFor={id} className="font-semibold">
        {label}
        {optional ? <Optional /> : null}
      </label>
      {hint ? (
        <p id={hintId} className="text-ink-soft text-sm">
          {hint}
        </p>
      ) : null}
      {children}
      <FieldError id={errorId}>{error}</FieldError>
    </div>
  );
}

/** The same for a group of choices: the legend is read with each of them. */
export function FieldGroup(
  props: Omit<FieldWords, "label"> & {
    id: string;
    legend: ReactNode;
    hideLegend?: boolean;
    className?: string;
    children: ReactNode;
  },
) {
  const { id, legend, hideLegend, hint, error, optional, className, children } = props;
  const { hintId, errorId, describedBy } = fieldIds(id, { hint, error });
  return (
    <fieldset id={id} aria-describedby={describedBy} className={`min-w-0 ${className ?? ""}`}>
      <legend className={hideLegend ? "sr-only" : "mb-1.5 font-semibold"}>
        {legend}
        {optional ? <Optional /> : null}
      </legend>
      {hint ? (
        <p id={hintId} className="mb-2 text-ink-soft text-sm">
          {hint}
        </p>
      ) : null}
      {children}
      <div className="mt-1.5 empty:hidden">
        <FieldError id={errorId}>{error}</FieldError>
      </div>
    </fieldset>
  );
}
