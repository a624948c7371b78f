import type { ReactNode } from "react";
import { SkipLink } from "@/components/shell/skip-link";
import { ProgressBar } from "@/components/ui/progress-bar";

type Props = {
  progress?: { value: number; max: number; label: string };
  /** At the end of the top line. */
  corner?: ReactNode;
  /** What is pressed most; it stays at the thumb. */
  footer: ReactNode;
  /** The other ways on, under it; where there is no room for both they follow the page. */
  under?: ReactNode;
  children: ReactNode;
};

/** The edge of the screen at the thumb: the lower one, or the further one of a phone on its side. */
const BAR =
  "sticky bottom-0 grid content-center gap-2 border-rule border-t bg-paper px-[min(1.25rem,5vw)] pt-3 pb-[max(0.875rem,env(safe-area-inset-bottom))] cramped:contents flat:top-0 flat:col-start-2 flat:row-span-2 flat:row-start-1 flat:h-dvh flat:border-s flat:border-t-0";

/** The whole screen for one thing to do, with what is pressed at the thumb. */
export function PlayerShell({ progress, corner, footer, under, children }: Props) {
  return (
    <div
      data-audience="patient"
      className="mx-auto flex min-h-dvh w-full max-w-2xl flex-col flat:grid flat:max-w-none flat:grid-cols-[minmax(0,1fr)_16rem] flat:grid-rows-[auto_1fr]"
    >
      <SkipLink />
      <header className="flex min-h-16 items-center gap-3 px-[min(1.25rem,5vw)] pt-2 flat:col-start-1 flat:pt-1">
        <div className="min-w-0 flex-1">{progress ? <ProgressBar {...progress} /> : null}</div>
        {corner}
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="flex min-w-0 flex-1 flex-col px-[min(1.25rem,5vw)] pt-3 pb-5 outline-none flat:col-start-1 flat:pt-0"
      >
        {children}
      </main>
      <footer className={BAR}>
        <div className="grid gap-2 cramped:sticky cramped:bottom-0 cramped:border-rule cramped:border-t cramped:bg-paper cramped:px-[min(1.25rem,5vw)] cramped:py-2">
          {footer}
        </div>
        {under ? <div className="grid gap-2 cramped:px-[min(1.25rem,5vw)] cramped:pb-4">{under}</div> : null}
      </footer>
    </div>
  );
}
