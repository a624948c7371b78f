import type { ResponseDetail } from "./response-detail";

type Grouped = Pick<ResponseDetail, "instrumentId" | "title" | "isCorrected" | "flags" | "reviewed">;

/** The answers to one questionnaire: those to read now, and those before. `title` is the newest one's. */
export type AnswerGroup<R> = { instrumentId: string; title: string; open: R[]; folded: R[] };

/**
 * Responses by questionnaire, in the order they come in, the newest first. Of each the newest that stands is open, and any with answers to
 * act on that nobody has seen.
 */
export function answersByInstrument<R extends Grouped>(responses: readonly R[]): AnswerGroup<R>[] {
  const groups = new Map<string, AnswerGroup<R>>();
  for (const response of responses) {
    const { instrumentId, title } = response;
    const group = groups.get(instrumentId) ?? { instrumentId, title, open: [], folded: [] };
    groups.set(instrumentId, group);
    const isNewest = !response.isCorrected && group.open.every(({ isCorrected }) => isCorrected);
    const isUrgent = response.flags.length > 0 && response.reviewed === null;
    (isNewest || isUrgent ? group.open : group.folded).push(response);
  }
  return [...groups.values()];
}
