import { addDays, type CalendarDay } from "@/lib/core/calendar";
import type {
  Course,
  CourseInstrument,
  CourseItem,
  CourseLog,
  CoursePlan,
  CourseResponse,
  CourseVersion,
} from "@/lib/progress/course";
import { INDEX } from "../questionnaires/instrument";

/** A Monday. */
export const START: CalendarDay = "2025-03-03";
export const on = (number: number): CalendarDay => addDays(START, number - 1);
const noon = (day: CalendarDay) => new Date(`${day}T12:00:00Z`);

export function line(over: Partial<CourseItem> & { key: string }): CourseItem {
  return {
    id: `${over.key}-row`,
    kind: "exercise",
    schedule: { kind: "weekly", weekdays: [1, 2, 3, 4, 5, 6, 7], timesPerDay: 1 },
    anchorOn: START,
    phaseStartsOn: START,
    phaseEndsOn: null,
    slug: over.key,
    title: over.key,
    phaseKey: "one",
    phaseTitle: "One",
    dose: { sets: 3, repetitions: 10, holdSeconds: null, restSeconds: 0, loadKg: null, tempo: null, side: "none" },
    note: "",
    painCeiling: 5,
    ...over,
  };
}

export const questions = (over: Partial<CourseItem> = {}): CourseItem =>
  line({ key: "questions", kind: "questionnaire", dose: null, schedule: { kind: "every-weeks", weeks: 4 }, ...over });

export function version(number: number, effectiveOn: CalendarDay, items: readonly CourseItem[]): CourseVersion {
  return { versionId: `v${number}`, number, title: "Plan", effectiveOn, publishedAt: noon(effectiveOn), items };
}

export function plan(versions: readonly CourseVersion[], over: Partial<CoursePlan> = {}): CoursePlan {
  return { planId: "plan", startsOn: versions[0]?.effectiveOn ?? START, endsOn: null, versions, ...over };
}

let serial = 0;
export function log(day: CalendarDay, over: Partial<CourseLog> = {}): CourseLog {
  return {
    id: `log-${++serial}`,
    correctsId: null,
    correctionReason: null,
    planItemId: "bridge-row",
    itemKey: "bridge",
    dueOn: day,
    occasion: 1,
    outcome: "done",
    setsDone: null,
    painNrs: null,
    note: "",
    performedAt: noon(day),
    receivedAt: noon(day),
    ...over,
  };
}

export const instrument = (over: Partial<CourseInstrument> = {}): CourseInstrument => ({
  ...INDEX,
  versionId: "index-1",
  slug: "index",
  title: "The index",
  shortTitle: "Index",
  notice: "",
  recall: "",
  minutes: 5,
  direction: "lower-is-better",
  licence: "",
  references: [],
  ...over,
});

export function response(
  day: CalendarDay,
  worst100: Record<string, number | null>,
  over: Partial<CourseResponse> = {},
): CourseResponse {
  return {
    id: `response-${++serial}`,
    correctsId: null,
    instrumentVersionId: "index-1",
    itemKey: "questions",
    dueOn: day,
    submittedOn: day,
    submittedAt: noon(day),
    scores: Object.entries(worst100).map(([subscale, value]) => ({
      subscale,
      worst100: value,
      reason: value === null ? "too few" : null,
    })),
    ...over,
  };
}

export const course = (over: Partial<Course> = {}): Course => ({
  today: on(29),
  timeZone: "Europe/London",
  plans: [plan([version(1, START, [line({ key: "bridge" }), questions()])])],
  logs: [],
  readings: [],
  responses: [],
  instruments: [instrument()],
  ...over,
});
