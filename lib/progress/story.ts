import { type CalendarDay, calendarDayOf, daysBetween } from "@/lib/core/calendar";
import type { DecidedSuggestion } from "@/lib/plans/progression-facts";
import { effectiveLogs } from "@/lib/practice/adherence";
import { bandForClinician } from "@/lib/questionnaires/band-words";
import { displayScore } from "@/lib/questionnaires/interpretation";
import { shownKept, wordsKept } from "@/lib/questionnaires/response-record";
import { reasonsOf, shownParts } from "@/lib/questionnaires/result";
import type { ResponseSource } from "@/lib/questionnaires/vocabulary";
import { type Course, type CourseInstrument, type CourseItem, type CourseResponse, itemsOf } from "./course";
import { decisionEvents } from "./decision-events";
import { planChangeList } from "./plan-changes";
import type { StoryEvent } from "./story-event";

/** What a patient wrote with a log, in their own words. */
export type PatientNote = { id: string; day: CalendarDay; exercise: string; painNrs: number | null; text: string };

/** Days without another report of high pain after which a flare-up counts as over. Our own choice. */
const FLARE_GAP_DAYS = 3;

/** Days of pain above what the plan allowed, taken together. Pain is NPRS 0-10. */
export type FlareUp = { from: CalendarDay; to: CalendarDay; days: number; worst: number; exercises: string[] };

/**
 * Flare-ups: runs of days on which pain during an exercise was above that exercise's ceiling, at most three days apart,
 * oldest first. The ceiling is the clinician's own for this person; that a run makes one flare-up is our convention, and
 * no diagnosis.
 */
export function flareUps(course: Pick<Course, "plans" | "logs">): FlareUp[] {
  const items = itemsOf(course);
  const high = effectiveLogs(course.logs)
    .flatMap(({ dueOn, painNrs, planItemId }) => {
      const item = items.get(planItemId);
      return item && painNrs !== null && painNrs > item.painCeiling ? [{ dueOn, painNrs, title: item.title }] : [];
    })
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const found: FlareUp[] = [];
  for (const { dueOn, painNrs, title } of high) {
    const last = found.at(-1);
    if (!last || daysBetween(last.to, dueOn) > FLARE_GAP_DAYS) {
      found.push({ from: dueOn, to: dueOn, days: 1, worst: painNrs, exercises: [title] });
      continue;
    }
    if (last.to !== dueOn) last.days += 1;
    last.to = dueOn;
    last.worst = Math.max(last.worst, painNrs);
    if (!last.exercises.includes(title)) last.exercises.push(title);
  }
  return found;
}

/**
 * The story of a course, newest first: decisions about suggestions, corrections, answers sent, flare-ups, reading, plans with their changes
 * and pauses.
 */
