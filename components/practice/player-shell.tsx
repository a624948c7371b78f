import type { ReactNode } from "react";
import { SkipLink } from "@/components/shell/skip-link";
import { ProgressBar } from "@/components/ui/progress-bar";

type Props = {
  progress?: { value: number; max: number; label: string };
  /** At the end of the top line. */
  corner?: ReactNode;
  footer: ReactNode;
  children: ReactNode;
};

/** The whole screen for one thing to do, with what is pressed at the thumb. */
export function PlayerShell({ progress, corner, footer, children }: Props) {
  return (
    <div data-audience="patient" className="mx-auto flex min-h-dvh w-full max-w-2xl flex-col">
      <SkipLink />
      <header className="flex min-h-16 items-center gap-3 px-[min(1.25rem,5vw)] pt-2">
        <div className="min-w-0 flex-1">{progress ? <ProgressBar {...progress} /> : null}</div>
        {corner}
      </header>
      <main id="main" tabIndex={-1} className="flex flex-1 flex-col px-[min(1.25rem,5vw)] pt-3 pb-5 outline-none">
        {children}
      </main>
      <footer className="sticky bottom-0 grid gap-2 border-rule border-t bg-paper px-[min(1.25rem,5vw)] pt-3 pb-[max(0.875rem,env(safe-area-inset-bottom))] max-[20em]:static">
        {footer}
      </footer>
    </div>
  );
}
