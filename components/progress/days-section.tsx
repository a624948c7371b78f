import type { ReactNode } from "react";
import { DaysStrip } from "@/components/charts/days-strip";
import { Card } from "@/components/ui/card";
import type { DaysSummary } from "@/lib/progress/summary";

export type DaysSectionProps = { days: DaysSummary; sentence?: ReactNode; empty: ReactNode };

/** The days of practice, up to twelve weeks of them. */
export function DaysSection({ days, sentence, empty }: DaysSectionProps) {
  return (
    <Card as="section">
      {days.days.length === 0 ? (
        empty
      ) : (
        <>
          <DaysStrip days={days.days} />
          {sentence ? <p className="measure mt-3">{sentence}</p> : null}
        </>
      )}
    </Card>
  );
}
