import type { ReactNode } from "react";

/** One thing that can be asked, and its parts once it is. */
export function CriteriaPart(props: {
  label: string;
  isAsked: boolean;
  onAsk: (isAsked: boolean) => void;
  children?: ReactNode;
}) {
  const { label, isAsked, onAsk, children } = props;
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
      <label className={`flex min-h-10 items-center gap-2.5 pointer-coarse:min-h-11 ${children ? "sm:mt-6" : ""}`}>
        <input type="checkbox" className="tick" checked={isAsked} onChange={({ target }) => onAsk(target.checked)} />
        {label}
      </label>
      {children}
    </div>
  );
}
