"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { isCurrentPath } from "@/components/ui/current-path";
import { Icon } from "@/components/ui/icon";
import type { NavItem } from "./nav-items";

const LIST = {
  bar: "grid auto-cols-fr grid-flow-col max-[20em]:grid-flow-row max-[20em]:grid-cols-2",
  rail: "relative grid gap-1",
};

const LINK = {
  bar: "-outline-offset-3 relative flex min-h-16 flex-col items-center justify-center gap-0.5 px-0.5 pt-2 pb-1.5 text-[0.8125rem] leading-tight text-ink-soft aria-[current]:font-semibold aria-[current]:text-teal-ink",
  rail: "relative flex min-h-11 items-center gap-3 rounded-md py-2 ps-9 pe-3 text-ink-soft hover:bg-sunken hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink",
};

/** The places one can go, with the place one is at marked. */
export function NavLinks({ items, layout }: { items: readonly NavItem[]; layout: keyof typeof LIST }) {
  const path = usePathname();
  return (
    <ul className={LIST[layout]}>
      {items.map((item) => (
        <li key={item.href}>
          <Link
            href={item.href}
            aria-current={isCurrentPath(path, item.href, item.exact) ? "page" : undefined}
            className={`group ${LINK[layout]}`}
          >
            {layout === "bar" ? <BarMark /> : <RailMark />}
            <Icon name={item.icon} className={layout === "bar" ? "size-6.5" : "size-5.5"} />
            <span className="min-w-0">{item.label}</span>
            {item.count ? <Count value={item.count} layout={layout} /> : null}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function BarMark() {
  return (
    <span
      aria-hidden="true"
      className="absolute top-0 h-1 w-9 rounded-b-full bg-teal opacity-0 group-aria-[current]:opacity-100"
    />
  );
}

function RailMark() {
  return (
    <span
      aria-hidden="true"
      className="absolute start-[0.5625rem] size-2.5 rounded-full bg-coral opacity-0 group-aria-[current]:opacity-100"
    />
  );
}

function Count({ value, layout }: { value: number; layout: keyof typeof LIST }) {
  const place = layout === "bar" ? "absolute top-1.5 start-[calc(50%+0.5rem)]" : "ms-auto";
  return (
    <span
      className={`numeric min-w-5 rounded-full bg-teal px-1.5 text-center font-semibold text-[0.75rem] text-on-teal leading-5 ${place}`}
    >
      {value}
      <span className="sr-only"> waiting</span>
    </span>
  );
}
