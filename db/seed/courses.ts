import type { Dose } from "@/lib/plans/schemas";
import type { Outcome, SkipReason } from "@/lib/practice/vocabulary";
import { noteFor } from "./notes";
import { oneOf, type Random, randomFrom, spread } from "./random";

/** How a made-up course of treatment goes. */
export const COURSE_KINDS = [
  "improving",
  "plateau",
  "flare-up",
  "pain-rising",
  "silent",
  "late-answers",
  "finished",
  "invited",
  "brand-new",
  "no-plan",
] as const;
type CourseKind = (typeof COURSE_KINDS)[number];

/** Pain during exercise, 0-10, and a questionnaire's score, 0-100 with 100 = worst. Neither is rounded. */
export type Feeling = { pain: number; score: number };

/** A day of a course: 0 is the plan's first day; `daysAgo` counts back from the last day of the story. */
export type CourseDay = { day: number; daysAgo: number };

/** What the days of a course depend on. The same subject gives the same days for ever. */
export type Subject = Readonly<{
  slug: string;
  course: CourseKind;
  start: Feeling;
  keenness: number;
  stoppedDaysAgo?: number;
  gaps?: { sitting: number; subscale: string; count: number };
  /** Days in seven on which the knee gave way when the plan began; left out when it does not give way. */
  unsteadyDays?: number;
  /** An exercise that has become easy: in the last days they do so many repetitions more in its last set. */
  outgrows?: { slug: string; extra: number; daysAgo: number };
  /** A warning sign they say yes to, once. */
  warning?: { sitting: number; itemId: string };
}>;

export type DueExercise = { slug: string; dose: Dose };

/** What somebody says they did, as the practice room takes it. */
export type Practised = {
  outcome: Outcome;
  skipReason: SkipReason | null;
  setsDone: number | null;
  repetitionsDone: number | null;
  holdSecondsDone: number | null;
  loadKg: number | null;
  painNrs: number | null;
  effortRpe: number | null;
  note: string;
};

/** The week of a flare-up, counted from the start, and how wide its bump is, in weeks. */
const FLARE_WEEK = 6.5;
const FLARE_WIDTH = 0.75;
/** Pain of "pain-rising" climbs in the last days, today included: the days the worklist compares with those before. */
const RISING_DAYS = 7;

const easing = (week: number, pace: number) => 1 - Math.exp(-Math.max(0, week) / pace);

function towards(start: Feeling, share: number, most: { pain: number; score: number }): Feeling {
  return { pain: start.pain * (1 - most.pain * share), score: start.score * (1 - most.score * share) };
}

/** How somebody feels on a day, before the ups and downs of single days. */
export function feelingOn({ course, start }: Pick<Subject, "course" | "start">, { day, daysAgo }: CourseDay): Feeling {
  const week = day / 7;
  const usual = towards(start, easing(week, 4.5), { pain: 0.74, score: 0.52 });
  switch (course) {
    case "plateau": {
      const share = easing(week, 1.5);
      return { pain: start.pain - 0.6 * share + 0.25 * Math.sin(week * 1.7), score: start.score - 5 * share };
    }
    case "flare-up": {
      const bump = Math.exp(-(((week - FLARE_WEEK) / FLARE_WIDTH) ** 2));
      return { pain: usual.pain + 3.6 * bump, score: usual.score + 16 * bump };
    }
    case "pain-rising": {
      if (daysAgo >= RISING_DAYS) return usual;
      return { pain: usual.pain + 3.2 + 0.15 * (RISING_DAYS - daysAgo), score: usual.score + 14 };
    }
    case "finished":
      return towards(start, easing(week, 4), { pain: 0.82, score: 0.66 });
    default:
      return usual;
  }
}

/** The nearest whole number that can be an answer. */
export const within = (value: number, least: number, most: number) =>
  Math.min(most, Math.max(least, Math.round(value)));

/** A lasting leaning of one person towards one thing, about -1 to 1. */
export const leaning = (subject: Subject, thing: string) => spread(randomFrom(`${subject.slug}/${thing}`)) / 2;

/** Share of quiet days on which the person still says why. */
const SAYS_WHY = 0.3;
const LIFE_REASONS = ["no-time", "no-time", "tired", "tired", "unwell", "away", "other"] as const;

