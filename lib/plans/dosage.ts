import type { Dose, Schedule } from "./schemas";
import type { DoseSide } from "./vocabulary";

/** Time one repetition takes when no tempo is given, in seconds. Our own round figure, used for estimates only. */
export const DEFAULT_REPETITION_SECONDS = 3;

/** Time to read the next exercise and get into place, in seconds. Our own round figure, used for estimates only. */
export const CHANGEOVER_SECONDS = 30;

const SIDE_WORDS: Record<DoseSide, string | null> = {
  none: null,
  left: "on the left side",
  right: "on the right side",
  both: "on each side",
  alternating: "swapping sides each time",
};

const DAY_WORDS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** "1 set", "3 sets". Counts are whole numbers or decimals; only exactly 1 is singular. */
function counted(count: number, singular: string): string {
  return `${count} ${singular}${count === 1 ? "" : "s"}`;
}

/** Seconds in words: "45 seconds", "2 minutes", "1 minute 30 seconds". Up to 90 stays in seconds, but 60 is a minute. */
export function durationInWords(seconds: number): string {
  if (seconds !== 60 && seconds <= 90) return counted(seconds, "second");
  const rest = seconds % 60;
  const minutes = counted(Math.floor(seconds / 60), "minute");
  return rest === 0 ? minutes : `${minutes} ${counted(rest, "second")}`;
}

/** "1", "1 and 2", "1, 2 and 3". */
function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

/** Seconds to lower, pause and lift, from "3-1-2"; null without a tempo. */
function tempoParts(tempo: string | null): [lower: number, pause: number, lift: number] | null {
  if (tempo === null) return null;
  const [lower, pause, lift] = tempo.split("-").map(Number);
  return [lower ?? 0, pause ?? 0, lift ?? 0];
}

function tempoInWords(tempo: string): string {
  const [lower, pause, lift] = tempoParts(tempo) ?? [0, 0, 0];
  return [`lower for ${lower}`, pause > 0 ? `pause for ${pause}` : null, `lift for ${counted(lift, "second")}`]
    .filter((part) => part !== null)
    .join(", ");
}

/**
 * A dose in plain words, such as "3 sets of 10 repetitions on each side, hold 5 seconds, rest 30 seconds". A rest with
 * nothing to follow it is left out.
 */
export function doseInWords(dose: Dose): string {
  const work =
    dose.repetitions === null
      ? `${counted(dose.sets, "hold")} of ${durationInWords(dose.holdSeconds ?? 0)}`
      : `${counted(dose.sets, "set")} of ${counted(dose.repetitions, "repetition")}`;
  const side = SIDE_WORDS[dose.side];
  const hold = dose.repetitions !== null && dose.holdSeconds !== null ? dose.holdSeconds : null;
  return [
    side === null ? work : `${work} ${side}`,
    resistanceInWords(dose),
    dose.tempo === null ? null : tempoInWords(dose.tempo),
    hold === null ? null : `hold ${durationInWords(hold)}`,
    dose.restSeconds > 0 && bouts(dose) > 1 ? `rest ${durationInWords(dose.restSeconds)}` : null,
  ]
    .filter((part) => part !== null)
    .join(", ");
}

/** "with 2.5 kg and a green band"; null for a dose with neither. */
function resistanceInWords({ loadKg, bandColour }: Dose): string | null {
  const load = loadKg === null || loadKg === 0 ? null : `${loadKg} kg`;
  const band = bandColour ? `a ${bandColour} band` : null;
  const both = [load, band].filter((part) => part !== null);
  return both.length === 0 ? null : `with ${listed(both)}`;
}

/**
 * "Every day", "Monday to Friday, twice a day", "Once, on day 8", "Every 4 weeks, open for 7 days", "At the end of the plan". Days
 * count from the start of the phase.
 */
export function scheduleInWords(schedule: Schedule): string {
  switch (schedule.kind) {
    case "once":
      return `Once, ${schedule.day === 1 ? "at the start" : `on day ${schedule.day}`}${windowInWords(schedule)}`;
    case "every-weeks":
      return `${everyInWords(schedule.weeks, "week")}${windowInWords(schedule)}`;
    case "weekly":
      return `${weekdaysInWords(schedule.weekdays)}${timesInWords(schedule.timesPerDay)}`;
    case "every-days":
      return `${everyInWords(schedule.days, "day")}${timesInWords(schedule.timesPerDay)}${windowInWords(schedule)}`;
    case "at-end":
      return `At the end of the plan${windowInWords(schedule)}`;
    case "as-needed":
      return "As needed";
  }
}

