import type { LicensedSlot } from "@/lib/questionnaires/licensed/slot";

/** A published questionnaire in one line of a list. */
export type SlotLine = { slug: string; title: string; shortTitle: string; region: string; holder: string };

export function slotLine({ slug, title, shortTitle, region, licence }: LicensedSlot): SlotLine {
  return { slug, title, shortTitle, region, holder: licence.holder };
}

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Whether every word typed stands somewhere in the line, in any order; capitals, accents and hyphens do not matter. */
export function isSlotFoundBy({ title, shortTitle, region, holder }: SlotLine, search: string): boolean {
  const line = plain(`${title} ${shortTitle} ${region} ${holder}`);
  const whole = `${line} ${line.replaceAll("-", "")}`;
  return plain(search)
    .split(/\s+/)
    .every((word) => whole.includes(word));
}
