import { addDays, type CalendarDay, daysBetween } from "@/lib/core/calendar";
import { occurrenceId, occurrences } from "@/lib/plans/schedule";
import { lineById, type Planned } from "./plan-lines";
import { latestByOccurrence } from "./today";
import { LATEST_LOG_AGE_DAYS } from "./vocabulary";

/** One occasion of a day that has been: what is held of it, or that nothing was said. */
export type HistoryEntry<Log> = {
  key: string;
  title: string;
  /** The name of its plan, when another plan asked for the same that day. */
  plan?: string;
  occasion: number;
  /** The line of the plan in force on that day. */
  itemId: string;
  log: Log | null;
  /** The logs this one replaced, oldest first. */
  earlier: Log[];
  /** True when it can still be logged. */
  canAdd: boolean;
};

export type HistoryDay<Log> = { day: CalendarDay; entries: HistoryEntry<Log>[] };

type HistoryLog = Parameters<typeof latestByOccurrence>[0][number] & { planItemId: string; title: string };

/**
 * The days from one to another, both inclusive, newest first, with every exercise that was due or logged. Days on which
 * nothing was due or done are left out. `logs` holds every row of those days, replaced ones too. @throws RangeError on a bad day.
 */
export function historyDays<Log extends HistoryLog>(
  plans: readonly Planned[],
  logs: readonly Log[],
  { from, to, today }: { from: CalendarDay; to: CalendarDay; today: CalendarDay },
): HistoryDay<Log>[] {
  const standing = latestByOccurrence(logs);
  const days = new Map<CalendarDay, HistoryEntry<Log>[]>();
  const listed = new Set<string>();
  const add = (dueOn: CalendarDay, entry: Omit<HistoryEntry<Log>, "canAdd" | "earlier">) => {
    const canAdd = entry.log === null && daysBetween(dueOn, today) <= LATEST_LOG_AGE_DAYS;
    const list = days.get(dueOn) ?? [];
    days.set(dueOn, list);
    list.push({ ...entry, canAdd, earlier: entry.log ? replacedBy(entry.log, logs) : [] });
  };
  for (const plan of plans) {
    for (const { itemId, key, kind, dueOn, occasion } of occurrences(plan, from, to)) {
      const line = kind === "exercise" ? lineById([plan], itemId)?.line : undefined;
      if (!line) continue;
      const id = occurrenceId(key, dueOn, occasion);
      listed.add(id);
      add(dueOn, { key: id, title: line.title, occasion, itemId, log: standing.get(id) ?? null });
    }
  }
  for (const [id, log] of standing) {
    if (listed.has(id)) continue;
    add(log.dueOn, { key: id, title: log.title, occasion: log.occasion, itemId: log.planItemId, log });
  }
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, back) => addDays(to, -back)).flatMap(
    (day) => {
      const entries = days.get(day);
      return entries ? [{ day, entries: entries.sort((a, b) => a.occasion - b.occasion) }] : [];
    },
  );
}

/** The chain of logs a log replaced, oldest first. */
function replacedBy<Log extends HistoryLog>(log: Log, logs: readonly Log[]): Log[] {
  const earlier = log.correctsId === null ? undefined : logs.find((one) => one.id === log.correctsId);
  return earlier ? [...replacedBy(earlier, logs), earlier] : [];
}
