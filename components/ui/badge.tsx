import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

const TONE = {
  neutral: "bg-sunken text-ink",
  teal: "bg-teal-wash text-teal-ink",
  good: "bg-good-wash text-good",
  caution: "bg-caution-wash text-caution",
  safety: "bg-safety-wash text-safety",
};

export type Tone = keyof typeof TONE;

/** A word or two about a thing's state. The words carry the meaning; the tone only helps. */
export function Badge(props: { tone?: Tone; icon?: IconName; className?: string; children: ReactNode }) {
  const { tone = "neutral", icon, className, children } = props;
  return (
    <span
      className={`inline-flex max-w-full items-center gap-1 rounded-sm px-2 py-0.5 font-semibold text-xs ${TONE[tone]} ${className ?? ""}`}
    >
      {icon ? <Icon name={icon} className="size-[1.2em]" /> : null}
      <span className="min-w-0">{children}</span>
    </span>
  );
}
