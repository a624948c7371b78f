import Link from "next/link";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Wordmark } from "@/components/ui/wordmark";
import { MobileMenu } from "./mobile-menu";
import type { NavItem } from "./nav-items";
import { NavLinks } from "./nav-links";
import { RailThread } from "./patient-shell";
import { SkipLink } from "./skip-link";

export type ClinicShellProps = {
  clinicName: string;
  items: readonly NavItem[];
  personName: string;
  roleLabel?: string;
  homeHref?: string;
  /** Sign-out and the like, at the foot of the navigation. */
  footer?: ReactNode;
  children: ReactNode;
};

/** The clinic's pages: made for a desk, usable from a phone in the corridor. */
export function ClinicShell(props: ClinicShellProps) {
  const { clinicName, items, personName, roleLabel, homeHref = "/worklist", footer, children } = props;
  const person = <Person clinicName={clinicName} personName={personName} roleLabel={roleLabel} />;
  return (
    <div data-audience="clinic" className="min-h-dvh md:grid md:grid-cols-[14rem_minmax(0,1fr)] print:block">
      <SkipLink />
      <header className="no-print sticky top-0 z-20 flex items-center justify-between gap-3 border-rule border-b bg-raised ps-4 pe-2 md:hidden">
        <Link href={homeHref} className="rounded-sm py-3">
          <Wordmark size="sm" />
        </Link>
        <MobileMenu>
          <nav aria-label="Places" className="relative">
            <RailThread />
            <NavLinks items={items} layout="rail" />
          </nav>
          <div className="mt-4 grid gap-3 border-rule border-t pt-4">
            {person}
            {footer}
          </div>
        </MobileMenu>
      </header>
      <aside className="no-print sticky top-0 hidden h-dvh flex-col gap-7 overflow-y-auto border-rule border-e bg-raised px-3 py-6 md:flex print:hidden">
        <Link href={homeHref} className="ms-2 w-fit rounded-sm pb-3">
          <Wordmark />
        </Link>
        <nav aria-label="Places" className="relative">
          <RailThread />
          <NavLinks items={items} layout="rail" />
        </nav>
        <div className="mt-auto grid gap-3 px-2">
          {person}
          {footer}
        </div>
      </aside>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full min-w-0 max-w-[84rem] px-[min(1rem,4vw)] pt-6 pb-16 outline-none md:px-8 md:pt-9 print:max-w-none print:p-0"
      >
        {children}
      </main>
    </div>
  );
}

function Person({ clinicName, personName, roleLabel }: { clinicName: string; personName: string; roleLabel?: string }) {
  return (
    <div className="flex items-start gap-3">
      <Avatar name={personName} size="sm" />
      <div className="min-w-0 leading-snug">
        <p className="break-words font-semibold text-sm">{personName}</p>
        {roleLabel ? <p className="text-ink-soft text-sm">{roleLabel}</p> : null}
        <p className="break-words text-ink-soft text-sm">{clinicName}</p>
      </div>
    </div>
  );
}
