import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { libraryItems, libraryVersions } from "@/db/schema/library";
import type { Person } from "@/lib/access/actor";
import type { CalendarDay } from "@/lib/core/calendar";
import { found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { type LibraryExercise, libraryExerciseSchema } from "@/lib/library/schemas";
import type { Figure } from "@/lib/movement/figure-schema";
import type { PlanItemView } from "@/lib/plans/queries";
import { easierDose } from "../easier";
import { lineById } from "../plan-lines";
import type { SessionLine } from "../player-session";
import { labelOf } from "../telling-apart";
import type { ExerciseView } from "./exercise";
import { loadToday } from "./today";

/** One exercise of a session, with all that is shown of it. */
export type PlayerExercise = Pick<
  ExerciseView,
  "itemId" | "key" | "note" | "rangeLimit" | "guide" | "figure" | "media"
> &
  SessionLine & { easierShown: { figure: Figure | null; guide: ExerciseView["guide"] } | null };

/** What is to be done now; no exercises when nothing is left of today. */
export type PlayerView = {
  day: CalendarDay;
  /** Which time of the day this is, and whether any exercise is asked for more than once today. */
  occasion: number;
  isRepeated: boolean;
  exercises: PlayerExercise[];
  /** The portal's clock, so that a device with a wrong one tells the right time. */
  now: string;
};

/**
 * The next session of today: what is due and not logged yet, in its order, of the first occasion that is open. What is asked for
 * again later in the day is a session of its own.
 */
export const getPlayer = query({
  can: "practice.read-item",
  input: z.strictObject({}),
  async run({ tx, actor, now }): Promise<PlayerView> {
    const { today, plans } = await loadToday(tx, actor, now);
    const open = today.exercises.filter((exercise) => exercise.state === "due");
    const occasion = open[0]?.occasion ?? 1;
    const due = open
      .filter((exercise) => exercise.occasion === occasion)
      .map((exercise) => ({ ...exercise, line: found(lineById(plans, exercise.itemId)).line }));
    const bodies = await bodiesOf(
      tx,
      actor,
      due.map(({ line }) => line),
    );
    const bodyOf = (line: PlanItemView) => found(bodies.get(line.libraryVersionId ?? ""));
    const easier = await newestOf(
      tx,
      actor,
      due.flatMap(({ line }) => bodyOf(line).easier),
    );
    const exercises = due.map(({ itemId, key, dueOn, occasion: time, plan, line }): PlayerExercise => {
      const body = bodyOf(line);
      const dose = found(line.dose);
      const lighter = body.easier.flatMap((slug) => easier.get(slug) ?? [])[0];
      return {
        itemId,
        key,
        dueOn,
        occasion: time,
        title: labelOf({ title: line.title, plan }),
        dose,
        note: line.note,
        painCeiling: line.painCeiling,
        rangeLimit: line.rangeLimit,
        superset: line.supersetKey && `${line.phaseId}:${line.supersetKey}`,
        guide: guideOf(body),
        figure: body.figure,
        media: body.media,
        easier: lighter ? { title: lighter.name, dose: easierDose(dose, lighter.dose) } : null,
        easierShown: lighter ? { figure: lighter.figure, guide: guideOf(lighter) } : null,
      };
    });
    return {
      day: today.day,
      occasion,
      isRepeated: today.exercises.some((exercise) => exercise.occasion > 1),
      exercises,
      now: now.toISOString(),
    };
  },
});

function guideOf(body: LibraryExercise): ExerciseView["guide"] {
  const { purpose, start, steps, cues, mistakes, stopIf, equipment } = body;
  return { purpose, start, steps, cues, mistakes, stopIf, equipment };
}

async function bodiesOf(tx: Tx, actor: Person, lines: readonly PlanItemView[]): Promise<Map<string, LibraryExercise>> {
  const ids = lines.flatMap(({ libraryVersionId }) => libraryVersionId ?? []);
  const rows = await tx
    .select({ id: libraryVersions.id, body: libraryVersions.body })
    .from(libraryVersions)
    .where(and(eq(libraryVersions.clinicId, actor.clinicId), inArray(libraryVersions.id, ids)));
  return new Map(rows.map(({ id, body }) => [id, libraryExerciseSchema.parse(body)]));
}

/** The newest words of exercises by their slugs; those the clinic took out of its library are left out. */
async function newestOf(tx: Tx, actor: Person, slugs: readonly string[]): Promise<Map<string, LibraryExercise>> {
  const rows = await tx
    .selectDistinctOn([libraryItems.slug], { slug: libraryItems.slug, body: libraryVersions.body })
    .from(libraryItems)
    .innerJoin(
      libraryVersions,
      and(eq(libraryVersions.clinicId, libraryItems.clinicId), eq(libraryVersions.itemId, libraryItems.id)),
    )
    .where(
      and(
        eq(libraryItems.clinicId, actor.clinicId),
        eq(libraryItems.kind, "exercise"),
        isNull(libraryItems.retiredAt),
        inArray(libraryItems.slug, [...new Set(slugs)]),
      ),
    )
    .orderBy(libraryItems.slug, desc(libraryVersions.number));
  return new Map(rows.map(({ slug, body }) => [slug, libraryExerciseSchema.parse(body)]));
}
