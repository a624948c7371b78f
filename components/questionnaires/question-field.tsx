import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { FieldError } from "@/components/ui/field-error";
import { FlagAdvice } from "./flag-advice";
import { QuestionInput } from "./question-input";
import { useQuestionKeys } from "./question-keys";
import type { Look } from "./question-look";
import type { Step } from "./question-steps";
import type { Asking } from "./use-asking";

export type QuestionFieldProps = {
  step: Step;
  asking: Asking;
  look: Look;
  /** The words of the question. */
  children: ReactNode;
  /** Id of words that several questions share. */
  describedBy?: string;
  /** True when the person went on without an answer and is shown so. */
  isPointedOut?: boolean;
  /** Called when the person comes to it. */
  onReach?: () => void;
  /** Words on the keys, beside the way to pass. */
  keysHint?: ReactNode;
};

/** One question: its words, what it is answered with, a way to pass, and what to do at once about an answer that asks for it. */
export function QuestionField(props: QuestionFieldProps) {
  const { step, asking, look, children, describedBy, isPointedOut, onReach, keysHint } = props;
  const groupName = useId();
  const wordsId = useId();
  const onKeyDown = useQuestionKeys(step);
  const isDeclined = step.items.every(({ id }) => asking.answers[id]?.value === null);
  const pass = () => asking.give(...step.items.map(({ id }) => ({ itemId: id, value: null })));
  const flags = asking.flagsOf(step);
  const advice = useAdviceInSight(flags.map(({ id }) => id).join(" "));
  const isScreen = look === "screen";
  const errorId = useId();
  const { refused, message } = asking.state;
  const refusal = step.items.some(({ id }) => id === refused) ? message : null;
  const describers = [describedBy, refusal === null ? undefined : errorId].filter(Boolean).join(" ");
  return (
    <fieldset className="min-w-0" aria-describedby={describers || undefined} onKeyDown={onKeyDown} onFocus={onReach}>
      <legend
        id={wordsId}
        tabIndex={-1}
        data-step={step.id}
        className={`block w-full outline-none ${isScreen ? "mb-6" : "mb-3"}`}
      >
        {children}
        {isPointedOut ? (
          <Badge tone="caution" icon="info" className="mt-1.5">
            Not answered yet
          </Badge>
        ) : null}
      </legend>
      <QuestionInput step={step} asking={asking} look={look} groupName={groupName} labelledBy={wordsId} />
      <div ref={advice} className={flags.length > 0 ? "mt-4" : undefined}>
        <FlagAdvice flags={flags} live />
      </div>
      {refusal === null ? null : (
        <div className="mt-3">
          <FieldError id={errorId}>{refusal}</FieldError>
        </div>
      )}
      <div
        className={`flex items-center justify-between gap-6 ${isScreen ? "mt-5 border-rule border-t pt-5" : "mt-2"}`}
      >
        <label
          className={`slip flex w-fit items-center ${isScreen ? "min-h-14 gap-3.5 px-4 py-2.5" : "min-h-11 gap-2.5 px-3 py-1.5 text-sm"}`}
        >
          <input type="radio" name={groupName} value="" checked={isDeclined} onChange={pass} className="tick" />
          <span className="min-w-0">I’d rather not answer this one</span>
        </label>
        {keysHint}
      </div>
    </fieldset>
  );
}

/** Brings advice into sight when an answer calls it up: on a small screen it may stand below the edge. */
function useAdviceInSight(raised: string) {
  const advice = useRef<HTMLDivElement>(null);
  const [atFirst] = useState(raised);
  useEffect(() => {
    if (raised !== "" && raised !== atFirst) advice.current?.scrollIntoView({ block: "nearest" });
  }, [raised, atFirst]);
  return advice;
}
