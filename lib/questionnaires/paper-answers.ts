import type { FieldErrors } from "@/lib/core/errors";
import type { Answers, Instrument, Names } from "./instrument-schema";
import { boundsOf, faultOf, itemsOf } from "./scales";

/** A whole set of answers, and what cannot be: by field, `answers.<item>` and `names.<item>`. */
export type WholeAnswers = { answers: Answers; names: Names; given: number; fieldErrors: FieldErrors };

/**
 * Answers from paper as they would be kept: every item of the questionnaire, null where nothing was given. Names are kept for activities
 * alone, with or without a number. An answer that is no number is one that cannot be.
 */
export function wholeAnswers(
  instrument: Pick<Instrument, "scale" | "subscales">,
  given: Answers,
  names: Names,
): WholeAnswers {
  const items = itemsOf(instrument);
  const known = new Set(items.map(({ item }) => item.id));
  const fieldErrors: FieldErrors = {};
  for (const id of Object.keys({ ...given, ...names })) {
    if (!known.has(id)) fieldErrors[`answers.${id}`] = "The questionnaire has no such question.";
  }
  const kept: Record<string, string> = {};
  const answers = items.map(({ item: { id }, scale }): [string, number | null] => {
    const value = Object.hasOwn(given, id) ? (given[id] ?? null) : null;
    const name = Object.hasOwn(names, id) ? names[id]?.trim() : undefined;
    const fault = value === null ? null : faultOf(scale, value);
    if (fault) {
      const { least, most } = boundsOf(scale);
      const kind = scale.kind === "vas" ? "a number" : "a whole number";
      fieldErrors[`answers.${id}`] = `Enter ${kind} from ${least} to ${most}.`;
    }
    if (name && scale.kind === "named") kept[id] = name;
    if (name && scale.kind !== "named") fieldErrors[`names.${id}`] = "This question has a name of its own.";
    if (!name && scale.kind === "named" && value !== null) fieldErrors[`names.${id}`] = "Name the activity.";
    return [id, value];
  });
  const count = answers.filter(([, value]) => value !== null).length;
  return { answers: Object.fromEntries(answers), names: kept, given: count, fieldErrors };
}
