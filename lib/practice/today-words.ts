import type { Today } from "./today";

const counted = (count: number, singular: string, plural = `${singular}s`) =>
  `${count} ${count === 1 ? singular : plural}`;

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** "About 25 minutes", "About 1 hour 10 minutes". Whole minutes; 0 gives "". */
export function aboutMinutes(minutes: number): string {
  if (minutes <= 0) return "";
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `About ${counted(rest, "minute")}`;
  return `About ${counted(hours, "hour")}${rest === 0 ? "" : ` ${counted(rest, "minute")}`}`;
}

/** "5 minutes"; null when it is not known. Whole minutes. */
export const minutesInWords = (minutes: number | null) => (minutes === null ? null : counted(minutes, "minute"));

/** "waiting for 2 days"; null on its own day. */
export const waitingInWords = (days: number) => (days === 0 ? null : `waiting for ${counted(days, "day")}`);

/** What is still to do, such as "4 exercises, 1 article and some questions. About 25 minutes."; "" when nothing is. */
export function remainingInWords({ exercises, reading, questions, minutesLeft }: Today): string {
  const open = exercises.filter((exercise) => exercise.state === "due").length;
  const parts = [
    open > 0 ? counted(open, "exercise") : null,
    reading.length > 0 ? counted(reading.length, "article") : null,
    questions.length > 0 ? "some questions" : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? "" : `${listed(parts)}. ${aboutMinutes(minutesLeft)}.`;
}

/** What was done today, told and not scored: "You did 4 exercises, did part of 1 and left out 1." */
export function doneInWords({ exercises, done }: Pick<Today, "exercises" | "done">): string {
  const count = (state: string) => exercises.filter((exercise) => exercise.state === state).length;
  const [all, partly, skipped] = [count("done"), count("partly"), count("skipped")];
  const read = done.filter((one) => one.what === "read").length;
  const sent = done.filter((one) => one.what === "sent").length;
  const parts = [
    all > 0 ? `did ${counted(all, "exercise")}` : null,
    partly > 0 ? `did part of ${all > 0 ? partly : counted(partly, "exercise")}` : null,
    skipped > 0 ? `left out ${all + partly > 0 ? skipped : counted(skipped, "exercise")}` : null,
    read > 0 ? `read ${counted(read, "article")}` : null,
    sent > 0 ? "answered your questions" : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? "" : `You ${listed(parts)}.`;
}

const ORDINALS = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth"] as const;

/** "First time", "7th time". Occasions of a day count from 1. */
export function occasionInWords(occasion: number): string {
  return `${ORDINALS[occasion - 1] ?? `${occasion}th`} time`;
}
