import Link from "next/link";
import type { ReactNode } from "react";

/** Which plan it is of, where another plan asks for the same. */
export function FromPlan({ plan }: { plan: string }) {
  return <span className="block font-normal text-base text-ink-soft">{plan}</span>;
}

/** Something of the day that leads to its own page; `quiet` once it is behind. */
export function TodaySlip(props: { href: string; quiet?: boolean; kind?: ReactNode; children: ReactNode }) {
  const look = props.quiet
    ? "border-transparent py-1"
    : "border-rule bg-raised px-4 py-3 shadow-card hover:border-teal";
  return (
    <Link href={props.href} className={`tap -mt-1.5 block rounded-md border ${look}`}>
      {props.kind}
      {props.children}
    </Link>
  );
}
