import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { type CalendarDay, formatDay } from "@/lib/core/calendar";
import type { CurrentPause } from "@/lib/plans/pauses";
import type { RestingPlan } from "@/lib/plans/queries/pausing";
import type { PauseAction, ResumeAction } from "./pause-actions";
import { PauseForm } from "./pause-form";
import { ResumeButton } from "./pause-resume";

export type PauseSectionProps = {
  patientId: string;
  today: CalendarDay;
  /** The plans that can rest from here. */
  plans: readonly RestingPlan[];
  /** What a pause does, for whoever reads it. */
  words: string;
  actions: { pause: PauseAction; resume: ResumeAction };
};

/** Whether plans rest, with the way back; and how to let those that run rest. */
export function PauseSection({ patientId, today, plans, words, actions }: PauseSectionProps) {
  const running = plans.filter(({ pause }) => pause === null);
  const isOneOfSeveral = plans.length > 1;
  return (
    <div className="grid gap-4">
      {plans.map(({ planId, name, pause }) =>
        pause ? (
          <div key={planId} className="grid gap-3">
            <Notice
              tone="info"
              title={isOneOfSeveral ? `${name}: ${lowered(pausedInWords(pause))}` : pausedInWords(pause)}
            >
              Nothing of it is due while it lasts, and those days do not count against anybody.
            </Notice>
            <ResumeButton
              patientId={patientId}
              planId={planId}
              name={isOneOfSeveral ? name : null}
              resume={actions.resume}
            />
          </div>
        ) : null,
      )}
      {running.length > 0 ? (
        <div>
          <p className="measure">{words}</p>
          <Disclosure summary={whatInWords(running, isOneOfSeveral)} className="mt-2">
            <PauseForm
              key={running.map(({ planId }) => planId).join()}
              patientId={patientId}
              today={today}
              plans={running}
              pause={actions.pause}
            />
          </Disclosure>
        </div>
      ) : null}
    </div>
  );
}

function whatInWords([first, ...others]: readonly RestingPlan[], isOneOfSeveral: boolean): string {
  if (others.length > 0) return "Pause a plan";
  return isOneOfSeveral && first ? `Pause ${first.name}` : "Pause the plan";
}

/** "Paused since 2 Mar 2026, until 14 Mar 2026". */
export function pausedInWords({ from, to }: CurrentPause): string {
  const since = `Paused since ${formatDay(from, "short")}`;
  return to === null ? since : `${since}, until ${formatDay(to, "short")}`;
}

const lowered = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
