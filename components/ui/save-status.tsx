import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

const SAYS = {
  idle: null,
  saving: { icon: "clock", text: "Saving" },
  saved: { icon: "check", text: "Saved" },
  offline: { icon: "info", text: "No connection. Kept on this device for now." },
  error: { icon: "warning", text: "Not saved yet. We will try again." },
} satisfies Record<string, { icon: IconName; text: string } | null>;

export type SaveState = keyof typeof SAYS;

/** How the last change is doing, told quietly. */
export function SaveStatus({
  state,
  className,
  children,
}: {
  state: SaveState;
  className?: string;
  children?: ReactNode;
}) {
  const says = SAYS[state];
  const tone = state === "error" || state === "offline" ? "text-caution" : "text-ink-soft";
  return (
    <p role="status" className={`flex min-h-6 items-center gap-1.5 text-sm ${tone} ${className ?? ""}`}>
      {says ? (
        <>
          <Icon name={says.icon} className="size-[1.2em]" />
          <span>{children ?? says.text}</span>
        </>
      ) : null}
    </p>
  );
}
