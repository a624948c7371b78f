import { type FormEvent, useId, useRef, useState } from "react";
import { QuestionSection } from "./question-section";
import { notReached, sectionIndexOf } from "./question-steps";
import { RunnerFooter } from "./runner-footer";
import { RunnerShell } from "./runner-shell";
import type { Walk } from "./runner-walk";

/** A page a section. What has no answer yet is shown once before going on, and may stay so. */
export function RunnerPages({ walk }: { walk: Walk }) {
  const { asking, sections, steps, place, goTo, isEditing, isLeaving, timeLeft } = walk;
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const [pointedOutIn, setPointedOutIn] = useState<string | null>(null);
  const index = sectionIndexOf(sections, place);
  const section = sections[index];
  if (!section) return null;
  const { part } = section;
  const [next, previous] = [sections[index + 1], sections[index - 1]];
  const isLast = isEditing || !next;
  const open = notReached(section.steps, asking.isReached);
  const isPointedOut = pointedOutIn === part.id && open.length > 0;
  const count = steps.length;
  const reached = count - notReached(steps, asking.isReached).length;

  function goToSection(to: typeof next) {
    const [first] = to?.steps ?? [];
    if (first) goTo(first.id);
  }

  function goOn(event: FormEvent) {
    event.preventDefault();
    const [firstOpen] = open;
    // The review lists what is open; only on the way there would it go unseen.
    if (isLast) void walk.leave();
    else if (firstOpen && !isPointedOut) {
      setPointedOutIn(part.id);
      show(form.current, firstOpen.id);
    } else goToSection(next);
  }

  return (
    <RunnerShell
      walk={walk}
      width="wide"
      progress={{ value: reached, max: count, label: `${partOf(index + 1, sections.length)}${part.title}${timeLeft}` }}
      footer={
        <div className="grid gap-2.5">
          <p role="status" className="font-medium text-caution empty:hidden">
            {isPointedOut ? openWords(open.length) : null}
          </p>
          <RunnerFooter
            formId={formId}
            onBack={previous && !isEditing ? () => goToSection(previous) : null}
            goOn={{ isLast, isEditing, isAnswered: !isPointedOut, isLeaving }}
          />
        </div>
      }
    >
      <form id={formId} ref={form} onSubmit={goOn} noValidate>
        <QuestionSection
          key={part.id}
          section={section}
          asking={asking}
          place={place}
          onReach={goTo}
          pointedOut={isPointedOut ? open : []}
        />
      </form>
    </RunnerShell>
  );
}

const partOf = (number: number, count: number) => (count === 1 ? "" : `Part ${number} of ${count}: `);

const openWords = (count: number) =>
  count === 1
    ? "One question on this page has no answer yet. Answer it now, or leave it out."
    : `${count} questions on this page have no answer yet. Answer them now, or leave them out.`;

function show(form: HTMLElement | null, stepId: string) {
  const words = form?.querySelector<HTMLElement>(`[data-step="${CSS.escape(stepId)}"]`);
  words?.focus({ preventScroll: true });
  words?.scrollIntoView({ block: "center" });
}
