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
      <SavingNotice state={state} overruledText={overruledText()} listHref={closeHref} />
      {children}
      <UnsavedNotice state={state} onRetry={queue.retry} />
    </FocusShell>
  );

  function overruledText() {
    const step = state.overruled === null ? undefined : steps[stepIndexOf(steps, state.overruled)];
    if (!step) return null;
    return step.scale.kind === "tick" ? step.part.title : (step.items[0]?.text ?? null);
  }
}
