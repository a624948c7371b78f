import { addDays, type CalendarDay, daysBetween, isoWeekday } from "@/lib/core/calendar";
import type { Direction } from "@/lib/questionnaires/vocabulary";

/** One pain answer, NPRS 0-10; null when it was asked and not answered. A day may have several. */
export type PainPoint = { day: CalendarDay; pain: number | null };

/** A week from Monday. `mean` is null when nothing was answered. */
export type PainWeek = { startsOn: CalendarDay; mean: number | null; answered: number };

const meanOf = (sum: number, count: number) => (count === 0 ? null : sum / count);

/** Mean pain of each week (0-10, not rounded), from the week of the first point to that of the last, gaps included. */
export function painTrend(points: readonly PainPoint[]): PainWeek[] {
  const weeks = new Map<CalendarDay, { sum: number; answered: number }>();
  for (const { day, pain } of points) {
    const monday = addDays(day, 1 - isoWeekday(day));
    const week = weeks.get(monday) ?? { sum: 0, answered: 0 };
    weeks.set(monday, pain === null ? week : { sum: week.sum + pain, answered: week.answered + 1 });
  }
  const mondays = [...weeks.keys()].sort();
  const [first, last] = [mondays[0], mondays.at(-1)];
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: daysBetween(first, last) / 7 + 1 }, (_, index) => {
    const startsOn = addDays(first, 7 * index);
    const { sum, answered } = weeks.get(startsOn) ?? { sum: 0, answered: 0 };
    return { startsOn, mean: meanOf(sum, answered), answered };
  });
}

/**
 * Rise in mean pain, in points of the NPRS 0-10, that a clinician should hear of. Two points is the least change that
 * matters to people with low back pain (consensus figure, 2 points or 30 %, Ostelo 2008). It was measured on improvement and
 * in that group; we borrow its size for a rise and for other regions, as a prompt to look and not as a diagnosis.
 */
const PAIN_RISE_POINTS = 2;
/** The last days looked at, today included, and the days before them that they are held against. Our own choice. */
const RECENT_PAIN_DAYS = 7;
const EARLIER_PAIN_DAYS = 14;
/** Fewest answers each side needs before the means are compared. Our own choice. */
export const LEAST_PAIN_ANSWERS = 3;

/** Means are 0-10, not rounded; null with no answer at all. `rose` is false when either side has too few answers. */
export type PainRise = { rose: boolean; recent: number | null; before: number | null };

/**
 * Whether pain rose: the mean of the last 7 days is at least 2 points above the mean of the 14 days before them, with at
 * least 3 answers on each side. Silence is no pain answer, and answers after `today` are left out.
 */
export function painRose(points: readonly PainPoint[], today: CalendarDay): PainRise {
  const recent = { sum: 0, count: 0 };
  const before = { sum: 0, count: 0 };
  for (const { day, pain } of points) {
    const age = daysBetween(day, today);
    if (pain === null || age < 0 || age >= RECENT_PAIN_DAYS + EARLIER_PAIN_DAYS) continue;
    const side = age < RECENT_PAIN_DAYS ? recent : before;
    side.sum += pain;
    side.count += 1;
  }
  const enough = recent.count >= LEAST_PAIN_ANSWERS && before.count >= LEAST_PAIN_ANSWERS;
  // Compared over the common denominator: a mean of thirds must not miss the threshold by a rounding error.
  const scaledRise = recent.sum * before.count - before.sum * recent.count;
  const rose = enough && scaledRise >= PAIN_RISE_POINTS * recent.count * before.count;
  return { rose, recent: meanOf(recent.sum, recent.count), before: meanOf(before.sum, before.count) };
}

/** A subscale's score as people see it, 0-100 in the instrument's direction; null when it could not be scored. */
type TitledScore = { title: string; value: number | null };

/**
 * Change of a 0-100 score below which we say "about the same". A cautious round figure of ours, not a validated threshold of
 * our questions; published ones for the licensed instrument with this structure lie near it (9.3 to 10.0 of 100, knee and hip
 * osteoarthritis, Ehrich 2000).
 */
