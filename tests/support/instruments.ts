import fc from "fast-check";
import type { Answers, Instrument, Scale } from "@/lib/questionnaires/instrument-schema";
import type { LicensedWords } from "@/lib/questionnaires/licensed/found-words";
import { licensedInstrument } from "@/lib/questionnaires/licensed/licensed-instrument";
import type { LicensedSlot, SlotAnswers } from "@/lib/questionnaires/licensed/slot";
import { LICENSED_SLOTS } from "@/lib/questionnaires/licensed/slots";
import { boundsOf, itemsOf } from "@/lib/questionnaires/scales";
import { shippedContent } from "./content";

/** The instruments that ship. */
export const shippedInstruments: readonly Instrument[] = shippedContent.instruments;

export function shipped(slug: string): Instrument {
  const found = shippedInstruments.find((instrument) => instrument.slug === slug);
  if (!found) throw new Error(`${slug} is not shipped`);
  return found;
}

/** A published instrument with made-up words, by the rule that is named or its first. */
export function licensed(slug: string, rule?: string): Instrument {
  const slot = LICENSED_SLOTS.find((one) => one.slug === slug);
  if (!slot) throw new Error(`there is no slot ${slug}`);
  return licensedInstrument(slot, wordsFor(slot), { reference: "Test licence 1", rule: rule ?? slot.defaultRule });
}

/** Every published instrument with made-up words, by each of its rules. */
export const everyLicensed: readonly (readonly [name: string, instrument: Instrument])[] = LICENSED_SLOTS.flatMap(
  (slot) => {
    const rules = slot.rules.length > 0 ? slot.rules.map(({ id }) => id) : [undefined];
    return rules.map((rule) => [[slot.slug, rule ?? ""].join(" ").trim(), licensed(slot.slug, rule)] as const);
  },
);

function wordsFor(slot: LicensedSlot): LicensedWords {
  return {
    lists: slot.lists.map(({ id, most, answers }) => ({
      id,
      stem: "",
      scale: scaleFor(answers),
      items: Array.from({ length: most }, (_, index) => ({ text: `Made-up question ${index + 1} of ${id}` })),
    })),
  };
}

function scaleFor(answers: SlotAnswers): Scale {
  const ends = { lowLabel: "Least", highLabel: "Most" };
  switch (answers.kind) {
    case "likert":
      return { kind: "likert", options: answers.values.map((value) => ({ value, label: `Step ${value}` })) };
    case "tick":
      return { kind: "tick", none: "None of these" };
    case "named":
      return { kind: "named", least: answers.least, most: answers.most, prompt: "Name an activity", ...ends };
    default:
      return { kind: answers.kind, least: answers.least, most: answers.most, ...ends };
  }
}

/** Any answers an instrument takes; some are not given. */
export function anyAnswersTo(instrument: Instrument): fc.Arbitrary<Answers> {
  const items = itemsOf(instrument).map(({ item: { id }, scale }) => {
    const { least, most } = boundsOf(scale);
    return [id, fc.oneof({ weight: 8, arbitrary: fc.integer({ min: least, max: most }) }, fc.constant(null))] as const;
  });
  return fc.record(Object.fromEntries(items));
}

/** One answer to every item of each part; null leaves a part unanswered, and so does leaving it out. */
export function evenAnswers(instrument: Instrument, values: Record<string, number | null>): Answers {
  return Object.fromEntries(
    instrument.subscales.flatMap(({ id, items }) => items.map((item) => [item.id, values[id] ?? null])),
  );
}
