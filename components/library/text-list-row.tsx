import type { ChangeEvent, KeyboardEvent } from "react";
import { IconButton } from "@/components/plans/icon-button";
import { FieldError } from "@/components/ui/field-error";
import { useErrorAt } from "./item-fields";

type Props = {
  id: string;
  name: string;
  label: string;
  value: string;
  isLong?: boolean;
  isFirst: boolean;
  isLast: boolean;
  onChange: (text: string) => void;
  onBlur: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
};

/** One line of a list of texts, with what can be done to it. */
export function TextListRow(props: Props) {
  const { id, name, label, value, isLong, isFirst, isLast, onChange, onBlur, onKeyDown, onMove, onRemove } = props;
  const error = useErrorAt(name);
  const errorId = `${id}-error`;
  const control = {
    id,
    name,
    value,
    "aria-label": label,
    "aria-invalid": error ? (true as const) : undefined,
    "aria-describedby": error ? errorId : undefined,
    onBlur,
    onKeyDown,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange(event.target.value),
  };
  return (
    <li>
      <div className="flex items-start gap-1">
        {isLong ? (
          <textarea {...control} rows={2} className="control min-w-0 flex-1 resize-y leading-snug" />
        ) : (
          <input {...control} type="text" autoComplete="off" className="control min-w-0 flex-1" />
        )}
        <span className="flex flex-none">
          <IconButton
            id={`${id}-up`}
            icon="up"
            label={`Move ${label.toLowerCase()} up`}
            inactive={isFirst}
            onClick={() => onMove(-1)}
          />
          <IconButton
            id={`${id}-down`}
            icon="down"
            label={`Move ${label.toLowerCase()} down`}
            inactive={isLast}
            onClick={() => onMove(1)}
          />
          <IconButton icon="trash" label={`Take ${label.toLowerCase()} out`} onClick={onRemove} />
        </span>
      </div>
      <FieldError id={errorId}>{error}</FieldError>
    </li>
  );
}
