import { type AskedQuestion, askedQuestions } from "@/lib/questionnaires/asked-questions";
import type { AskedInstrument, Subscale } from "@/lib/questionnaires/instrument-schema";

/** What is asked at once on a phone: one question, or a whole list to tick. */
export type Step = Omit<AskedQuestion, "subscale"> & { part: Subscale };

/** What is asked at once on a desktop: a part with all its questions. */
export type Section = { part: Subscale; steps: readonly Step[] };

/** The parts in order, each cut into what a phone asks at once. */
export function sectionsOf(instrument: Pick<AskedInstrument, "scale" | "subscales">): Section[] {
  const asked = askedQuestions(instrument);
  return instrument.subscales.map((part) => ({
    part,
    steps: asked.flatMap(({ subscale, ...step }) => (subscale === part ? [{ ...step, part }] : [])),
  }));
}

const holds = (step: Step, itemId: string) => step.items.some(({ id }) => id === itemId);

/** Where an item is asked; the beginning when there is no such item. */
export function stepIndexOf(steps: readonly Step[], itemId: string): number {
  return Math.max(
    0,
    steps.findIndex((step) => holds(step, itemId)),
  );
}

/** The section an item stands in; the first when there is no such item. */
export function sectionIndexOf(sections: readonly Section[], itemId: string): number {
  return Math.max(
    0,
    sections.findIndex(({ steps }) => steps.some((step) => holds(step, itemId))),
  );
}

/** The steps with an item neither answered nor declined. */
export function notReached(steps: readonly Step[], isReached: (itemId: string) => boolean): Step[] {
  return steps.filter(({ items }) => !items.every(({ id }) => isReached(id)));
}
