import { Notice } from "@/components/ui/notice";
import type { FlagLevel } from "@/lib/questionnaires/vocabulary";

const LOOK = {
  emergency: { tone: "safety", title: "Get help now" },
  "same-day": { tone: "safety", title: "Get advice today" },
  clinic: { tone: "caution", title: "Tell your physiotherapist" },
} as const satisfies Record<FlagLevel, { tone: string; title: string }>;

/** What to do about an answer that must not wait for the score. `live` when it comes up in reply to an answer. */
export function FlagAdvice(props: {
  flags: readonly { id: string; level: FlagLevel; advice: string }[];
  live?: boolean;
}) {
  return (
    <div className="grid gap-3 empty:hidden">
      {props.flags.map(({ id, level, advice }) => (
        <Notice key={id} tone={LOOK[level].tone} live={props.live} title={LOOK[level].title}>
          <p>{advice}</p>
        </Notice>
      ))}
    </div>
  );
}
