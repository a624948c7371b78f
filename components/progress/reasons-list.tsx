import { Badge, type Tone } from "@/components/ui/badge";
import type { IconName } from "@/components/ui/icon";
import type { WorklistReason, WorklistRow } from "@/lib/progress/worklist-rules";

const LOOK: Record<WorklistReason, { icon: IconName; tone: Tone }> = {
  flagged: { icon: "warning", tone: "safety" },
  "pain-rose": { icon: "warning", tone: "caution" },
  asked: { icon: "mail", tone: "teal" },
  silent: { icon: "clock", tone: "neutral" },
  "questions-overdue": { icon: "question", tone: "neutral" },
  "not-started": { icon: "mail", tone: "neutral" },
  "no-plan": { icon: "note", tone: "neutral" },
  "ready-to-progress": { icon: "flag", tone: "teal" },
};

/** Why a patient needs a look, most pressing first. */
export function ReasonsList({ reasons }: { reasons: WorklistRow["reasons"] }) {
  return (
    <ul className="flex flex-wrap gap-1.5">
      {reasons.map(({ reason, words }) => (
        <li key={reason}>
          <Badge icon={LOOK[reason].icon} tone={LOOK[reason].tone} className="text-sm">
            {words}
          </Badge>
        </li>
      ))}
    </ul>
  );
}
