import type { ComponentProps } from "react";
import { Icon, type IconName } from "@/components/ui/icon";

/** A button that is only a picture; its label is read out and shown on hover. `inactive` keeps its place and does nothing. */
export function IconButton(props: { icon: IconName; label: string; inactive?: boolean } & ComponentProps<"button">) {
  const { icon, label, inactive, onClick, className, ...rest } = props;
  return (
    <button
      {...rest}
      type="button"
      title={label}
      aria-disabled={inactive || undefined}
      onClick={inactive ? undefined : onClick}
      className={`grid size-10 flex-none place-items-center rounded-md text-ink-soft hover:bg-sunken hover:text-ink aria-disabled:cursor-not-allowed aria-disabled:opacity-40 pointer-coarse:size-11 ${className ?? ""}`}
    >
      <Icon name={icon} label={label} className="size-5" />
    </button>
  );
}
