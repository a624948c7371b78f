import { and, eq } from "drizzle-orm";
import { libraryVersions } from "@/db/schema/library";
import { practiceLogs } from "@/db/schema/practice";
import { type CalendarDay, calendarDayOf } from "@/lib/core/calendar";
import { AppError, found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { type Exercise, type ExerciseMedia, libraryExerciseSchema } from "@/lib/library/schemas";
import type { Figure } from "@/lib/movement/figure-schema";
import type { Dose } from "@/lib/plans/schemas";
import { exerciseHref } from "../as-needed";
import { isCorrectable } from "../log-rules";
import { lineById, lineDayProblem, loggableLine } from "../plan-lines";
import { exerciseAddressSchema } from "../schemas";
import { labelOf } from "../telling-apart";
import { latestByOccurrence, type Today } from "../today";
import { type LogRow, logRows } from "./logs";
import { loadToday } from "./today";

export type ExerciseView = {
  itemId: string;
  key: string;
  title: string;
  guide: Pick<Exercise, "purpose" | "start" | "steps" | "cues" | "mistakes" | "stopIf" | "equipment">;
  /** The drawing; null for an exercise of the clinic's own that has none. */
  figure: Figure | null;
  /** The clinic's own photos, and films it keeps elsewhere. */
  media: ExerciseMedia[];
  dose: Dose;
  /** Why it was given, in the clinician's words; "" when nothing was said. */
  note: string;
  painCeiling: number;
  /** How far to move; "" for all the way. */
  rangeLimit: string;
  day: CalendarDay;
  isToday: boolean;
  occasion: number;
  /** `gone` is no longer in the plan; `closed` cannot be logged, for the reason given. */
  state: "open" | "logged" | "gone" | "closed";
  closedBecause: string | null;
  /** True for what is done whenever it helps, and may be told of again and again. */
  isAsNeeded: boolean;
  /** False for an exercise that was opened although the plan does not ask for it that day. */
  isDue: boolean;
  log: LogRow | null;
  canCorrect: boolean;
  /** Its place among today's exercises, from 1. */
  position: { value: number; max: number } | null;
  /** The next exercise of today, when this one is done. */
  next: { href: string; title: string } | null;
  /** The portal's clock, so that a device with a wrong one tells the right time. */
  now: string;
};

/** What logging it needs to know, without the words and pictures of how it is done. */
export type LogView = Omit<ExerciseView, "guide" | "figure" | "media">;

/** One exercise of the patient's plan on one occasion, with what was logged of it. */
export const getExercise = query({
  can: "practice.read-item",
  input: exerciseAddressSchema,
  async run({ tx, actor, now, input }): Promise<ExerciseView> {
    const today = calendarDayOf(now, actor.timeZone);
    const day = input.day ?? today;
    if (day > today) throw new AppError("not-found");
    const { today: list, plans } = await loadToday(tx, actor, now);
    const { plan, line: opened } = found(lineById(plans, input.itemId));
    if (opened.kind !== "exercise") throw new AppError("not-found");
    const line = loggableLine(plan, opened.key, day, today);
    const shown = line ?? opened;
    const [version] = await tx
      .select({ body: libraryVersions.body })
      .from(libraryVersions)
      .where(and(eq(libraryVersions.clinicId, actor.clinicId), eq(libraryVersions.id, found(shown.libraryVersionId))));
    const { occasion } = input;
    const rows = await logRows(
      tx,
      actor,
      found(actor.patientId),
      and(eq(practiceLogs.itemKey, shown.key), eq(practiceLogs.dueOn, day), eq(practiceLogs.occasion, occasion)),
    );
    const [log = null] = latestByOccurrence(rows).values();
    const closedBecause = lineDayProblem(plan, shown, day, today);
    return {
      itemId: shown.id,
      key: shown.key,
      title: labelOf({ title: shown.title, plan: list.exercises.find(({ key }) => key === shown.key)?.plan }),
      ...wordsOf(found(version).body),
      dose: found(shown.dose),
      note: shown.note,
      painCeiling: shown.painCeiling,
      rangeLimit: shown.rangeLimit,
      day,
      isToday: day === today,
      occasion,
      state: log ? "logged" : closedBecause !== null ? "closed" : line ? "open" : "gone",
      closedBecause,
      isAsNeeded: shown.schedule.kind === "as-needed",
      ...placeIn(list, { key: shown.key, day, occasion }),
      log,
      canCorrect: log !== null && isCorrectable({ performedAt: log.performedAt, now, timeZone: actor.timeZone }),
      now: now.toISOString(),
    };
  },
});

function wordsOf(body: unknown): Pick<ExerciseView, "guide" | "figure" | "media"> {
  const { purpose, start, steps, cues, mistakes, stopIf, equipment, figure, media } = libraryExerciseSchema.parse(body);
  return { guide: { purpose, start, steps, cues, mistakes, stopIf, equipment }, figure, media };
}

function placeIn(
  { exercises }: Today,
  at: { key: string; day: CalendarDay; occasion: number },
): Pick<ExerciseView, "position" | "next" | "isDue"> {
  const index = exercises.findIndex(
    (one) => one.key === at.key && one.dueOn === at.day && one.occasion === at.occasion,
  );
  const others = [...exercises.slice(index + 1), ...exercises.slice(0, Math.max(0, index))];
  const exercise = others.find((one) => one.state === "due");
  const next = exercise && {
    href: exerciseHref(exercise.itemId, exercise.dueOn, exercise.occasion),
    title: labelOf(exercise),
  };
  return {
    isDue: index >= 0,
    position: index < 0 ? null : { value: index + 1, max: exercises.length },
    next: index < 0 ? null : (next ?? null),
  };
}
