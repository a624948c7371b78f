import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

const LOOK = {
  info: { word: "Note", icon: "info", box: "border-rule bg-sunken", mark: "text-teal-ink" },
  success: { word: "Done", icon: "check", box: "border-good/35 bg-good-wash", mark: "text-good" },
  caution: { word: "Take care", icon: "warning", box: "border-caution/40 bg-caution-wash", mark: "text-caution" },
  safety: {
    word: "For your safety",
    icon: "alert",
    box: "border-safety border-2 bg-safety-wash",
    mark: "text-safety",
  },
} satisfies Record<string, { word: string; icon: IconName; box: string; mark: string }>;

export type NoticeProps = {
  tone: keyof typeof LOOK;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** True when it appears in answer to something the person did. */
  live?: boolean;
  className?: string;
};

/** Something to know. Safety is the only red one, for when someone must act. */
export function Notice({ tone, title, children, actions, live, className }: NoticeProps) {
  const look = LOOK[tone];
  const role = live ? (tone === "safety" || tone === "caution" ? "alert" : "status") : undefined;
  return (
    <div role={role} className={`flex gap-3 rounded-md border p-4 ${look.box} ${className ?? ""}`}>
      <Icon name={look.icon} className={`mt-0.5 size-6 ${look.mark}`} />
      <div className="min-w-0 flex-1">
        <span className="sr-only">{look.word}: </span>
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div className="measure">{children}</div> : null}
        {actions ? <div className="mt-3 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}
