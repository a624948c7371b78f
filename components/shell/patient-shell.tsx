import Link from "next/link";
import type { ReactNode } from "react";
import { Wordmark } from "@/components/ui/wordmark";
import type { NavItem } from "./nav-items";
import { NavLinks } from "./nav-links";
import { SkipLink } from "./skip-link";

export type PatientShellProps = {
  clinicName: string;
  items: readonly NavItem[];
  homeHref?: string;
  headerEnd?: ReactNode;
  children: ReactNode;
};

/** A patient's pages: places at the thumb on a phone, on a calm rail at a desk. */
export function PatientShell({ clinicName, items, homeHref = "/today", headerEnd, children }: PatientShellProps) {
  return (
    <div data-audience="patient" className="min-h-dvh md:grid md:grid-cols-[15rem_minmax(0,1fr)] print:block">
      <SkipLink />
      <aside className="no-print sticky top-0 hidden h-dvh flex-col gap-8 overflow-y-auto border-rule border-e px-4 py-7 md:flex print:hidden">
        <Link href={homeHref} className="ms-2 w-fit rounded-sm pb-3">
          <Wordmark />
        </Link>
        <nav aria-label="Places" className="relative">
          <RailThread />
          <NavLinks items={items} layout="rail" />
        </nav>
        <p className="ms-2 mt-auto text-ink-soft text-sm">{clinicName}</p>
      </aside>
      <div className="flex min-h-dvh min-w-0 flex-col print:block">
        <header className="no-print flex flex-wrap items-baseline justify-between gap-x-4 gap-y-3 px-[min(1.25rem,5vw)] pt-4 pb-4 md:hidden">
          <Link href={homeHref} className="-m-2 flex-none rounded-sm p-2">
            <Wordmark size="sm" />
          </Link>
          <p className="min-w-0 text-ink-soft text-sm">{clinicName}</p>
          {headerEnd}
        </header>
        <main
          id="main"
          tabIndex={-1}
          className="mx-auto w-full max-w-3xl flex-1 px-[min(1.25rem,5vw)] pt-3 pb-12 outline-none md:px-10 md:pt-12 print:max-w-none print:p-0"
        >
          {children}
        </main>
        <nav
          aria-label="Places"
          className="no-print sticky bottom-0 z-20 border-rule border-t bg-raised pb-[env(safe-area-inset-bottom)] max-[20em]:static md:hidden"
        >
          <NavLinks items={items} layout="bar" />
        </nav>
      </div>
    </div>
  );
}

/** The thread the marks of a rail hang on. */
export function RailThread() {
  return <span aria-hidden="true" className="absolute start-[0.84375rem] top-1 bottom-1 w-px bg-rule-strong/60" />;
}
