import type { ReactNode } from "react";
import { Icon } from "./icon";
import { TextLink } from "./text-link";

export type PageHeaderProps = {
  title: ReactNode;
  eyebrow?: ReactNode;
  lead?: ReactNode;
  back?: { href: string; label: string };
  actions?: ReactNode;
};

/** The head of a page: its one h1, and what can be done from here. */
export function PageHeader({ title, eyebrow, lead, back, actions }: PageHeaderProps) {
  return (
    <header className="mb-6 sm:mb-8">
      {back ? (
        <TextLink
          quiet
          href={back.href}
          className="-ms-1 mb-2 inline-flex min-h-11 items-center gap-1.5 px-1 font-medium"
        >
          <Icon name="arrow-start" className="size-5" />
          {back.label}
        </TextLink>
      ) : null}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          {eyebrow ? <p className="mb-1 font-semibold text-sm text-teal-ink">{eyebrow}</p> : null}
          <h1 className="text-2xl sm:text-3xl">{title}</h1>
          {lead ? <div className="measure mt-2 text-ink-soft text-lg">{lead}</div> : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </header>
  );
}
