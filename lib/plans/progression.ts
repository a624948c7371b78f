import { addDays, type CalendarDay, daysBetween, formatDay } from "@/lib/core/calendar";
import { canonicalJson } from "@/lib/core/canonical";
import {
  type DecisionEvidence,
  type DoneLog,
  isFresh,
  type KnownScore,
  type ProgressionLine,
  type ProgressionPlan,
  SESSIONS_RUNNING,
  type SuggestedChange,
  type Suggestion,
} from "./progression-facts";
import { phaseMet } from "./progression-phase";
import { isPausedOn } from "./schedule";
import type { DraftBody } from "./schemas";

/** Repetitions over the dose of the "2 for 2" rule. */
const EXTRA_REPETITIONS = 2;
/** Share of a load it is raised by, at least and at most. */
const [LEAST_RAISE, MOST_RAISE] = [0.02, 0.1];
/** The smallest step of a weight, in kilograms. Our own choice of what people have at home. */
const STEP_KG = 0.5;
/** The most a dose can hold. */
const [MOST_KG, MOST_REPETITIONS, MOST_WEEKS] = [300, 200, 104];

/**
 * What a clinician may think of changing in a plan on a day, each with what it rests on; none in a pause. Nothing here changes
 * anything.
 *
 * - "2 for 2": two or more repetitions over the dose in the last set, in two sessions running of one exercise and at one dose: a
 *   heavier load by 2-10 % in whole half kilograms (American College of Sports Medicine, position stand 2009, healthy adults: 2-10 % when
 *   one or two repetitions over the target are done). With no load, or no half kilogram in that range, two more repetitions: our
 *   own choice.
 * - All criteria of a phase met, with another phase after it: the next one, or the next one sooner.
 * - Pain above an exercise's ceiling in its last two sessions, or in a phase's last two days of practice, suppresses what rests on them.
 *
 * @throws RangeError on a bad day.
 */
export function suggestions(
  plan: ProgressionPlan,
  given: { logs: readonly DoneLog[]; scores: readonly KnownScore[]; today: CalendarDay },
): Suggestion[] {
  const { today } = given;
  if (isPausedOn(plan, today)) return [];
  const at = plan.phases.findIndex(
    ({ startsOn, endsOn }) => startsOn !== null && startsOn <= today && (endsOn === null || endsOn >= today),
  );
  const phase = plan.phases[at];
  if (!phase) return [];
  const logs = [...given.logs]
    .filter(({ dueOn }) => dueOn <= today)
    .sort((a, b) => daysBetween(b.dueOn, a.dueOn) || a.occasion - b.occasion);
  const doses = phase.lines.flatMap((line) => twoForTwo(line, logs, today) ?? []);
  const next = plan.phases[at + 1];
  const move = next ? phaseMet(phase, next, logs, given.scores, today) : null;
  return move ? [move, ...doses] : doses;
}

/** Those nobody has decided about. */
export function undecided(found: readonly Suggestion[], decided: ReadonlySet<string>): Suggestion[] {
  return found.filter(({ subject }) => !decided.has(subject));
}

/** The next load up: the least half kilogram that is 2-10 % more; null when there is none. Kilograms. */
export function raisedLoad(loadKg: number): number | null {
  if (loadKg <= 0) return null;
  const steps = Math.ceil((loadKg * (1 + LEAST_RAISE)) / STEP_KG - 1e-9);
  const to = steps * STEP_KG;
  return to <= loadKg * (1 + MOST_RAISE) + 1e-9 && to <= MOST_KG ? to : null;
}

