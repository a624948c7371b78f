import { type FormEvent, useId } from "react";
import { QuestionScreen } from "./question-screen";
import { stepIndexOf } from "./question-steps";
import { RunnerFooter } from "./runner-footer";
import { RunnerShell } from "./runner-shell";
import type { Walk } from "./runner-walk";

/** One question, or one list to tick, a screen. */
export function RunnerScreens({ walk }: { walk: Walk }) {
  const { asking, steps, place, goTo, isEditing, isLeaving } = walk;
  const formId = useId();
  const index = stepIndexOf(steps, place);
  const step = steps[index];
  if (!step) return null;
  const [next, previous] = [steps[index + 1], steps[index - 1]];
  const isLast = isEditing || !next;
  const isAnswered = step.items.every(({ id }) => asking.isReached(id));

  function goOn(event: FormEvent) {
    event.preventDefault();
    if (isLast) void walk.leave();
    else goTo(next.id);
  }

  return (
    <RunnerShell
      walk={walk}
      progress={{
        value: step.number,
        max: steps.length,
        label: `${step.part.title}${walk.timeLeft}`,
      }}
      footer={
        <RunnerFooter
          formId={formId}
          onBack={previous && !isEditing ? () => goTo(previous.id) : null}
          goOn={{ isLast, isEditing, isAnswered, isLeaving }}
        />
      }
    >
      <form id={formId} onSubmit={goOn} noValidate>
        <QuestionScreen key={step.id} step={step} asking={asking} />
      </form>
    </RunnerShell>
  );
}
