import type { ReactNode } from "react";
import { PainChart } from "@/components/charts/pain-chart";
import { Card } from "@/components/ui/card";
import type { PainSummary } from "@/lib/progress/summary";

export type PainSectionProps = {
  pain: PainSummary;
  marks: readonly { day: string; label: string }[];
  empty: ReactNode;
};

/** Pain during exercise, week by week. */
export function PainSection({ pain, marks, empty }: PainSectionProps) {
  return (
    <Card as="section">
      {pain.weeks.length === 0 ? (
        empty
      ) : (
        <>
          <PainChart title="Pain during exercise, week by week" weeks={pain.weeks} marks={marks} />
          {pain.sentence ? <p className="measure mt-3">{pain.sentence}</p> : null}
        </>
      )}
    </Card>
  );
}
