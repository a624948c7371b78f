import { useEffect, useRef } from "react";
import { optionsOf } from "@/lib/questionnaires/scales";
import { QuestionField } from "./question-field";
import type { Step } from "./question-steps";
import type { Asking } from "./use-asking";

/** One question, or one list, and nothing else. It takes the focus, so that it is read out and the number keys choose at once. */
export function QuestionScreen({ step, asking }: { step: Step; asking: Asking }) {
  const screen = useRef<HTMLDivElement>(null);
  const { part, scale, items } = step;
  const [first] = items;
  const words = scale.kind === "tick" ? part.stem || part.title : first?.text;
  const before = scale.kind === "tick" ? "" : part.stem;

  useEffect(() => {
    window.scrollTo({ top: 0 });
    screen.current?.querySelector("legend")?.focus({ preventScroll: true });
  }, []);

  return (
    <div ref={screen}>
      <QuestionField step={step} asking={asking} look="screen" keysHint={<KeysHint step={step} />}>
        {before === "" ? null : <span className="mb-3 block text-ink-soft">{before}</span>}
        <span className="block text-balance font-semibold text-2xl leading-tight">{words}</span>
      </QuestionField>
    </div>
  );
}

function KeysHint({ step: { scale, items } }: { step: Step }) {
  const choices = scale.kind === "tick" ? Math.min(items.length, 9) : optionsOf(scale, items[0])?.length;
  return (
    <p className="hidden text-end text-ink-soft text-sm lg:block">
      {choices ? `Keys 1 to ${choices} choose.` : null}
      {choices ? <br /> : null}
      Enter goes on.
    </p>
  );
}
