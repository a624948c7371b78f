import { durationInWords } from "@/lib/plans/dosage";
import { OUTCOME_WORDS, type Outcome, SKIP_REASON_WORDS, type SkipReason } from "./vocabulary";

type Result = {
  outcome: Outcome;
  skipReason: SkipReason | null;
  setsDone: number | null;
  repetitionsDone: number | null;
  holdSecondsDone: number | null;
  loadKg: number | null;
};

const counted = (count: number, singular: string) => `${count} ${singular}${count === 1 ? "" : "s"}`;

/** What was done, such as "3 sets of 10 repetitions, hold 5 seconds"; "" when no amount was given. */
export function amountInWords(result: Result): string {
  const sets = result.setsDone === null ? null : counted(result.setsDone, "set");
  const repetitions = result.repetitionsDone === null ? null : counted(result.repetitionsDone, "repetition");
  return [
    sets && repetitions ? `${sets} of ${repetitions}` : (sets ?? repetitions),
    result.holdSecondsDone === null ? null : `hold ${durationInWords(result.holdSecondsDone)}`,
    result.loadKg === null || result.loadKg === 0 ? null : `with ${result.loadKg} kg`,
  ]
    .filter((part) => part !== null)
    .join(", ");
}

/** "Done: 3 sets of 10 repetitions", "Not done: too tired". */
export function resultInWords(result: Result): string {
  const { outcome, skipReason } = result;
  const detail =
    outcome === "skipped" && skipReason ? lowerFirst(SKIP_REASON_WORDS[skipReason]) : amountInWords(result);
  return detail ? `${OUTCOME_WORDS[outcome]}: ${detail}` : OUTCOME_WORDS[outcome];
}

/** "Pain 3 of 10, effort 5 of 10"; what was not answered is said to be so. */
export function feelingInWords({ painNrs, effortRpe }: { painNrs: number | null; effortRpe: number | null }): string {
  const say = (name: string, value: number | null) =>
    value === null ? `${name} not answered` : `${name} ${value} of 10`;
  return `${say("Pain", painNrs)}, ${say("effort", effortRpe)}`;
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
