import { ICON_PATHS, type IconName } from "./icon-paths";

export type { IconName };

/** A line icon on a 24px grid. It is decoration unless it is given a label. */
export function Icon({ name, label, className }: { name: IconName; label?: string; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      focusable="false"
      className={`flex-none ${className ?? "size-6"} ${TURNS_WITH_TEXT.has(name) ? "rtl:-scale-x-100" : ""}`}
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {ICON_PATHS[name].map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  );
}

const TURNS_WITH_TEXT: ReadonlySet<IconName> = new Set([
  "arrow-end",
  "arrow-start",
  "skip",
  "sign-out",
  "list",
  "undo",
  "redo",
]);
