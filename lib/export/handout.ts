import { addDays, type CalendarDay, daysBetween, formatDay } from "@/lib/core/calendar";
import type { Drawing } from "@/lib/movement/drawing";
import { doseInWords, scheduleInWords } from "@/lib/plans/dosage";
import { occurrences, type PlanTimeline, type ScheduledItem } from "@/lib/plans/schedule";
import type { Dose } from "@/lib/plans/schemas";
import { inTurnInWords, inTurnWith } from "@/lib/plans/supersets";

/** Days of the tick diary. */
export const DIARY_DAYS = 14;
/** More would not be read on paper. */
const MOST_CUES = 3;

/** How an exercise is shown: its figure where it starts and where it ends, or the clinic's own photo. */
export type HandoutPicture =
  | { kind: "figure"; start: Drawing; end: Drawing }
  | { kind: "photo"; mediaId: string; words: string };

/** A line of the plan's text with the words it hands out. */
export type HandoutLine = ScheduledItem & {
  title: string;
  dose: Dose | null;
  note: string;
  painCeiling: number;
  rangeLimit?: string;
  supersetKey?: string | null;
  cues: readonly string[];
  stopIf: readonly string[];
  picture: HandoutPicture | null;
  /** Time to read or to answer, in whole minutes; null when it is not known. */
  minutes: number | null;
};

export type HandoutExercise = {
  key: string;
  title: string;
  dose: string;
  schedule: string;
  /** "From 30 Mar 2026" or "Until 29 Mar 2026", for what does not last through the two weeks; null for the rest. */
  when: string | null;
  note: string;
  /** How far to move, and what it is done in turn with: a sentence each. */
  more: string[];
  cues: string[];
  stopIf: string[];
  /** Pain (NRS 0-10) above which the patient eases off. */
  painCeiling: number;
  picture: HandoutPicture | null;
};

/** Something to read or to answer; `on` is the day it falls due within the two weeks, null when on none of them. */
export type HandoutTask = { key: string; title: string; minutes: number | null; on: CalendarDay | null };

/** `boxes` holds, for each day of the diary, how many times the exercise is due. */
export type DiaryRow = { key: string; title: string; boxes: number[] };
export type Diary = { days: CalendarDay[]; rows: DiaryRow[] };

/** A plan on paper. */
export type Handout = {
  planId: string;
  planTitle: string;
  clinicName: string;
  patientName: string;
  /** The day it was made, where the patient is. */
  madeOn: CalendarDay;
  /** True for a text that is not published: it says so on each page. */
  isDraft: boolean;
  /** Where the code on the page leads: the patient's own plan, behind sign-in. */
  address: string;
  exercises: HandoutExercise[];
  toRead: HandoutTask[];
  toAnswer: HandoutTask[];
  /** Null when nothing falls due within the two weeks. */
  diary: Diary | null;
};

type Given = Omit<Handout, "exercises" | "toRead" | "toAnswer" | "diary"> & {
  /** First day of the diary. */
  from: CalendarDay;
  timeline: PlanTimeline;
  /** The text in force on that day, in its order. */
  lines: readonly HandoutLine[];
};

/**
 * The handout of one text of a plan: what its phases hold in the two weeks from `from`, and a diary with a box for each time an
 * exercise is due. When every phase is over, what the last one held, without a diary. @throws RangeError on a bad day.
 */
export function handoutOf({ from, timeline, lines, ...about }: Given): Handout {
  const to = addDays(from, DIARY_DAYS - 1);
  const shown = linesWithin(lines, from, to);
  const due = occurrences(timeline, from, to);
  const task = ({ key, title, minutes }: HandoutLine): HandoutTask => {
    const on = due.find((occurrence) => occurrence.key === key)?.dueOn ?? null;
    return { key, title, minutes, on };
  };
  return {
    ...about,
    exercises: shown.flatMap((line) => (line.dose ? [exerciseOf(line, line.dose, shown, from, to)] : [])),
    toRead: shown.filter(({ kind }) => kind === "article").map(task),
    toAnswer: shown.filter(({ kind }) => kind === "questionnaire").map(task),
    diary: diaryOf(shown, due, from),
  };
}

/** The lines whose phase has a day from `from` to `to`; when none has, those of the phase that ended last. */
function linesWithin(lines: readonly HandoutLine[], from: CalendarDay, to: CalendarDay): HandoutLine[] {
  const begun = lines.filter(({ phaseStartsOn }) => phaseStartsOn !== null && phaseStartsOn <= to);
  const within = begun.filter((line) => (line.phaseEndsOn ?? to) >= from);
  if (within.length > 0) return within;
  const last = lines
    .flatMap(({ phaseStartsOn }) => phaseStartsOn ?? [])
    .sort()
    .at(-1);
  return lines.filter((line) => line.phaseStartsOn === last);
}

function exerciseOf(
  line: HandoutLine,
  dose: Dose,
  shown: readonly HandoutLine[],
  from: CalendarDay,
  to: CalendarDay,
): HandoutExercise {
  const { key, title, note, painCeiling, picture, schedule } = line;
  return {
    key,
    title,
    dose: doseInWords(dose),
    schedule: scheduleInWords(schedule),
    when: whenInWords(line, from, to),
    note,
    more: moreOf(line, shown),
    cues: line.cues.slice(0, MOST_CUES),
    stopIf: [...line.stopIf],
    painCeiling,
    picture,
  };
}

function moreOf(line: HandoutLine, shown: readonly HandoutLine[]): string[] {
  const phase = shown.filter(({ phaseStartsOn }) => phaseStartsOn === line.phaseStartsOn);
  const turn = inTurnInWords((inTurnWith(phase).get(line.key) ?? []).map(({ title }) => title));
  return [line.rangeLimit ? `How far: ${line.rangeLimit}` : null, turn].filter((words) => words !== null);
}

function whenInWords(line: ScheduledItem, from: CalendarDay, to: CalendarDay): string | null {
  const { phaseStartsOn, phaseEndsOn } = line;
  if (phaseStartsOn !== null && phaseStartsOn > from) return `From ${formatDay(phaseStartsOn, "short")}`;
  return phaseEndsOn !== null && phaseEndsOn >= from && phaseEndsOn < to
    ? `Until ${formatDay(phaseEndsOn, "short")}`
    : null;
}

function diaryOf(
  lines: readonly HandoutLine[],
  due: readonly { key: string; dueOn: CalendarDay }[],
  from: CalendarDay,
): Diary | null {
  const rows = lines.flatMap(({ kind, key, title }) => {
    const boxes = Array.from({ length: DIARY_DAYS }, () => 0);
    for (const one of due) {
      const day = daysBetween(from, one.dueOn);
      if (one.key === key) boxes[day] = (boxes[day] ?? 0) + 1;
    }
    return kind === "exercise" && boxes.some((count) => count > 0) ? [{ key, title, boxes }] : [];
  });
  if (rows.length === 0) return null;
  return { days: Array.from({ length: DIARY_DAYS }, (_, ahead) => addDays(from, ahead)), rows };
}

/** What the file is called: plain letters, digits and hyphens, such as `exercises-pat-patient-2026-03-10.pdf`. */
export function handoutFileName({ patientName, madeOn, isDraft }: Handout): string {
  const name = patientName
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-+|-+$/g, "");
  return `${["exercises", name, isDraft ? "draft" : "", madeOn].filter(Boolean).join("-")}.pdf`;
}
