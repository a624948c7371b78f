import { type AskedQuestion, askedQuestions } from "./asked-questions";
import type { ResponseRecord } from "./response-record";
import { itemsOf } from "./scales";

type Answered = Pick<ResponseRecord, "instrument" | "answers" | "names">;

/** Room for an activity that the person did not name is no question left out. */
export function isAsked(itemId: string, { instrument, names, answers }: Answered): boolean {
  const found = itemsOf(instrument).find(({ item }) => item.id === itemId);
  return found?.scale.kind !== "named" || names[itemId] !== undefined || isGiven(itemId, { answers });
}

/**
 * The questions of a response that were asked. A list to tick is one; room for an activity that nobody named is none once there are enough for a
 * score.
 */
export function countedQuestions(record: Answered): AskedQuestion[] {
  return askedQuestions(record.instrument).filter(({ id, subscale: { items, minimumAnswered } }) => {
    const isEnough = items.filter((item) => isGiven(item.id, record)).length >= minimumAnswered;
    return !isEnough || isAsked(id, record);
  });
}

/** How many questions of a response were answered, of how many that were asked. */
export function answeredQuestions(record: Answered): { answered: number; count: number } {
  const counted = countedQuestions(record);
  const answered = counted.filter(({ items }) => items.some(({ id }) => isGiven(id, record)));
  return { answered: answered.length, count: counted.length };
}

const isGiven = (itemId: string, { answers }: Pick<Answered, "answers">) => (answers[itemId] ?? null) !== null;
