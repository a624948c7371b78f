"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

/** A menu in the browser's own <details>; a new page brings a new, closed one. */
export function MobileMenu({ children }: { children: ReactNode }) {
  const path = usePathname();
  return (
    <details
      key={path}
      className="group"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !event.currentTarget.open) return;
        event.currentTarget.open = false;
        event.currentTarget.querySelector("summary")?.focus();
      }}
    >
      <summary className="tap flex items-center gap-2 rounded-md px-3 font-semibold">
        <Icon name="menu" className="size-5 group-open:hidden" />
        <Icon name="close" className="hidden size-5 group-open:block" />
        <span className="max-[20em]:sr-only">Menu</span>
      </summary>
      <div className="absolute inset-x-0 top-full max-h-[80dvh] overflow-y-auto border-rule border-y bg-raised p-4 shadow-card">
        {children}
      </div>
    </details>
  );
}
