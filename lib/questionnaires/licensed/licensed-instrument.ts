import { type Flag, type Instrument, instrumentSchema } from "../instrument-schema";
import { PUBLISHED } from "../scoring/published";
import type { Structure, Variant } from "../scoring/structure";
import type { Direction } from "../vocabulary";
import type { LicensedWords, WordedList } from "./found-words";
import { type LicensedSlot, type SlotList, shownAs } from "./slot";

/** What a clinic says besides the words: its note of the licence, and what it may set otherwise than the slot has it. */
export type LicensedChoice = { reference: string; rule: string | null; recall?: string; title?: string };

/** What is said and done about an answer that has to be acted on, by the flag of the structure. */
const FLAGS: Readonly<Record<string, Pick<Flag, "level" | "advice" | "reason" | "source">>> = {
  "phq9-item9": {
    level: "same-day",
    advice:
      "Thank you for telling us. You do not have to carry this alone. If you might hurt yourself, or do not feel safe, call your local emergency number now or go to the nearest emergency department. Please also speak today with someone you trust, and call your clinic or your doctor. Nobody may read this straight away.",
    reason: "The ninth question of the PHQ-9 was answered above 0: a conversation today, whatever the score.",
    source: "PHQ-9: a positive ninth item is always reported, with or without a score",
  },
};

/**
 * A published instrument with a clinic's words, as an instrument the portal can ask: scored by the published rule it names. `rule` is one of
 * the slot's, or its default. Published figures stay with it where the rule gives the score they were measured on.
 * @throws Error on a rule the slot does not have; ZodError when `reference`, `title` or `recall` is empty or too long.
 */
export function licensedInstrument(slot: LicensedSlot, words: LicensedWords, choice: LicensedChoice): Instrument {
  const structure = PUBLISHED.get(slot.structureId);
  const variants = structure?.variants.filter(({ scale }) => scale === slot.scale) ?? [];
  const variant = variants.find(({ rule }) => rule === choice.rule);
  const [first] = variants;
  if (!structure || !variant || !first) throw new Error(`${slot.slug} has no rule ${choice.rule}`);
  const scale = words.lists[0]?.scale;
  const shown = shownAs(variant);
  return instrumentSchema.parse({
    slug: slot.slug,
    title: choice.title ?? slot.title,
    shortTitle: slot.shortTitle,
    notice: noticeOf(slot),
    recall: choice.recall ?? slot.recall,
    minutes: slot.minutes,
    scale,
    subscales: slot.lists.map((list) => {
      const worded = words.lists.find(({ id }) => id === list.id);
      if (!worded) throw new Error(`no words for ${list.id} of ${slot.slug}`);
      return subscaleOf(list, worded, variant, JSON.stringify(worded.scale) === JSON.stringify(scale));
    }),
    // The least number of answers is each part's own, by the rule that was chosen.
    missingRule: "guide",
    direction: structure.direction,
    licence: `${slot.licence.note} Words of ${slot.licence.holder}, brought in by the clinic.`,
    references: shown === shownAs(first) ? slot.references : [],
    itemDirection: itemDirectionOf(structure, variant),
    total: structure.whole?.of ?? "none",
    shown,
    flags: structure.flags?.map(({ id, list, item }) => ({ id, itemId: `${list}-${item}`, from: 1, ...adviceOf(id) })),
    published: { id: structure.id, scale: slot.scale, rule: choice.rule },
    licenceReference: choice.reference,
  } satisfies Record<keyof Omit<Instrument, "comparedWith">, unknown>);
}

function noticeOf({ shortTitle, licence }: LicensedSlot): string {
  return `This is the ${shortTitle}, a published questionnaire. Its words belong to ${licence.holder}. Your clinic put them in here and answers for its right to use them. You may leave out any question.`;
}

function subscaleOf({ id, title, meaning }: SlotList, worded: WordedList, variant: Variant, isShared: boolean) {
  const part = variant.parts.find(({ from, at }) => from === id && at === null);
  return {
    id,
    title,
    stem: worded.stem,
    meaning,
    items: worded.items.map((item, index) => ({ id: `${id}-${index + 1}`, ...item })),
    minimumAnswered: part?.needed ?? worded.items.length,
    ...(isShared ? {} : { scale: worded.scale }),
  };
}

/** Answers run as the score does, but where the score is turned round. */
function itemDirectionOf({ direction }: Structure, { parts }: Variant): Direction {
  if (!parts.some(({ formula }) => formula === "percent-reversed")) return direction;
  return direction === "higher-is-better" ? "lower-is-better" : "higher-is-better";
}

function adviceOf(id: string): Pick<Flag, "level" | "advice" | "reason" | "source"> {
  const known = FLAGS[id];
  if (!known) throw new Error(`nothing is said about the flag ${id}`);
  return known;
}
