import type { ReactNode } from "react";
import { Wordmark } from "@/components/ui/wordmark";
import { SkipLink } from "./skip-link";

export type PublicShellProps = {
  title: ReactNode;
  lead?: ReactNode;
  clinicName?: string;
  children?: ReactNode;
  footer?: ReactNode;
};

/** Pages for someone not signed in: one card, hung on the line. */
export function PublicShell({ title, lead, clinicName, children, footer }: PublicShellProps) {
  return (
    <div
      data-audience="patient"
      className="flex min-h-dvh flex-col items-center overflow-x-clip px-[min(1rem,4vw)] pb-12"
    >
      <SkipLink />
      <header className="pt-24 pb-8 text-center sm:pt-32">
        <Wordmark size="lg" hung />
        {clinicName ? <p className="mt-7 text-ink-soft">{clinicName}</p> : null}
      </header>
      <main id="main" tabIndex={-1} className="w-full max-w-md outline-none">
        <div className="rounded-xl border border-rule bg-raised p-[min(1.5rem,6vw)] shadow-card sm:p-8">
          <h1 className="text-2xl">{title}</h1>
          {lead ? <div className="mt-2 text-ink-soft">{lead}</div> : null}
          {children ? <div className="mt-6">{children}</div> : null}
        </div>
      </main>
      {footer ? <footer className="mt-6 max-w-md text-center text-ink-soft text-sm">{footer}</footer> : null}
    </div>
  );
}
