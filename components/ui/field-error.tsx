import type { ReactNode } from "react";
import { Icon } from "./icon";

export function FieldError({ id, children }: { id: string; children?: ReactNode }) {
  if (!children) return null;
  return (
    <p id={id} className="flex items-start gap-1.5 font-medium text-caution text-sm">
      <Icon name="warning" className="mt-[0.15em] size-[1.2em]" />
      <span>
        <span className="sr-only">To put right: </span>
        {children}
      </span>
    </p>
  );
}
