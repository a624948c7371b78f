import type { CalendarDay } from "@/lib/core/calendar";
import type { Schedule } from "./schemas";

/** A questionnaire sent beside the plan. `windowDays` counts its first day; null for as long as it takes. */
export type QuestionnaireRequest = {
  id: string;
  dueOn: CalendarDay;
  windowDays: number | null;
  note: string;
  sentAt: Date;
  instrumentVersionId: string;
  slug: string;
  title: string;
};

/**
 * A request as a plan of one line that falls due once, so that one rule answers what is due. The request's id names the plan, its version and
 * its line.
 */
export function requestAsPlan(request: QuestionnaireRequest) {
  const { id, dueOn, windowDays, note, sentAt, instrumentVersionId, slug, title } = request;
  const schedule: Schedule = { kind: "once", day: 1, windowDays };
  const item = {
    id,
    key: id,
    kind: "questionnaire" as const,
    schedule,
    anchorOn: dueOn,
    phaseStartsOn: dueOn,
    phaseEndsOn: null,
    versionId: id,
    phaseId: id,
    phaseKey: id,
    phaseTitle: "",
    phaseWeeks: null,
    slug,
    title,
    libraryVersionId: null,
    instrumentVersionId,
    dose: null,
    note,
    painCeiling: 10,
    rangeLimit: "",
    supersetKey: null,
  };
  const version = { versionId: id, number: 1, title, effectiveOn: dueOn, publishedAt: sentAt, items: [item] };
  return { planId: id, startsOn: dueOn, endsOn: null, versions: [version] };
}
