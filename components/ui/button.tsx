import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { Icon, type IconName } from "./icon";

type Look = {
  variant?: "primary" | "secondary" | "quiet" | "danger";
  size?: "sm" | "md" | "lg";
  block?: boolean;
  icon?: IconName;
  iconEnd?: IconName;
};

const VARIANT = {
  primary: "bg-teal text-on-teal hover:bg-teal-deep",
  secondary: "border-[1.5px] border-rule-strong bg-raised text-ink hover:border-teal hover:text-teal-ink",
  quiet: "text-teal-ink hover:bg-teal-wash",
  danger: "border-[1.5px] border-caution bg-raised text-caution hover:bg-caution-wash",
};

const SIZE = {
  sm: "min-h-9 rounded-sm gap-1.5 px-3 py-1 text-sm pointer-coarse:min-h-11",
  md: "min-h-11 rounded-md gap-2 px-4.5 py-2 text-base",
  lg: "min-h-14 rounded-md gap-2.5 px-6 py-3 text-lg",
};

function lookClass({ variant = "primary", size = "md", block }: Look, className?: string) {
  return [
    "inline-flex items-center justify-center text-center font-semibold leading-tight transition-colors",
    "disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-not-allowed",
    VARIANT[variant],
    SIZE[size],
    block ? "w-full" : "",
    className ?? "",
  ].join(" ");
}

function Inside({ icon, iconEnd, children }: { icon?: IconName; iconEnd?: IconName; children: ReactNode }) {
  return (
    <>
      {icon ? <Icon name={icon} className="size-[1.25em]" /> : null}
      <span>{children}</span>
      {iconEnd ? <Icon name={iconEnd} className="size-[1.25em]" /> : null}
    </>
  );
}

export type ButtonProps = Look & ComponentProps<"button"> & { pending?: boolean; pendingLabel?: string };

/** While pending it keeps its focus and its place, says so, and sends nothing again. */
export function Button({ pending = false, pendingLabel, ...props }: ButtonProps) {
  const { variant, size, block, icon, iconEnd, className, children, type = "button", onClick, ...rest } = props;
  return (
    <button
      {...rest}
      type={pending ? "button" : type}
      onClick={pending ? undefined : onClick}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      className={lookClass({ variant, size, block }, className)}
    >
      {pending ? (
        <>
          <Spinner />
          <span>{pendingLabel ?? children}</span>
        </>
      ) : (
        <Inside icon={icon} iconEnd={iconEnd}>
          {children}
        </Inside>
      )}
    </button>
  );
}

export type ButtonLinkProps = Look & ComponentProps<typeof Link>;

export function ButtonLink({ variant, size, block, icon, iconEnd, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={lookClass({ variant, size, block }, className)}>
      <Inside icon={icon} iconEnd={iconEnd}>
        {children}
      </Inside>
    </Link>
  );
}

function Spinner() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className="size-[1.25em] flex-none motion-safe:animate-spin">
      <circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" strokeWidth="2.5" opacity="0.3" />
      <path d="M12 3a9 9 0 0 1 9 9" fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" />
    </svg>
  );
}