function twoForTwo(line: ProgressionLine, logs: readonly DoneLog[], today: CalendarDay): Suggestion | null {
  const { repetitions, loadKg, sets } = line.dose;
  if (repetitions === null) return null;
  const last = logs.filter(({ itemKey }) => itemKey === line.key).slice(-SESSIONS_RUNNING);
  const latest = last.at(-1);
  if (!latest || last.length < SESSIONS_RUNNING || !isFresh(latest.dueOn, today)) return null;
  const isOver = last.every(
    ({ outcome, repetitionsDone, setsDone, loadKg: lifted, asked, painNrs }) =>
      outcome === "done" &&
      repetitionsDone !== null &&
      repetitionsDone >= repetitions + EXTRA_REPETITIONS &&
      (setsDone ?? sets) >= sets &&
      asked.repetitions === repetitions &&
      asked.loadKg === loadKg &&
      (lifted ?? loadKg ?? 0) >= (loadKg ?? 0) &&
      (painNrs === null || painNrs <= line.painCeiling),
  );
  if (!isOver) return null;
  const evidence = last.map(
    ({ dueOn, repetitionsDone, painNrs }) =>
      `${formatDay(dueOn, "short")}: ${repetitionsDone} repetitions in the last set, ${repetitions} asked for; ${
        painNrs === null ? "pain not answered" : `pain ${painNrs}`
      }`,
  );
  const subject = `two-for-two:${line.key}:${repetitions}:${loadKg ?? "none"}`;
  const heavier = loadKg === null ? null : raisedLoad(loadKg);
  if (loadKg !== null && heavier !== null) {
    const words = `${line.title}: ${heavier} kg in place of ${loadKg} kg`;
    return { subject, words, evidence, change: { kind: "load", itemKey: line.key, from: loadKg, to: heavier } };
  }
  const more = Math.min(repetitions + EXTRA_REPETITIONS, MOST_REPETITIONS);
  if (more === repetitions) return null;
  const words = `${line.title}: ${more} repetitions in place of ${repetitions}`;
  return { subject, words, evidence, change: { kind: "repetitions", itemKey: line.key, from: repetitions, to: more } };
}

/**
 * A suggested change with another value: kilograms, repetitions or weeks, as the suggestion has it. A plain sentence when a plan cannot
 * have that value, or has it already.
 */
export function changedTo(change: SuggestedChange, value: number): SuggestedChange | string {
  if (change.kind === "phase") {
    if (!Number.isInteger(value) || value < 1 || value > MOST_WEEKS) return `Whole weeks, from 1 to ${MOST_WEEKS}.`;
    return { ...change, weeks: value, nextOn: addDays(change.nextOn, 7 * (value - change.weeks)) };
  }
  const [most, unit] = change.kind === "load" ? [MOST_KG, "kg"] : [MOST_REPETITIONS, "repetitions"];
  const steps = change.kind === "load" ? value * 100 : value;
  const isWhole = Math.abs(steps - Math.round(steps)) < 1e-6;
  if (!isWhole || value <= 0 || value > most) {
    return change.kind === "load"
      ? `Kilograms above 0, up to ${most}, with at most two decimals.`
      : `Whole repetitions, from 1 to ${most}.`;
  }
  return value === change.from ? `The plan has ${value} ${unit} already.` : { ...change, to: value };
}

/** What was made of a suggestion, in words: the suggestion itself, unless another value took its place. @throws RangeError on a bad day. */
export function suggestionWords({ words, made }: DecisionEvidence): string {
  if (!made) return words;
  const what = words.slice(0, words.lastIndexOf(": "));
  if (made.kind === "phase") return `${what}: begin on ${formatDay(made.nextOn, "short")}`;
  const unit = made.kind === "load" ? "kg" : "repetitions";
  return `${what}: ${made.to} ${unit} in place of ${made.from}${made.kind === "load" ? " kg" : ""}`;
}

/** Whether a text has a suggested change in it. */
export function hasSuggestion(body: DraftBody, change: SuggestedChange): boolean {
  const after = withSuggestion(body, change);
  return after !== null && canonicalJson(after) === canonicalJson(body);
}

/** The text of a plan with a suggested change made; null when the text no longer has the place. */
export function withSuggestion(body: DraftBody, change: SuggestedChange): DraftBody | null {
  let isMade = false;
  const phases = body.phases.map((phase) => {
    if (change.kind === "phase") {
      if (phase.key !== change.phaseKey) return phase;
      isMade = true;
      return { ...phase, weeks: change.weeks };
    }
    const items = phase.items.map((item) => {
      if (item.key !== change.itemKey || item.dose === null) return item;
      isMade = true;
      const part = change.kind === "load" ? { loadKg: change.to } : { repetitions: change.to };
      return { ...item, dose: { ...item.dose, ...part } };
    });
    return { ...phase, items };
  });
  return isMade ? { ...body, phases } : null;
}
