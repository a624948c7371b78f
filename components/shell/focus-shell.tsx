import Link from "next/link";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { ProgressBar } from "@/components/ui/progress-bar";
import { SkipLink } from "./skip-link";

export type FocusShellProps = {
  title: ReactNode;
  closeHref: string;
  closeLabel: string;
  progress?: { value: number; max: number; label: string };
  status?: ReactNode;
  /** One button, or two: the last one takes the room. */
  footer?: ReactNode;
  /** `wide` for a desktop's page of several questions. */
  width?: "narrow" | "wide";
  children: ReactNode;
};

const WIDTH = { narrow: "max-w-2xl", wide: "max-w-4xl" };

/** One task and nothing else: a way out at the top, the main action at the thumb. */
export function FocusShell(props: FocusShellProps) {
  const { title, closeHref, closeLabel, progress, status, footer, width = "narrow", children } = props;
  return (
    <div data-audience="patient" className={`mx-auto flex min-h-dvh w-full flex-col ${WIDTH[width]}`}>
      <SkipLink />
      <header className="px-[min(1.25rem,5vw)] pt-2">
        <div className="flex min-h-14 flex-wrap items-center gap-x-3">
          <Link
            href={closeHref}
            className="tap -ms-3 grid flex-none place-items-center rounded-md text-ink-soft hover:bg-sunken"
          >
            <Icon name="close" label={closeLabel} />
          </Link>
          <h1 className="min-w-0 flex-1 basis-36 text-lg leading-tight">{title}</h1>
          {status}
        </div>
        {progress ? <ProgressBar {...progress} className="pb-2" /> : null}
      </header>
      <main id="main" tabIndex={-1} className="flex-1 px-[min(1.25rem,5vw)] pt-4 pb-8 outline-none">
        {children}
      </main>
      {footer ? (
        <footer className="sticky bottom-0 flex flex-wrap gap-3 border-rule border-t bg-paper px-[min(1.25rem,5vw)] pt-3 pb-[max(0.875rem,env(safe-area-inset-bottom))] max-[20em]:static [&>:last-child]:grow">
          {footer}
        </footer>
      ) : null}
    </div>
  );
}
