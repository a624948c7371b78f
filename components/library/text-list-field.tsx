"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useController, useFormContext } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { FieldGroup } from "@/components/ui/field";
import { newId } from "@/lib/core/ids";
import { useErrorAt } from "./item-fields";
import { TextListRow } from "./text-list-row";

type ListName =
  | ("aliases" | "muscles.main" | "muscles.helping" | "steps" | "cues" | "mistakes" | "stopIf")
  | ("keyPoints" | "whenToGetHelp.emergency" | "whenToGetHelp.soon" | "tags");

type Props = {
  name: ListName;
  label: string;
  /** What one line is called: "Step". */
  one: string;
  hint?: string;
  most: number;
  /** Sentences get two lines to write in. */
  isLong?: boolean;
  optional?: boolean;
};

/**
 * A list of short texts. Enter adds the next line, Backspace in an empty one takes it out, Alt and the arrows move it; each has
 * buttons that do the same. The focus stays with the line.
 */
export function TextListField({ name, label, one, hint, most, isLong, optional }: Props) {
  const id = useId();
  const { control } = useFormContext();
  const { field } = useController({ control, name });
  const lines: string[] = field.value ?? [];
  const [keys, setKeys] = useState(() => lines.map((_, at) => `line-${at}`));
  const error = useErrorAt(name);
  const focusNext = useRef<string | null>(null);
  const order = keys.join();

  useEffect(() => {
    if (focusNext.current !== null && order !== "") document.getElementById(`${id}-${focusNext.current}`)?.focus();
    focusNext.current = null;
  }, [order, id]);

  const change = (nextLines: string[], nextKeys: string[], focus?: string) => {
    focusNext.current = focus ?? null;
    field.onChange(nextLines);
    setKeys(nextKeys);
  };
  const add = (at: number) => {
    if (lines.length >= most) return;
    const key = newId();
    change(lines.toSpliced(at, 0, ""), keys.toSpliced(at, 0, key), key);
  };
  const remove = (at: number) => {
    const neighbour = keys[at > 0 ? at - 1 : 1];
    change(lines.toSpliced(at, 1), keys.toSpliced(at, 1), neighbour);
  };
  const move = (at: number, by: 1 | -1, part = "") => {
    const to = at + by;
    const [line, key] = [lines[at], keys[at]];
    if (line === undefined || key === undefined || to < 0 || to >= lines.length) return;
    change(lines.toSpliced(at, 1).toSpliced(to, 0, line), keys.toSpliced(at, 1).toSpliced(to, 0, key), `${key}${part}`);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, at: number) => {
    const isArrow = event.key === "ArrowUp" || event.key === "ArrowDown";
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) add(at + 1);
    else if (event.key === "Backspace" && lines[at] === "" && lines.length > 1) remove(at);
    else if (event.altKey && isArrow) move(at, event.key === "ArrowUp" ? -1 : 1);
    else return;
    event.preventDefault();
  };

  return (
    <FieldGroup id={id} legend={label} hint={hint} error={error} optional={optional}>
      <ol className="grid gap-2">
        {lines.map((line, at) => (
          <TextListRow
            key={keys[at]}
            id={`${id}-${keys[at]}`}
            name={`${name}.${at}`}
            label={`${one} ${at + 1}`}
            value={line}
            isLong={isLong}
            isFirst={at === 0}
            isLast={at === lines.length - 1}
            onChange={(text) => field.onChange(lines.with(at, text))}
            onBlur={field.onBlur}
            onKeyDown={(event) => onKeyDown(event, at)}
            onMove={(by) => move(at, by, by > 0 ? "-down" : "-up")}
            onRemove={() => remove(at)}
          />
        ))}
      </ol>
      {lines.length < most ? (
        <Button variant="quiet" size="sm" icon="plus" name={name} className="mt-2" onClick={() => add(lines.length)}>
          Add a {one.toLowerCase()}
        </Button>
      ) : null}
    </FieldGroup>
  );
}