const everyInWords = (count: number, unit: string) => (count === 1 ? `Every ${unit}` : `Every ${count} ${unit}s`);

const windowInWords = ({ windowDays }: { windowDays?: number | null }) =>
  typeof windowDays === "number" ? `, open for ${counted(windowDays, "day")}` : "";

function weekdaysInWords(weekdays: readonly number[]): string {
  const days = [...new Set(weekdays)].sort((a, b) => a - b);
  if (days.length === 7) return "Every day";
  const names = days.map((day) => DAY_WORDS[day - 1] ?? "");
  const first = days[0] ?? 0;
  const isRun = days.length >= 3 && days.every((day, index) => day === first + index);
  return isRun ? `${names[0]} to ${names.at(-1)}` : listed(names);
}

function timesInWords(times: number): string {
  if (times === 1) return "";
  return times === 2 ? ", twice a day" : `, ${times} times a day`;
}

/** Sets actually done: `both` does all of them on each side. */
function bouts(dose: Dose): number {
  return dose.side === "both" ? dose.sets * 2 : dose.sets;
}

/**
 * About how long a dose takes, in seconds. Assumes: a repetition lasts its tempo, or 3 s without one, and its hold; a dose
 * without repetitions is held once a set; `both` doubles the sets, `alternating` does not; rest comes between sets and not
 * after the last one.
 */
export function estimateSeconds(dose: Dose): number {
  const hold = dose.holdSeconds ?? 0;
  const tempo = (tempoParts(dose.tempo) ?? []).reduce((sum, part) => sum + part, 0);
  const repetition = (tempo > 0 ? tempo : DEFAULT_REPETITION_SECONDS) + hold;
  const set = dose.repetitions === null ? hold : dose.repetitions * repetition;
  return bouts(dose) * set + (bouts(dose) - 1) * dose.restSeconds;
}

/** About how long a row of exercises takes, in whole minutes, rounded up; 30 s to change over for each. 0 for none. */
export function estimateMinutes(doses: readonly Dose[]): number {
  const seconds = doses.reduce((sum, dose) => sum + estimateSeconds(dose) + CHANGEOVER_SECONDS, 0);
  return Math.ceil(seconds / 60);
}

/** What differs between two doses, a phrase each, such as "4 sets (was 3)". Empty when they are the same. */
export function doseChanges(before: Dose, after: Dose): string[] {
  const { sets, repetitions, holdSeconds, restSeconds, loadKg, tempo, side } = before;
  const [band, bandNow] = [before.bandColour ?? null, after.bandColour ?? null];
  const orNone = (amount: number | null, words: (amount: number) => string) => (amount === null ? null : words(amount));
  return [
    changed("sets", counted(after.sets, "set"), `${sets}`, sets === after.sets),
    changed(
      "repetitions",
      orNone(after.repetitions, (count) => counted(count, "repetition")),
      orNone(repetitions, String),
      repetitions === after.repetitions,
    ),
    changed(
      "hold",
      orNone(after.holdSeconds, (seconds) => `hold ${durationInWords(seconds)}`),
      orNone(holdSeconds, durationInWords),
      holdSeconds === after.holdSeconds,
    ),
    changed(
      "rest",
      after.restSeconds === 0 ? null : `rest ${durationInWords(after.restSeconds)}`,
      restSeconds === 0 ? null : durationInWords(restSeconds),
      restSeconds === after.restSeconds,
    ),
    changed(
      "load",
      orNone(after.loadKg, (kg) => `${kg} kg`),
      orNone(loadKg, (kg) => `${kg} kg`),
      loadKg === after.loadKg,
    ),
    changed("band", bandNow && `${bandNow} band`, band && `${band} band`, band === bandNow),
    changed("tempo", after.tempo === null ? null : `tempo ${after.tempo}`, tempo, tempo === after.tempo),
    changed("side", SIDE_WORDS[after.side], SIDE_WORDS[side], side === after.side),
  ].filter((change) => change !== null);
}

function changed(what: string, now: string | null, was: string | null, same: boolean): string | null {
  return same ? null : `${now ?? `no ${what}`} (was ${was ?? "none"})`;
}