/**
 * What somebody reports of the exercises due on a day, one entry each and in their order; nothing for a day without a word.
 * Unanswered pain or effort is null.
 */
export function practiceOn(subject: Subject, at: CourseDay, due: readonly DueExercise[]): Practised[] {
  if (due.length === 0 || hasStopped(subject, at)) return [];
  const random = randomFrom(`${subject.slug}/day ${at.day}`);
  const feeling = feelingOn(subject, at);
  const isKeen = due.some((exercise) => isOutgrown(subject, at, exercise));
  if (random() > keennessOn(subject, at) && !isKeen) {
    if (random() > SAYS_WHY) return [];
    const reason = feeling.pain > 5.5 && random() < 0.6 ? "pain" : oneOf(random, LIFE_REASONS);
    return due.map(() => skipped(reason, null, ""));
  }
  const today = feeling.pain + 0.5 * spread(random);
  return due.map((exercise) => {
    const felt = today + 0.6 * leaning(subject, exercise.slug) + 0.5 * spread(random);
    const told = oneExercise(random, within(felt, 0, 10), exercise.dose);
    return isOutgrown(subject, at, exercise) ? outgrown(told, exercise.dose, subject.outgrows?.extra ?? 0) : told;
  });
}

function isOutgrown({ outgrows }: Subject, { daysAgo }: CourseDay, { slug }: DueExercise): boolean {
  return outgrows?.slug === slug && daysAgo <= outgrows.daysAgo;
}

/** All of it and more, with little pain. */
function outgrown(told: Practised, dose: Dose, extra: number): Practised {
  const { sets: setsDone, repetitions, holdSeconds: holdSecondsDone, loadKg } = dose;
  const repetitionsDone = repetitions === null ? null : repetitions + extra;
  const done = { outcome: "done" as const, skipReason: null, setsDone, repetitionsDone, holdSecondsDone, loadKg };
  return { ...told, ...done, painNrs: Math.min(told.painNrs ?? 1, 2) };
}

function hasStopped({ course, stoppedDaysAgo }: Subject, { daysAgo }: CourseDay): boolean {
  if (course === "invited" || course === "brand-new" || course === "no-plan") return true;
  return stoppedDaysAgo !== undefined && daysAgo < stoppedDaysAgo;
}

/** Whoever is about to stop does less and less; nobody stops short on the day that is their last. */
function keennessOn({ keenness, stoppedDaysAgo }: Subject, { daysAgo }: CourseDay): number {
  if (stoppedDaysAgo === undefined) return keenness;
  if (daysAgo < stoppedDaysAgo + 3) return 1;
  return daysAgo < stoppedDaysAgo + 14 ? keenness * 0.7 : keenness;
}

function skipped(reason: SkipReason, painNrs: number | null, note: string): Practised {
  const nothing = { setsDone: null, repetitionsDone: null, holdSecondsDone: null, loadKg: null, effortRpe: null };
  return { outcome: "skipped", skipReason: reason, ...nothing, painNrs, note };
}

function oneExercise(random: Random, pain: number, dose: Dose): Practised {
  const note = noteFor(random, pain);
  const painNrs = random() < 0.06 ? null : pain;
  const luck = random();
  if (luck < 0.03) return skipped(oneOf(random, ["no-time", "tired", "unsure-how", "no-equipment"]), null, note);
  if (pain >= 7 && luck < 0.4) return skipped("pain", pain, note);
  const isPartly = luck < 0.1 || (pain >= 6 && luck < 0.5);
  const lessOf = (amount: number | null) => (amount === null ? null : Math.max(1, Math.round(amount * 0.7)));
  return {
    outcome: isPartly ? "partly" : "done",
    skipReason: null,
    setsDone: isPartly ? Math.max(1, dose.sets - 1) : dose.sets,
    repetitionsDone: isPartly ? lessOf(dose.repetitions) : dose.repetitions,
    holdSecondsDone: isPartly ? lessOf(dose.holdSeconds) : dose.holdSeconds,
    loadKg: dose.loadKg,
    painNrs,
    effortRpe: random() < 0.1 ? null : within(4.5 + 0.3 * pain + 0.8 * spread(random), 0, 10),
    note,
  };
}
