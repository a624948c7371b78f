import type { AskedInstrument, Item, Scale } from "./instrument-schema";
import { scaleOf } from "./scales";

type Asked = Pick<AskedInstrument, "scale" | "subscales">;

/** One question as a person answers it: a single item, or a whole list to tick. */
export type AskedQuestion<I extends Asked = Asked> = {
  /** That of its first item. */
  id: string;
  /** Its place in the whole questionnaire, from 1. */
  number: number;
  subscale: I["subscales"][number];
  scale: Scale;
  items: readonly Item[];
};

/** The questions of an instrument as they are asked, in order. */
export function askedQuestions<I extends Asked>(instrument: I): AskedQuestion<I>[] {
  return instrument.subscales
    .flatMap((subscale: I["subscales"][number]) => {
      const scale = scaleOf(instrument, subscale);
      const asked = scale.kind === "tick" ? [subscale.items] : subscale.items.map((item) => [item]);
      return asked.map((items) => ({ subscale, scale, items }));
    })
    .flatMap((question, index) => {
      const [first] = question.items;
      return first ? [{ ...question, id: first.id, number: index + 1 }] : [];
    });
}

/** How many questions a person is asked; a list to tick is one. */
export function questionCount(instrument: Asked): number {
  return askedQuestions(instrument).length;
}

/** How many of them are answered or declined; a list to tick only as a whole. */
export function reachedCount(instrument: Asked, isReached: (itemId: string) => boolean): number {
  return askedQuestions(instrument).filter(({ items }) => items.every(({ id }) => isReached(id))).length;
}
