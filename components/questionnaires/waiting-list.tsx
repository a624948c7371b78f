import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Card, CardTitle } from "@/components/ui/card";
import { formatDay } from "@/lib/core/calendar";
import type { WaitingQuestions } from "@/lib/questionnaires/queries/patient-responses";
import { type TakeBack, WaitingTakeBack } from "./waiting-take-back";

type Props = { waiting: readonly WaitingQuestions[]; takeBack: TakeBack; actions: ReactNode };

/** What waits for the patient to answer, and the ways to ask for more. */
export function WaitingList({ waiting, takeBack, actions }: Props) {
  return (
    <Card as="section" aria-labelledby="waiting">
      <CardTitle id="waiting" actions={<div className="flex flex-wrap gap-2">{actions}</div>}>
        Waiting for the patient
      </CardTitle>
      {waiting.length === 0 ? (
        <p className="text-ink-soft">No questionnaire waits for the patient now.</p>
      ) : (
        <ul className="grid divide-y divide-rule">
          {waiting.map(({ itemKey, title, dueOn, overdueDays, closesOn, requestId }) => (
            <li
              key={`${itemKey} ${dueOn}`}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 py-2.5"
            >
              <div className="min-w-0">
                <p className="font-semibold">{title}</p>
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft text-sm">
                  <span>Due {formatDay(dueOn, "short")}</span>
                  {overdueDays > 0 ? (
                    <Badge tone="caution" icon="clock">
                      {overdueDays === 1 ? "1 day overdue" : `${overdueDays} days overdue`}
                    </Badge>
                  ) : null}
                  <span>{closesOn ? `Open until ${formatDay(closesOn, "short")}` : "Stays open"}</span>
                  <span>{requestId ? "Sent beside the plan" : "From the plan"}</span>
                </p>
              </div>
              {requestId ? <WaitingTakeBack requestId={requestId} title={title} takeBack={takeBack} /> : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
