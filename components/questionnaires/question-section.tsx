import { useEffect, useId, useRef, useState } from "react";
import { QuestionField } from "./question-field";
import type { Section, Step } from "./question-steps";
import type { Asking } from "./use-asking";

export type QuestionSectionProps = {
  section: Section;
  asking: Asking;
  /** The item to begin at. */
  place: string;
  /** Called with the question the person comes to. */
  onReach: (stepId: string) => void;
  /** Questions shown as not answered yet. */
  pointedOut: readonly Step[];
};

/** All questions of a part on one page, under the words they share. */
export function QuestionSection({ section, asking, place, onReach, pointedOut }: QuestionSectionProps) {
  const { part, steps } = section;
  const page = useRef<HTMLDivElement>(null);
  const stemId = useId();
  // The page is made anew for each section: it begins where the person comes from, or at its head.
  const [beginAt] = useState(() => (steps[0]?.items.some(({ id }) => id === place) ? null : place));
  const isList = steps[0]?.scale.kind === "tick";
  const hasSharedWords = part.stem !== "" && !isList;

  useEffect(() => {
    const words = beginAt && page.current?.querySelector<HTMLElement>(`[data-step="${CSS.escape(beginAt)}"]`);
    if (words) {
      words.focus({ preventScroll: true });
      words.scrollIntoView({ block: "center" });
    } else {
      window.scrollTo({ top: 0 });
      page.current?.querySelector("h2")?.focus({ preventScroll: true });
    }
  }, [beginAt]);

  return (
    <div ref={page} className="grid gap-5">
      <header>
        <h2 tabIndex={-1} className="text-2xl outline-none">
          {part.title}
        </h2>
        {hasSharedWords ? (
          <p id={stemId} className="measure mt-2 text-lg">
            {part.stem}
          </p>
        ) : null}
        <p className="mt-2 text-ink-soft text-sm">
          Tab goes from question to question, {keysFor(steps)}, and Enter goes on.
        </p>
      </header>
      {steps.map((step) => (
        <div key={step.id} className="border-rule border-t pt-5">
          <QuestionField
            step={step}
            asking={asking}
            look="section"
            onReach={() => onReach(step.id)}
            describedBy={hasSharedWords ? stemId : undefined}
            isPointedOut={pointedOut.includes(step)}
          >
            <span className="block font-semibold text-lg leading-snug">
              {isList ? part.stem || part.title : <Words step={step} />}
            </span>
          </QuestionField>
        </div>
      ))}
    </div>
  );
}

function keysFor(steps: readonly Step[]): string {
  return steps[0]?.scale.kind === "vas" ? "the arrow keys move the mark" : "the number keys choose";
}

function Words({ step: { items, number } }: { step: Step }) {
  return (
    <>
      <span className="numeric text-ink-soft">{number}. </span>
      {items[0]?.text}
    </>
  );
}
