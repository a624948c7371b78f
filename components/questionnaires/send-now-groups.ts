import type { InstrumentListed } from "@/lib/questionnaires/queries/instruments";

type Named = Pick<InstrumentListed, "title" | "shortTitle">;

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Whether every word typed stands in a questionnaire's name, in any order; capitals and accents do not matter. */
export function isFoundBy({ title, shortTitle }: Named, search: string): boolean {
  const name = plain(`${title} ${shortTitle}`);
  return plain(search)
    .split(/\s+/)
    .every((word) => name.includes(word));
}

/** Questionnaires by where their words come from, in their order; a group with none is left out. */
export function groupedInstruments<I extends Pick<InstrumentListed, "origin">>(
  instruments: readonly I[],
): { title: string; list: I[] }[] {
  const of = (origin: InstrumentListed["origin"]) => instruments.filter((one) => one.origin === origin);
  return [
    { title: "Plumbline’s own", list: of("shipped") },
    { title: "Licensed by your clinic", list: of("licensed") },
  ].filter(({ list }) => list.length > 0);
}

/** "24 questions, about 8 minutes" */
export function sizeInWords({ count, minutes }: Pick<InstrumentListed, "count" | "minutes">): string {
  const questions = count === 1 ? "1 question" : `${count} questions`;
  return `${questions}, about ${minutes === 1 ? "1 minute" : `${minutes} minutes`}`;
}
