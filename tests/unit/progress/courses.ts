import { addDays, type CalendarDay } from "@/lib/core/calendar";
import type {
  Course,
  CourseInstrument,
  CourseItem,
  CourseLog,
  CoursePlan,
  CourseResponse,
  CourseScore,
  CourseVersion,
} from "@/lib/progress/course";
import { shipped } from "@/tests/support/instruments";
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
    phaseWeeks: null,
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

/** A questionnaire that ships, as a version that was answered; its slug is its version. */
export const shippedAs = (slug: string): CourseInstrument => ({ ...shipped(slug), versionId: slug });

/** A score of 0-100 as it is kept. */
const kept = (subscale: string, worst100: number | null): CourseScore => ({
  subscale,
  raw: worst100,
  rawMin: 0,
  rawMax: 100,
  worst100,
  reason: worst100 === null ? "too few" : null,
  band: null,
});

/** Scores on the scale of their answers, from `least` to `most`. */
export const keptRaw = (subscale: string, raw: number, [least, most]: readonly [number, number]): CourseScore => ({
  ...kept(subscale, ((raw - least) * 100) / (most - least)),
  raw,
  rawMin: least,
  rawMax: most,
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
    answeredOn: day,
    submittedAt: noon(day),
    source: "portal",
    names: {},
    flags: [],
    scores: Object.entries(worst100).map(([subscale, value]) => kept(subscale, value)),
    ...over,
  };
}

export const course = (over: Partial<Course> = {}): Course => ({
  today: on(29),
  timeZone: "Europe/London",
  plans: [plan([version(1, START, [line({ key: "bridge" }), questions()])])],
  pauses: [],
  requests: [],
  logs: [],
  readings: [],
  responses: [],
  instruments: [instrument()],
  ...over,
});
