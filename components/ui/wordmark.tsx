import { bobPath } from "./plumb-line";

const SIZE = { sm: "text-[1.25rem]", md: "text-[1.5rem]", lg: "text-[min(2.5rem,13vw)]" };

export type WordmarkProps = {
  size?: keyof typeof SIZE;
  /** Hangs the name from the top edge of the page. */
  hung?: boolean;
  className?: string;
};

/** The name, its last l a plumb line that hangs below the others. */
export function Wordmark({ size = "md", hung, className }: WordmarkProps) {
  return (
    <span
      role="img"
      aria-label="Plumbline"
      dir="ltr"
      className={`inline-flex select-none items-baseline font-bold text-teal-ink leading-none tracking-[-0.02em] ${SIZE[size]} ${className ?? ""}`}
    >
      <span aria-hidden="true">Plumb</span>
      <svg
        viewBox="0 0 10 44"
        aria-hidden="true"
        className="mx-[0.02em] h-[1.375em] w-[0.3125em] translate-y-[0.6em] overflow-visible"
      >
        {hung ? <path d="M5 1V-900" className="stroke-rule-strong" strokeWidth="1.2" /> : null}
        <path d="M5 1v26" stroke="currentColor" strokeWidth="3.4" strokeLinecap="round" />
        <path d={bobPath(5, 26, 11, 18)} className="fill-coral" />
      </svg>
      <span aria-hidden="true">ine</span>
    </span>
  );
}
