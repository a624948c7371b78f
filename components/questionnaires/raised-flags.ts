import type { AskedInstrument } from "@/lib/questionnaires/instrument-schema";
import { FLAG_LEVELS, type FlagLevel } from "@/lib/questionnaires/vocabulary";

/** What an answer asks the person to do at once. */
export type RaisedFlag = { id: string; itemId: string; level: FlagLevel; advice: string };

type Given = Readonly<Record<string, { value: number | null } | undefined>>;

/** The flags that the answers raise, most urgent first. An answer not given raises none. */
export function raisedFlags({ flags = [] }: Pick<AskedInstrument, "flags">, given: Given): RaisedFlag[] {
  return flags
    .filter(({ itemId, from }) => (given[itemId]?.value ?? Number.NEGATIVE_INFINITY) >= from)
    .map(({ id, itemId, level, advice }) => ({ id, itemId, level, advice }))
    .sort((a, b) => FLAG_LEVELS.indexOf(a.level) - FLAG_LEVELS.indexOf(b.level));
}
