import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { type CalendarDay, formatDay } from "@/lib/core/calendar";
import type { CurrentPause } from "@/lib/plans/pauses";
import type { PauseAction, ResumeAction } from "./pause-actions";
import { PauseForm } from "./pause-form";
import { ResumeButton } from "./pause-resume";

export type PauseSectionProps = {
  patientId: string;
  today: CalendarDay;
  pause: CurrentPause | null;
  /** What a pause does, for whoever reads it. */
  words: string;
  actions: { pause: PauseAction; resume: ResumeAction };
};

/** Whether a plan rests, with the way back; or how to let it rest. */
export function PauseSection({ patientId, today, pause, words, actions }: PauseSectionProps) {
  if (pause) {
    return (
      <div className="grid gap-4">
        <Notice tone="info" title={pausedInWords(pause)}>
          Nothing is due while it lasts, and those days do not count against anybody.
        </Notice>
        <ResumeButton patientId={patientId} resume={actions.resume} />
      </div>
    );
  }
  return (
    <>
      <p className="measure">{words}</p>
      <Disclosure summary="Pause the plan" className="mt-2">
        <PauseForm patientId={patientId} today={today} pause={actions.pause} />
      </Disclosure>
    </>
  );
}

/** "Paused since 2 Mar 2026, until 14 Mar 2026". */
export function pausedInWords({ from, to }: CurrentPause): string {
  const since = `Paused since ${formatDay(from, "short")}`;
  return to === null ? since : `${since}, until ${formatDay(to, "short")}`;
}