const NOTABLE_SCORE_CHANGE = 10;

export type IsItWorking = {
  firstScores: readonly TitledScore[];
  /** Scores of the latest answers; null when there are only the first ones, or none. */
  latestScores: readonly TitledScore[] | null;
  direction: Direction;
  /** Mean pain (0-10) of the first and of the latest week with answers; null without two such weeks. */
  pain: { first: number; latest: number } | null;
  /** True when pain rose in the last week by the rule of painRose(). */
  painRose: boolean;
  /** Share of prescribed practice done, 0 to 1; null when nothing was prescribed. */
  adherence: number | null;
};

export type Verdict = "too-early" | "better" | "mixed" | "same" | "worse";

/**
 * "Is it working?" in one sentence that claims no more than was measured: what is better, worse and about the same since
 * the start, and how much was practised. It does not say that one caused the other.
 */
export function answerIsItWorking(facts: IsItWorking): { verdict: Verdict; sentence: string } {
  const { better, worse, same } = sortChanges(facts);
  const practice = facts.adherence === null ? "" : `; ${Math.round(facts.adherence * 100)}% of the exercises were done`;
  // What is better than at the start may have turned since: a rise in the last week is always said.
  const turned = facts.painRose && !worse.includes(PAIN) ? " Pain has gone up in the last week." : "";
  if (better.length + worse.length + same.length === 0) {
    return {
      verdict: "too-early",
      sentence: `It is too early to say: there is nothing yet to compare with the start${practice}.${turned}`,
    };
  }
  const parts = [phrase(better, "better"), phrase(worse, "worse"), phrase(same, "about the same")].filter(
    (part) => part !== null,
  );
  const verdict = verdictOf(better.length, worse.length);
  const shown = turned === "" ? verdict : TURNED[verdict];
  return { verdict: shown, sentence: `${OPENINGS[verdict]}${clauses(parts)}${practice}.${turned}` };
}

const PAIN = "pain during exercise";
const TURNED: Record<Verdict, Verdict> = {
  "too-early": "too-early",
  better: "mixed",
  mixed: "mixed",
  same: "worse",
  worse: "worse",
};

const OPENINGS: Record<Verdict, string> = {
  "too-early": "",
  better: "It looks better than at the start: ",
  mixed: "Some things are better and some are worse than at the start: ",
  same: "Not much has changed since the start: ",
  worse: "It looks worse than at the start, so it is worth talking about: ",
};

function verdictOf(better: number, worse: number): Verdict {
  if (better > 0 && worse > 0) return "mixed";
  if (better > 0) return "better";
  return worse > 0 ? "worse" : "same";
}

type Changes = { better: string[]; worse: string[]; same: string[] };

function sortChanges({ firstScores, latestScores, direction, pain }: IsItWorking): Changes {
  const changes: Changes = { better: [], worse: [], same: [] };
  const sort = (name: string, gain: number, notable: number) => {
    // To nine places, so that a gain of exactly the notable size counts whatever the arithmetic did to its last digit.
    const scaled = Math.round(gain * 1e9);
    const threshold = notable * 1e9;
    if (scaled >= threshold) changes.better.push(name);
    else if (scaled <= -threshold) changes.worse.push(name);
    else changes.same.push(name);
  };
  for (const { title, value } of latestScores ?? []) {
    const first = firstScores.find((score) => score.title === title)?.value ?? null;
    if (value === null || first === null) continue;
    sort(title.toLowerCase(), direction === "lower-is-better" ? first - value : value - first, NOTABLE_SCORE_CHANGE);
  }
  if (pain) sort(PAIN, pain.first - pain.latest, PAIN_RISE_POINTS);
  return changes;
}

function phrase(names: readonly string[], words: string): string | null {
  if (names.length === 0) return null;
  return `${enumerate(names)} ${names.length === 1 ? "is" : "are"} ${words}`;
}

function enumerate(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

/** Clauses that hold an "and" of their own: a comma before the last one keeps them apart. */
function clauses(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")}, and ${last}`;
}
