import { type CalendarDay, calendarDayOf } from "@/lib/core/calendar";
import { actionWords } from "./action-words";

export type Look = { seq: number; at: Date; action: string; actorId: string | null; actorName: string };

/** What one person did with a record on one day, said once: the times and the different things, newest first. */
export type LookedDay = { key: string; day: CalendarDay; actorName: string; at: Date; words: string[] };

/** Gathers entries, newest first, by person and by calendar day in the zone. One visit leaves several entries. */
export function gatherLooks(looks: readonly Look[], timeZone: string): LookedDay[] {
  const days = new Map<string, LookedDay>();
  for (const { seq, at, action, actorId, actorName } of looks) {
    const day = calendarDayOf(at, timeZone);
    const key = `${day} ${actorId}`;
    const gathered = days.get(key) ?? { key: `${seq}`, day, actorName, at, words: [] };
    days.set(key, gathered);
    const words = actionWords(action);
    if (!gathered.words.includes(words)) gathered.words.push(words);
  }
  return [...days.values()];
}
