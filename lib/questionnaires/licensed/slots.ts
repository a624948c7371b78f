import { PUBLISHED } from "../scoring/published";
import { BACK_SLOTS } from "./back";
import { GENERAL_SLOTS } from "./general";
import { KNEE_AND_HIP_SLOTS } from "./knee-and-hip";
import { type LicensedSlot, slotsOf } from "./slot";

/**
 * The published instruments a clinic may bring in the words of, by region. Items, scales and rules are those of the structures that are
 * scored; the recall periods other than those of the WOMAC, KOOS and HOOS are background knowledge. None of the words is here.
 */
export const LICENSED_SLOTS: readonly LicensedSlot[] = [...KNEE_AND_HIP_SLOTS, ...BACK_SLOTS, ...GENERAL_SLOTS].flatMap(
  (facts) => {
    const structure = PUBLISHED.get(facts.structureId);
    if (!structure) throw new Error(`no published instrument ${facts.structureId}`);
    return slotsOf(facts, structure);
  },
);

/** The slot of a slug; undefined where there is none. */
export function licensedSlot(slug: string): LicensedSlot | undefined {
  return LICENSED_SLOTS.find((slot) => slot.slug === slug);
}
