import type { Line } from "./builder-edits";
import type { DraftInput, Schedule } from "./schemas";
import type { DoseSide, Weekday } from "./vocabulary";

/** What is set in many lines at once; what is not there stays as it is. `sets` is how many more, or fewer. */
export type BulkChange = {
  weekdays?: readonly Weekday[];
  timesPerDay?: number;
  side?: Exclude<DoseSide, "none">;
  painCeiling?: number;
  sets?: number;
};

const LEAST_SETS = 1;
const MOST_SETS = 20;

/**
 * A text with the same change in each of some lines, and how many it changed. Reading and questionnaires have no dose and keep
 * their days; an exercise that has no sides gets none; sets stay from 1 to 20; days of the week make a weekly line of any.
 */
export function changeLines(
  body: DraftInput,
  keys: ReadonlySet<string>,
  change: BulkChange,
): { body: DraftInput; changed: number } {
  let changed = 0;
  const phases = body.phases.map((phase) => {
    const items = phase.items.map((line) => {
      if (!keys.has(line.key)) return line;
      const next = lineWith(line, change);
      if (JSON.stringify(next) === JSON.stringify(line)) return line;
      changed += 1;
      return next;
    });
    return items.every((line, at) => line === phase.items[at]) ? phase : { ...phase, items };
  });
  return { body: changed === 0 ? body : { ...body, phases }, changed };
}

function lineWith(line: Line, change: BulkChange): Line {
  if (line.kind !== "exercise" || !line.dose) return line;
  const { dose } = line;
  const { side = dose.side, painCeiling = line.painCeiling, sets = 0 } = change;
  return {
    ...line,
    dose: {
      ...dose,
      sets: sets === 0 ? dose.sets : withinSets(dose.sets + sets),
      side: dose.side === "none" ? dose.side : side,
    },
    schedule: scheduleWith(line.schedule, change),
    painCeiling,
  };
}

const withinSets = (sets: number) => (Number.isNaN(sets) ? sets : Math.max(LEAST_SETS, Math.min(MOST_SETS, sets)));

function scheduleWith(schedule: Schedule, { weekdays, timesPerDay }: BulkChange): Schedule {
  const before = "timesPerDay" in schedule ? schedule.timesPerDay : 1;
  if (weekdays && weekdays.length > 0) {
    return {
      kind: "weekly",
      weekdays: [...new Set(weekdays)].sort((a, b) => a - b),
      timesPerDay: timesPerDay ?? before,
    };
  }
  return timesPerDay !== undefined && "timesPerDay" in schedule ? { ...schedule, timesPerDay } : schedule;
}
