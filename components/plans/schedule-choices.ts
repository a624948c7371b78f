import type { Schedule } from "@/lib/plans/schemas";
import type { ItemKind } from "@/lib/plans/vocabulary";
import { AT_END_WINDOW_DAYS } from "@/lib/plans/window";

/** The ways to say when; `start` is `once` on day 1. */
export type ScheduleChoice = Schedule["kind"] | "start";

const CHOICES: Record<ItemKind, readonly ScheduleChoice[]> = {
  exercise: ["weekly", "every-days", "once", "every-weeks", "as-needed"],
  article: ["once", "every-weeks"],
  questionnaire: ["start", "once", "every-weeks", "at-end"],
};

const LABELS: Record<ScheduleChoice, string> = {
  weekly: "On days of the week",
  "every-days": "Every few days",
  start: "At the start",
  once: "Once",
  "every-weeks": "Every few weeks",
  "at-end": "At the end of the plan",
  "as-needed": "As needed",
};

const STARTS: Record<ScheduleChoice, Schedule> = {
  weekly: { kind: "weekly", weekdays: [1, 3, 5], timesPerDay: 1 },
  "every-days": { kind: "every-days", days: 2, timesPerDay: 1 },
  start: { kind: "once", day: 1 },
  once: { kind: "once", day: 1 },
  "every-weeks": { kind: "every-weeks", weeks: 4 },
  "at-end": { kind: "at-end", windowDays: AT_END_WINDOW_DAYS },
  "as-needed": { kind: "as-needed" },
};

/** A questionnaire asked once on a day is first put a week in: day 1 has a choice of its own. */
const SECOND_WEEK = 8;

/** The choices for a kind of item. One the item has already is among them, though it be not offered for its kind. */
export function choicesFor(kind: ItemKind, chosen: ScheduleChoice): { value: ScheduleChoice; label: string }[] {
  const offered = CHOICES[kind];
  return (offered.includes(chosen) ? offered : [...offered, chosen]).map((value) => ({
    value,
    label: value === "once" && offered.includes("start") ? "Once on a day" : LABELS[value],
  }));
}

/** The schedule a choice begins with; null for what is no choice. */
export function firstSchedule(kind: ItemKind, choice: string): Schedule | null {
  if (choice === "once" && CHOICES[kind].includes("start")) return { kind: "once", day: SECOND_WEEK };
  return Object.hasOwn(STARTS, choice) ? STARTS[choice as ScheduleChoice] : null;
}

type WindowedSchedule = Exclude<Schedule, { kind: "weekly" | "as-needed" }>;

/** Whether the item's form asks how long it stays open. */
export function hasWindow(kind: ItemKind, schedule: Schedule): schedule is WindowedSchedule {
  if (schedule.kind === "weekly" || schedule.kind === "as-needed") return false;
  return kind === "questionnaire" || typeof schedule.windowDays === "number";
}
