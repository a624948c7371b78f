import type { ReactNode } from "react";
import { FocusShell, type FocusShellProps } from "@/components/shell/focus-shell";
import { stepIndexOf } from "./question-steps";
import type { Walk } from "./runner-walk";
import { SavingNotice, SavingStatus, UnsavedNotice } from "./saving-notice";

export type RunnerShellProps = Pick<FocusShellProps, "progress" | "footer" | "width"> & {
  walk: Walk;
  children: ReactNode;
};

/** What is around the questions: the way out, how saving is doing, and the way on. */
export function RunnerShell({ walk, children, ...shell }: RunnerShellProps) {
  const { asking, title, closeHref, steps } = walk;
  const { state, queue } = asking;
  return (
    <FocusShell
      {...shell}
      title={title}
      closeHref={closeHref}
      closeLabel="Leave for now. Your answers are kept."
      status={<SavingStatus state={state} />}
    >
      <SavingNotice
        state={state}
        overruledText={wordsOf(state.overruled)}
        refusedText={wordsOf(state.refused)}
        listHref={closeHref}
      />
      {children}
      <UnsavedNotice state={state} onRetry={queue.retry} />
    </FocusShell>
  );

  function wordsOf(itemId: string | null) {
    const step = itemId === null ? undefined : steps[stepIndexOf(steps, itemId)];
    if (!step) return null;
    return step.scale.kind === "tick" ? step.part.title : (step.items[0]?.text ?? null);
  }
}
