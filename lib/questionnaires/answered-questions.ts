import { askedQuestions } from "./asked-questions";
import type { ResponseRecord } from "./response-record";
import { isAsked } from "./result";

/**
 * How many questions of a response were answered, of how many that were asked. A list to tick is one; room for an activity that nobody named is
 * none once there are enough for a score.
 */
export function answeredQuestions(record: Pick<ResponseRecord, "instrument" | "answers" | "names">): {
  answered: number;
  count: number;
} {
  const isGiven = (id: string) => (record.answers[id] ?? null) !== null;
  const asked = askedQuestions(record.instrument).filter(({ id, subscale: { items, minimumAnswered } }) => {
    const isEnough = items.filter((item) => isGiven(item.id)).length >= minimumAnswered;
    return !isEnough || isAsked(id, record);
  });
  const answered = asked.filter(({ items }) => items.some(({ id }) => isGiven(id)));
  return { answered: answered.length, count: asked.length };
}
