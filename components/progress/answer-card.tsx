import { Card } from "@/components/ui/card";
import { Icon, type IconName } from "@/components/ui/icon";
import type { Verdict } from "@/lib/progress/is-it-working";

const MARKS: Record<Verdict, { icon: IconName; box: string }> = {
  "too-early": { icon: "clock", box: "bg-sunken text-ink-soft" },
  better: { icon: "check", box: "bg-good-wash text-good" },
  mixed: { icon: "info", box: "bg-sunken text-ink" },
  same: { icon: "progress", box: "bg-sunken text-ink" },
  worse: { icon: "info", box: "bg-caution-wash text-caution" },
};

export type AnswerCardProps = { answer: { verdict: Verdict; sentence: string }; compact?: boolean };

/** "Is it working?", answered in one sentence that says no more than was measured. */
export function AnswerCard({ answer, compact }: AnswerCardProps) {
  const mark = MARKS[answer.verdict];
  return (
    <Card as="section" pad={compact ? "sm" : "md"} aria-labelledby="is-it-working">
      <div className="flex gap-4">
        <span className={`grid size-11 flex-none place-items-center rounded-full ${mark.box}`}>
          <Icon name={mark.icon} />
        </span>
        <div className="min-w-0">
          <h2 id="is-it-working" className={compact ? "text-base" : "text-lg"}>
            Is it working?
          </h2>
          <p className={`measure mt-1 ${compact ? "text-base" : "text-lg"}`}>{answer.sentence}</p>
          {answer.verdict === "too-early" ? null : (
            <p className="measure mt-2 text-ink-soft text-sm">
              This compares then and now. It does not say what caused a change.
            </p>
          )}
        </div>
      </div>
    </Card>
  );
}