export function storyOf(course: Course, decisions: readonly DecidedSuggestion[] = []): StoryEvent[] {
  const items = itemsOf(course);
  return [
    ...decisionEvents(decisions, course),
    ...correctionEvents(course, items),
    ...answerEvents(course),
    ...flareEvents(course),
    ...readingEvents(course),
    ...planEvents(course),
  ].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

function planEvents(course: Course): StoryEvent[] {
  return planChangeList(course).map((entry): StoryEvent => {
    const { id, day, kind, title, words, version, by } = entry;
    if (kind === "pause" || kind === "resume") {
      const set = by === "patient" ? ["Set by the patient"] : by ? [`Set by ${by.name}`] : [];
      return { id, day, kind: "pause", title, lines: [...words, ...set] };
    }
    const name = kind === "version" ? `${title} (version ${version})` : title;
    const lines = kind === "version" && words.length === 0 ? ["Published again, with the same lines"] : words;
    return { id, day, kind: "plan", title: name, lines };
  });
}

function answerEvents(course: Course): StoryEvent[] {
  const instruments = new Map(course.instruments.map((instrument) => [instrument.versionId, instrument]));
  return effectiveLogs(course.responses).flatMap((response): StoryEvent[] => {
    const instrument = instruments.get(response.instrumentVersionId);
    if (!instrument) return [];
    return [
      {
        id: response.id,
        day: response.answeredOn,
        kind: "answers",
        title: `${instrument.shortTitle} ${SOURCE_WORDS[response.source]}`,
        lines: [
          ...reasonsOf(response.flags, instrument).map(({ reason }) => reason),
          ...scoreLines(response, instrument),
        ],
      },
    ];
  });
}

const SOURCE_WORDS: Record<ResponseSource, string> = {
  portal: "answered",
  paper: "answered on paper",
  import: "answered before (brought in)",
};

/** The scores of one response: a line for each range they have, the direction said. */
function scoreLines({ scores }: CourseResponse, instrument: CourseInstrument): string[] {
  const parts = shownParts(instrument).map((part) => {
    const { value, least, most } = shownKept(scores, part.id, instrument);
    const ends = { least, most };
    const band = scores.find(({ subscale }) => subscale === part.id)?.band ?? null;
    const number = value === null ? "not scored" : displayScore(value, ends);
    return {
      ...ends,
      said: `${part.title} ${number}`,
      band,
      words: wordsKept(scores, part, instrument),
      part,
    };
  });
  const direction = instrument.direction === "lower-is-better" ? "lower is better" : "higher is better";
  const worded = parts.flatMap(({ part, words }) => (words === null ? [] : [`${part.title}: ${words}`]));
  const numbers = parts.filter(({ words }) => words === null);
  const ranges = [...new Set(numbers.map(({ least, most }) => `${least} ${most}`))];
  return [
    ...worded,
    ...ranges.flatMap((range) => {
      const inRange = numbers.filter(({ least, most }) => `${least} ${most}` === range);
      const [first] = inRange;
      if (!first) return [];
      const of = first.least === 0 ? `of ${first.most}` : `from ${first.least} to ${first.most}`;
      const group = inRange.flatMap(({ band }) => (band === null ? [] : [`: ${bandForClinician(band)}`])).join("");
      return [`${inRange.map(({ said }) => said).join(", ")} ${of} (${direction})${group}`];
    }),
  ];
}

function flareEvents(course: Course): StoryEvent[] {
  return flareUps(course).map(({ from, days, worst, exercises }) => ({
    id: `flare-${from}`,
    day: from,
    kind: "flare-up",
    title: `Pain up to ${worst} of 10, above the ceiling`,
    lines: [`${days === 1 ? "On 1 day" : `On ${days} days`}: ${exercises.join(", ")}`],
  }));
}

function correctionEvents(course: Course, items: ReadonlyMap<string, CourseItem>): StoryEvent[] {
  return course.logs
    .filter((log) => log.correctsId !== null)
    .map((log) => ({
      id: log.id,
      day: calendarDayOf(log.receivedAt, course.timeZone),
      kind: "correction",
      title: `Corrected a log: ${items.get(log.planItemId)?.title ?? "an exercise"}`,
      lines: log.correctionReason ? [log.correctionReason] : [],
    }));
}

function readingEvents(course: Course): StoryEvent[] {
  return course.readings.map((reading) => ({
    id: `read-${reading.itemKey}-${reading.dueOn}`,
    day: calendarDayOf(reading.readAt, course.timeZone),
    kind: "reading",
    title: `Read: ${reading.title}`,
    lines: [],
  }));
}

/** The latest notes a patient wrote with logs that stand, newest first. */
export function latestNotes(course: Pick<Course, "plans" | "logs">, count: number): PatientNote[] {
  const items = itemsOf(course);
  return effectiveLogs(course.logs)
    .filter((log) => log.note !== "")
    .sort((a, b) => b.performedAt.getTime() - a.performedAt.getTime())
    .slice(0, count)
    .map(({ id, dueOn, planItemId, painNrs, note }) => ({
      id,
      day: dueOn,
      exercise: items.get(planItemId)?.title ?? "",
      painNrs,
      text: note,
    }));
}
