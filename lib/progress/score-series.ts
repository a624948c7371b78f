import type { CalendarDay } from "@/lib/core/calendar";
import { effectiveLogs } from "@/lib/practice/adherence";
import { baselineOf, whyNotCompared } from "@/lib/questionnaires/comparable";
import { interpretChange } from "@/lib/questionnaires/interpretation";
import { shownKept, wordsKept } from "@/lib/questionnaires/response-record";
import { bandsOf, type ChangeBand, shownParts } from "@/lib/questionnaires/result";
import type { ScoredPart } from "@/lib/questionnaires/scored-parts";
import type { Direction } from "@/lib/questionnaires/vocabulary";
import type { Course, CourseInstrument, CourseResponse } from "./course";
import { notableChange } from "./is-it-working";
import { type ScorePicture, scorePictures } from "./score-pictures";

/** One part of a questionnaire, now and at first, as people see it, in a sentence that says the direction. */
export type PartChange = {
  id: string;
  title: string;
  /** The ends of the scale that `first` and `now` lie on. */
  least: number;
  most: number;
  first: number | null;
  now: number | null;
  /** Points of the scale, negative when worse; null when there is nothing to compare. */
  improvement: number | null;
  /** Points of the scale from which a change is said to be one. */
  notable: number;
  sentence: string;
  /** The published word for the score, where there is one. */
  band: string | null;
  /** Published figures in words; those of another instrument are marked as not shown to hold for this one. */
  references: string[];
  bands: ChangeBand[];
};

/** The answer to a question that itself asks what changed; `gain` is above 0 for better and below 0 for worse. */
export type SaidChange = { words: string; gain: number };

/** All answers to one questionnaire. Points are oldest first; values in its direction, not rounded, null where there is no score. */
export type ScoreSeries = {
  slug: string;
  title: string;
  shortTitle: string;
  direction: Direction;
  points: { day: CalendarDay; scores: Record<string, number | null> }[];
  pictures: ScorePicture[];
  changes: PartChange[];
  said: SaidChange | null;
  /** Whether the words are a licensed instrument's own. */
  isLicensed: boolean;
  firstOn: CalendarDay;
  latestOn: CalendarDay;
};

type Answered = {
  response: CourseResponse;
  instrument: CourseInstrument;
  names: CourseResponse["names"];
  answeredOn: CalendarDay;
};

/**
 * The answers that stand, one series a questionnaire, the one answered last first. A questionnaire without scores has none, and scores that
 * only add up the parts are left out.
 */
export function scoreSeries(course: Pick<Course, "responses" | "instruments">): ScoreSeries[] {
  const instruments = new Map(course.instruments.map((instrument) => [instrument.versionId, instrument]));
  const bySlug = new Map<string, Answered[]>();
  for (const response of effectiveLogs(course.responses).sort(byDay)) {
    const instrument = instruments.get(response.instrumentVersionId);
    if (!instrument) continue;
    const answered = bySlug.get(instrument.slug) ?? [];
    answered.push({ response, instrument, names: response.names, answeredOn: response.answeredOn });
    bySlug.set(instrument.slug, answered);
  }
  return [...bySlug.values()].flatMap(seriesOf).sort((a, b) => b.latestOn.localeCompare(a.latestOn));
}

/** By the day the answers speak of; those of one day in the order they were sent. */
function byDay(a: CourseResponse, b: CourseResponse): number {
  return a.answeredOn.localeCompare(b.answeredOn) || a.submittedAt.getTime() - b.submittedAt.getTime();
}

function seriesOf(answered: readonly Answered[]): ScoreSeries[] {
  const first = answered[0];
  const latest = answered.at(-1);
  if (!first || !latest) return [];
  const { instrument } = latest;
  const parts = shownParts(instrument);
  if (parts.length === 0) return [];
  const earlier = instrument.comparedWith === "nothing" ? [] : answered.slice(0, -1);
  const changes = parts.map((part) => partChange(part, latest, earlier));
  return [
    {
      slug: instrument.slug,
      title: instrument.title,
      shortTitle: instrument.shortTitle,
      direction: instrument.direction,
      points: answered.map((one) => ({
        day: one.response.answeredOn,
        scores: Object.fromEntries(parts.map((part) => [part.id, pointOf(one, part, latest)])),
      })),
      pictures: scorePictures(instrument, parts, changes),
      changes,
      said: instrument.comparedWith === "nothing" ? saidOf(parts, latest) : null,
      isLicensed: instrument.published !== undefined,
      firstOn: first.response.answeredOn,
      latestOn: latest.response.answeredOn,
    },
  ];
}

function partChange(part: ScoredPart, latest: Answered, earlier: readonly Answered[]): PartChange {
  const { instrument, response } = latest;
  const now = shownKept(response.scores, part.id, instrument);
  const { first, why } = baselineOf(part, latest, earlier);
  const before = first && shownKept(first.response.scores, part.id, first.instrument);
  const isOwn = instrument.published !== undefined;
  const references = instrument.references.filter(({ subscale }) => subscale === part.id);
  const { direction } = instrument;
  const change = interpretChange({ title: part.title, now, first: before, direction, references, areOwn: isOwn });
  const words = wordsKept(response.scores, part, instrument);
  const bands = bandsOf(references, isOwn);
  return {
    id: part.id,
    title: part.title,
    least: now.least,
    most: now.most,
    first: before?.value ?? null,
    now: now.value,
    improvement: change.improvement,
    notable: notableChange(now, bands),
    sentence: words === null ? [change.sentence, why ?? []].flat().join(" ") : `${part.title}: ${words}.`,
    band: response.scores.find(({ subscale }) => subscale === part.id)?.band ?? null,
    references: change.referenceLines,
    bands,
  };
}

/** A part's score; none when it was asked in another way than in the latest answers, or of other activities. */
function pointOf(one: Answered, part: ScoredPart, latest: Answered): number | null {
  if (whyNotCompared(part, latest, one) !== null) return null;
  return shownKept(one.response.scores, part.id, one.instrument).value;
}

/** What the latest answer says of the change; null where the answers have no middle that means none. */
function saidOf(parts: readonly ScoredPart[], { response, instrument }: Answered): SaidChange | null {
  const [part] = parts;
  const kept = response.scores.find(({ subscale }) => subscale === part?.id);
  if (!part || !kept || kept.raw === null || kept.rawMin >= 0 || kept.rawMax <= 0) return null;
  const words = wordsKept(response.scores, part, instrument);
  if (words === null) return null;
  return { words, gain: instrument.itemDirection === "higher-is-better" ? kept.raw : -kept.raw };
}
