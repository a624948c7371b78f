import type { CalendarDay } from "@/lib/core/calendar";
import { effectiveLogs } from "@/lib/practice/adherence";
import {
  interpretChange,
  interpretScore,
  referenceInWords,
  type ShownScore,
} from "@/lib/questionnaires/interpretation";
import { samePart } from "@/lib/questionnaires/response-record";
import { shownScore } from "@/lib/questionnaires/scoring";
import type { Direction } from "@/lib/questionnaires/vocabulary";
import type { Course, CourseInstrument, CourseResponse } from "./course";

/** One part of a questionnaire, now and at first, 0-100 as people see it, in a sentence that says the direction. */
export type PartChange = {
  id: string;
  title: string;
  first: number | null;
  now: number | null;
  /** Points of 0-100, negative when worse; null when there is nothing to compare. */
  improvement: number | null;
  sentence: string;
  /** Published figures of the licensed instrument, each marked as not shown to hold for ours. */
  references: string[];
};

/** All answers to one questionnaire. Points are oldest first; values 0-100 in its direction, not rounded. */
export type ScoreSeries = {
  slug: string;
  title: string;
  direction: Direction;
  points: { day: CalendarDay; scores: Record<string, number | null> }[];
  subscales: { id: string; title: string }[];
  changes: PartChange[];
  firstOn: CalendarDay;
  latestOn: CalendarDay;
};

type Answered = { response: CourseResponse; instrument: CourseInstrument };

/** The answers that stand, one series a questionnaire, the one answered last first. Total scores are left out. */
export function scoreSeries(course: Pick<Course, "responses" | "instruments">): ScoreSeries[] {
  const instruments = new Map(course.instruments.map((instrument) => [instrument.versionId, instrument]));
  const bySlug = new Map<string, Answered[]>();
  const standing = effectiveLogs(course.responses).sort((a, b) => a.submittedAt.getTime() - b.submittedAt.getTime());
  for (const response of standing) {
    const instrument = instruments.get(response.instrumentVersionId);
    if (!instrument) continue;
    const answered = bySlug.get(instrument.slug) ?? [];
    answered.push({ response, instrument });
    bySlug.set(instrument.slug, answered);
  }
  return [...bySlug.values()].flatMap(seriesOf).sort((a, b) => (a.latestOn < b.latestOn ? 1 : -1));
}

function seriesOf(answered: readonly Answered[]): ScoreSeries[] {
  const first = answered[0];
  const latest = answered.at(-1);
  if (!first || !latest) return [];
  const { slug, title, direction, subscales, references } = latest.instrument;
  const changes = subscales.map((part): PartChange => {
    const now = shownPart(latest, part, latest.instrument);
    const before = answered.length > 1 ? shownPart(first, part, latest.instrument) : null;
    const change = interpretChange({ title: part.title, now, first: before, direction });
    return {
      id: part.id,
      title: part.title,
      first: before?.value ?? null,
      now: now.value,
      improvement: change.improvement,
      sentence: before === null ? interpretScore(part.title, now, direction) : change.sentence,
      references: references.filter((reference) => reference.subscale === part.id).map(referenceInWords),
    };
  });
  return [
    {
      slug,
      title,
      direction,
      subscales: subscales.map(({ id, title: name }) => ({ id, title: name })),
      points: answered.map((one) => ({
        day: one.response.submittedOn,
        scores: Object.fromEntries(subscales.map((part) => [part.id, shownPart(one, part, latest.instrument).value])),
      })),
      changes,
      firstOn: first.response.submittedOn,
      latestOn: latest.response.submittedOn,
    },
  ];
}

/** A part's score as the latest version shows it; none when this version asked for that part in another way. */
function shownPart(
  { response, instrument }: Answered,
  part: CourseInstrument["subscales"][number],
  latest: CourseInstrument,
): ShownScore {
  if (!samePart(part, latest, instrument))
    return { value: null, reason: "these questions were asked in another way then" };
  const kept = response.scores.find((score) => score.subscale === part.id);
  return kept
    ? { value: shownScore(kept.worst100, latest.direction), reason: kept.reason }
    : { value: null, reason: null };
}
