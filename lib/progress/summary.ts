import { addDays, type CalendarDay, formatDay } from "@/lib/core/calendar";
import { type Adherence, adherence, type PracticeDay, practiceDays } from "@/lib/practice/adherence";
import { countedLogs } from "@/lib/practice/counted-logs";
import {
  type Course,
  courseOccurrences,
  courseStart,
  mondayOf,
  nextQuestionsOn,
  painPoints,
  standingLogs,
} from "./course";
import { answerIsItWorking, type IsItWorking, type Verdict } from "./is-it-working";
import { painInWords } from "./person-words";
import { type PlanChangeEntry, planChangeList, planMarks } from "./plan-changes";
import { type ScoreSeries, scoreSeries } from "./score-series";
import { LEAST_PAIN_ANSWERS, type PainRise, type PainWeek, painRose, painTrend } from "./trend";

/** Most weeks the strip of days shows. Our own choice of what fits a page. */
const STRIP_WEEKS = 12;
/** Days of "the last two weeks", today included. */
export const RECENT_PRACTICE_DAYS = 14;

/** Days of practice. `planned` counts days that asked for something and are over, `practised` those with something done. */
export type DaysSummary = { days: PracticeDay[]; planned: number; practised: number; sentence: string | null };

export type PainSummary = {
  weeks: PainWeek[];
  /** Means (0-10) of the first and the latest week with at least 3 answers, and their Mondays; null without two such weeks. */
  change: { first: number; latest: number; firstOn: CalendarDay; latestOn: CalendarDay } | null;
  rise: PainRise;
  sentence: string | null;
};

export type ProgressSummary = {
  today: CalendarDay;
  /** First day of the first plan; null before any was published. */
  startsOn: CalendarDay | null;
  hasBegun: boolean;
  answer: { verdict: Verdict; sentence: string };
  scores: ScoreSeries[];
  pain: PainSummary;
  days: DaysSummary;
  /** The last 14 days, and everything since the start. */
  recent: Adherence;
  whole: Adherence;
  marks: { day: CalendarDay; label: string }[];
  changes: PlanChangeEntry[];
  nextQuestionsOn: CalendarDay | null;
};

/** Everything the pictures of progress are drawn from, for the person themselves and for their clinician alike. */
export function summarise(course: Course): ProgressSummary {
  const { today } = course;
  const startsOn = courseStart(course);
  const hasBegun = startsOn !== null && startsOn <= today;
  const scores = scoreSeries(course);
  const pain = painSummary(course);
  const whole = practiceSince(course, startsOn ?? today);
  return {
    today,
    startsOn,
    hasBegun,
    answer: answerIsItWorking({
      questionnaires: scores.map(gainsOf),
      said: saidIn(scores),
      pain: pain.change,
      painRose: pain.rise.rose,
      adherence: whole.share,
    }),
    scores,
    pain,
    days: daysSummary(course),
    recent: practiceSince(course, addDays(today, 1 - RECENT_PRACTICE_DAYS)),
    whole,
    marks: planMarks(course),
    changes: planChangeList(course),
    nextQuestionsOn: nextQuestionsOn(course),
  };
}

function gainsOf({ shortTitle, changes }: ScoreSeries): IsItWorking["questionnaires"][number] {
  const parts = changes.flatMap(({ id, title, improvement: gain, notable }) =>
    gain === null ? [] : [{ id, title, gain, notable }],
  );
  return { shortTitle, parts };
}

function saidIn(scores: readonly ScoreSeries[]): IsItWorking["said"] {
  const asked = scores.find(({ said }) => said !== null);
  return asked?.said ? { ...asked.said, on: formatDay(asked.latestOn, "short") } : null;
}

/** How much of what was prescribed from a day up to today was done. */
export function practiceSince(course: Pick<Course, "plans" | "logs" | "today">, from: CalendarDay): Adherence {
  const { plans, today } = course;
  if (from > today) return adherence([], [], { from: today, to: today, today });
  const logs = countedLogs(plans, standingLogs(course));
  return adherence(courseOccurrences(plans, from, today), logs, { from, to: today, today });
}

/** The days from the start, at most 12 weeks back, to the end of this week. No day before the start is shown. */
export function daysSummary(course: Pick<Course, "plans" | "logs" | "today">): DaysSummary {
  const { plans, today } = course;
  const startsOn = courseStart(course);
  if (startsOn === null || startsOn > today) return { days: [], planned: 0, practised: 0, sentence: null };
  const earliest = addDays(mondayOf(today), -7 * (STRIP_WEEKS - 1));
  const isCut = startsOn < earliest;
  const from = isCut ? earliest : startsOn;
  const to = addDays(mondayOf(today), 6);
  const days = practiceDays(courseOccurrences(plans, from, to), standingLogs(course), { from, to, today });
  const over = days.filter((day) => day.day <= today && day.prescribed > 0 && day.state !== "ahead");
  const practised = over.filter((day) => day.state === "done" || day.state === "partly").length;
  return { days, planned: over.length, practised, sentence: daysInWords(practised, over.length, isCut) };
}

function daysInWords(practised: number, planned: number, isCut: boolean): string | null {
  if (planned === 0) return null;
  const since = isCut ? ` in the last ${STRIP_WEEKS} weeks` : "";
  return `You practised on ${practised} of ${planned} planned ${planned === 1 ? "day" : "days"}${since}.`;
}

function painSummary(course: Pick<Course, "logs" | "today">): PainSummary {
  const points = painPoints(course);
  const weeks = painTrend(points);
  const change = changeOf(weeks);
  return {
    weeks: weeks.some((week) => week.answered > 0) ? weeks : [],
    change,
    rise: painRose(points, course.today),
    sentence: painSentence(change),
  };
}

function changeOf(weeks: readonly PainWeek[]): PainSummary["change"] {
  const enough = weeks.flatMap(({ startsOn, mean, answered }) =>
    mean !== null && answered >= LEAST_PAIN_ANSWERS ? [{ startsOn, mean }] : [],
  );
  const [first, latest] = [enough[0], enough.at(-1)];
  if (!first || !latest || first === latest) return null;
  return { first: first.mean, latest: latest.mean, firstOn: first.startsOn, latestOn: latest.startsOn };
}

function painSentence(change: PainSummary["change"]): string | null {
  if (change === null) return null;
  const [first, latest] = [painInWords(change.first), painInWords(change.latest)];
  const [firstOn, latestOn] = [formatDay(change.firstOn, "short"), formatDay(change.latestOn, "short")];
  const now = `Pain averaged ${latest} of 10 in the week from ${latestOn}`;
  if (first === latest) return `${now}, the same as in the week from ${firstOn}.`;
  return `${now}. In the week from ${firstOn} it was ${first}.`;
}
