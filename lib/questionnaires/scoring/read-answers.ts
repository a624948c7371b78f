import { InvalidAnswerError } from "../scoring";
import type { AnswerList, AnswerScale } from "./structure";

/** Answers by list, in item order; null is not answered. */
export type ReadAnswers = ReadonlyMap<string, readonly (number | null)[]>;

/**
 * Reads answers from outside against the lists of an instrument.
 * @throws InvalidAnswerError on a list that is not there or of the wrong length, and on an answer its scale does not have.
 */
export function readAnswers(lists: readonly AnswerList[], answers: Readonly<Record<string, unknown>>): ReadAnswers {
  return new Map(
    lists.map((list) => [list.id, readList(list, Object.hasOwn(answers, list.id) ? answers[list.id] : undefined)]),
  );
}

function readList(list: AnswerList, given: unknown): (number | null)[] {
  if (list.single) {
    if (given === undefined) throw new InvalidAnswerError(list.id, null, null, "a number or null is expected");
    return [readAnswer(list, given, 1)];
  }
  if (!Array.isArray(given)) {
    throw new InvalidAnswerError(list.id, null, null, `a list of ${lengthInWords(list)} answers is expected`);
  }
  if (given.length < list.fewest || given.length > list.most) {
    const found = `${given.length} ${given.length === 1 ? "answer" : "answers"}`;
    throw new InvalidAnswerError(list.id, null, null, `${found} found, ${lengthInWords(list)} expected`);
  }
  return given.map((answer: unknown, index) => readAnswer(list, answer, index + 1));
}

function lengthInWords({ fewest, most }: AnswerList): string {
  if (fewest === most) return `${fewest}`;
  return Number.isFinite(most) ? `${fewest} to ${most}` : `${fewest} or more`;
}

function readAnswer({ id, scale }: AnswerList, answer: unknown, item: number): number | null {
  if (answer === null) return null;
  if (scale.severalMarks === "highest" && Array.isArray(answer) && answer.length > 0) {
    return answer
      .map((mark: unknown) => readMark(id, scale, mark, item))
      .reduce((highest, mark) => Math.max(highest, mark));
  }
  return readMark(id, scale, answer, item);
}

function readMark(list: string, scale: AnswerScale, mark: unknown, item: number): number {
  const refuse = (reason: string) => new InvalidAnswerError(list, item, null, reason);
  if (scale.kind === "tick" || scale.kind === "tick-or-number") {
    if (typeof mark === "boolean") return Number(mark);
    if (scale.kind === "tick") throw refuse("not true, false or null");
  }
  if (typeof mark !== "number" || Number.isNaN(mark)) throw refuse("not a number");
  if (mark < scale.least || mark > scale.most) throw refuse(`not on the scale, ${scale.least} to ${scale.most}`);
  if (scale.kind !== "continuous" && !Number.isInteger(mark)) throw refuse("not a whole number");
  return mark;
}
