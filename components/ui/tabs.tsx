"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { isCurrentPath } from "./current-path";

export type TabItem = { href: string; label: string; count?: number; exact?: boolean };

/** Pages that belong together, as links: each has its own address. */
export function TabsNav({ label, items }: { label: string; items: readonly TabItem[] }) {
  const path = usePathname();
  return (
    <nav aria-label={label} className="no-print mb-6 overflow-x-auto border-b border-rule">
      <ul className="flex gap-1">
        {items.map((item) => (
          <li key={item.href} className="flex-none">
            <Link
              href={item.href}
              aria-current={isCurrentPath(path, item.href, item.exact) ? "page" : undefined}
              className="-outline-offset-3 flex min-h-11 items-center gap-1.5 border-transparent border-b-[3px] px-3 py-2 text-ink-soft hover:text-ink aria-[current]:border-teal aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {item.label}
              {item.count ? <span className="numeric text-ink-soft text-sm">{item.count}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
