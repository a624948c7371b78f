import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export type EmptyStateProps = {
  icon?: IconName;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  as?: "h2" | "h3" | "p";
};

/** Nothing here yet, and what to do about it: a thread with nothing hung on it. */
export function EmptyState({ icon = "rest", title, children, action, as: Title = "h2" }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center px-4 pb-10 text-center">
      <svg viewBox="0 0 12 56" aria-hidden="true" className="h-14 w-3">
        <path d="M6 0v56" className="stroke-rule-strong" strokeWidth="1.2" />
      </svg>
      <span className="grid size-14 place-items-center rounded-full border-[1.5px] border-rule-strong bg-raised text-teal-ink">
        <Icon name={icon} className="size-7" />
      </span>
      <Title className="mt-4 font-semibold text-lg">{title}</Title>
      {children ? <div className="mt-1 max-w-md text-ink-soft">{children}</div> : null}
      {action ? <div className="mt-5">{action}</div> : null}
    </div>
  );
}
