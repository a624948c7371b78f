import { type ComponentProps, type ReactNode, useId } from "react";
import { fieldIds } from "@/components/ui/field";
import { FieldError } from "@/components/ui/field-error";
import { Icon } from "@/components/ui/icon";

type Words = { label: string; hint?: string; error?: string; className?: string };

/** A small label above a small control, for rows of many. */
function CompactField(props: Words & { id: string; children: ReactNode }) {
  const { id, label, hint, error, className, children } = props;
  const { hintId, errorId } = fieldIds(id, { hint, error });
  return (
    <div className={`grid content-start gap-1 ${className ?? ""}`}>
      <label htmlFor={id} className="font-medium text-ink-soft text-sm">
        {label}
      </label>
      {children}
      {hint ? (
        <p id={hintId} className="text-ink-soft text-sm">
          {hint}
        </p>
      ) : null}
      <FieldError id={errorId}>{error}</FieldError>
    </div>
  );
}

const COMPACT_CONTROL = "control scroll-mt-20 scroll-mb-32 min-h-10 px-2.5 py-1 pointer-coarse:min-h-11";

export function CompactInput({ label, hint, error, className, ...input }: Words & ComponentProps<"input">) {
  const id = useId();
  const { describedBy } = fieldIds(id, { hint, error });
  return (
    <CompactField id={id} label={label} hint={hint} error={error} className={className}>
      <input
        {...input}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy}
        className={COMPACT_CONTROL}
      />
    </CompactField>
  );
}

export function CompactSelect(
  props: Words & { options: readonly { value: string; label: string }[] } & ComponentProps<"select">,
) {
  const { label, hint, error, className, options, ...select } = props;
  const id = useId();
  const { describedBy } = fieldIds(id, { hint, error });
  return (
    <CompactField id={id} label={label} hint={hint} error={error} className={className}>
      <span className="relative block">
        <select
          {...select}
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy}
          className={`${COMPACT_CONTROL} truncate pe-8`}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon
          name="chevron-down"
          className="pointer-events-none absolute end-2 top-1/2 size-4.5 -translate-y-1/2 text-ink-soft"
        />
      </span>
    </CompactField>
  );
}

export function CompactArea({ label, hint, error, className, ...area }: Words & ComponentProps<"textarea">) {
  const id = useId();
  const { describedBy } = fieldIds(id, { hint, error });
  return (
    <CompactField id={id} label={label} hint={hint} error={error} className={className}>
      <textarea
        {...area}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy}
        className={`${COMPACT_CONTROL} resize-y leading-snug`}
      />
    </CompactField>
  );
}
