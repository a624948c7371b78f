import { type KeyboardEvent, useRef } from "react";
import { boundsOf } from "@/lib/questionnaires/scales";
import type { Step } from "./question-steps";
import { NOTHING_TYPED, typeDigit } from "./typed-number";

/** Number keys choose while a question has the focus, and Enter on its words goes on. Typing in a field stays typing. */
export function useQuestionKeys({ scale }: Step) {
  const typed = useRef(NOTHING_TYPED);
  const isNumbers = scale.kind === "nrs" || scale.kind === "named";

  return function onKeyDown(event: KeyboardEvent<HTMLFieldSetElement>) {
    if (event.altKey || event.ctrlKey || event.metaKey || isField(event.target)) return;
    if (event.key === "Enter" && event.target instanceof HTMLLegendElement) {
      event.currentTarget.form?.requestSubmit();
      return;
    }
    const choice = isNumbers ? byNumber(event) : byPlace(event.key);
    const input = choice === null ? null : event.currentTarget.querySelector<HTMLInputElement>(`input[${choice}]`);
    if (!input) return;
    event.preventDefault();
    input.focus();
    input.click();
  };

  function byNumber({ key, timeStamp }: KeyboardEvent): string | null {
    const pressed = typeDigit(typed.current, key, timeStamp, boundsOf(scale));
    typed.current = pressed.typed;
    return pressed.value === null ? null : `data-number="${pressed.value}"`;
  }
}

const byPlace = (key: string) => (/^[1-9]$/.test(key) ? `data-key="${key}"` : null);

const isField = (target: EventTarget) => target instanceof HTMLInputElement && target.type === "text";
