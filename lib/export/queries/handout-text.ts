import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { libraryItems, libraryVersions } from "@/db/schema/library";
import { instrumentVersions } from "@/db/schema/questionnaires";
import type { Person } from "@/lib/access/actor";
import type { CalendarDay } from "@/lib/core/calendar";
import { referenceOf } from "@/lib/library/catalogue";
import { newestTexts } from "@/lib/library/queries";
import { libraryExerciseSchema } from "@/lib/library/schemas";
import { slugsOf } from "@/lib/plans/draft";
import { draftTimeline } from "@/lib/plans/preview";
import { type PlanItemView, publishedPlans, timelineOf } from "@/lib/plans/queries";
import { draftOf } from "@/lib/plans/queries/plan";
import type { PlanTimeline, ScheduledItem } from "@/lib/plans/schedule";
import type { Dose } from "@/lib/plans/schemas";
import { versionOn } from "@/lib/practice/plan-lines";
import type { HandoutLine } from "../handout";
import { pictureOf } from "../picture";

type Plan = {
  planId: string;
  patientId: string;
  startsOn: CalendarDay | null;
  endsOn: CalendarDay | null;
  today: CalendarDay;
};
type Text = { title: string; timeline: PlanTimeline; lines: HandoutLine[] };

/** The version in force today, or on the last day of a plan that has ended; null before the first is published. */
export async function publishedText(tx: Tx, actor: Person, { planId, patientId, today }: Plan): Promise<Text | null> {
  const [plan] = await publishedPlans(tx, actor, patientId, { planId });
  if (!plan) return null;
  const { number } = versionOn(plan, plan.endsOn !== null && plan.endsOn < today ? plan.endsOn : today) ?? {};
  const version = plan.versions.find((one) => one.number === number);
  if (!version) return null;
  const lines = await withWords(tx, actor, version.items);
  return { title: version.title, timeline: timelineOf(plan), lines };
}

/**
 * The text being written, as if it were published today; null when nothing is. As publishing does, a line kept from the version
 * in force keeps its words and a new one has the newest.
 */
export async function draftText(tx: Tx, actor: Person, plan: Plan): Promise<Text | null> {
  const draft = await draftOf(tx, actor, plan.planId);
  if (!draft) return null;
  const { body } = draft;
  const [published] = await publishedPlans(tx, actor, plan.patientId, { planId: plan.planId });
  const texts = await newestTexts(tx, actor, slugsOf(body));
  const { next, timeline } = draftTimeline(body, {
    startsOn: plan.startsOn ?? plan.today,
    today: plan.today,
    published: published ? timelineOf(published) : null,
  });
  const kept = new Map<string, PlanItemView>(published?.versions.at(-1)?.items.map((item) => [item.key, item]));
  const places = new Map(next.items.map((item) => [item.key, item]));
  const lines = body.phases.flatMap((phase) =>
    phase.items.flatMap((item): BareLine[] => {
      const place = places.get(item.key);
      if (!place) return [];
      const before = kept.get(item.key);
      const isKept = before?.kind === item.kind && before.slug === item.slug;
      const newest = texts.get(referenceOf(item));
      const versionId = newest?.versionId ?? null;
      const isQuestionnaire = item.kind === "questionnaire";
      return [
        {
          ...place,
          title: (isKept ? before.title : newest?.title) ?? item.slug,
          dose: item.dose,
          note: item.note,
          painCeiling: item.painCeiling,
          rangeLimit: item.rangeLimit,
          supersetKey: item.supersetKey,
          libraryVersionId: isKept ? before.libraryVersionId : isQuestionnaire ? null : versionId,
          instrumentVersionId: isKept ? before.instrumentVersionId : isQuestionnaire ? versionId : null,
        },
      ];
    }),
  );
  return { title: body.title, timeline, lines: await withWords(tx, actor, lines) };
}

type BareLine = ScheduledItem & {
  title: string;
  dose: Dose | null;
  note: string;
  painCeiling: number;
  rangeLimit?: string;
  supersetKey?: string | null;
  libraryVersionId: string | null;
  instrumentVersionId: string | null;
};

async function withWords(tx: Tx, actor: Person, lines: readonly BareLine[]): Promise<HandoutLine[]> {
  const words = await wordsOfLibrary(
    tx,
    actor,
    lines.flatMap(({ libraryVersionId }) => libraryVersionId ?? []),
  );
  const minutes = await minutesOfQuestions(
    tx,
    actor,
    lines.flatMap(({ instrumentVersionId }) => instrumentVersionId ?? []),
  );
  return lines.map(({ libraryVersionId, instrumentVersionId, ...line }) => {
    const found = words.get(libraryVersionId ?? "");
    const exercise = line.kind === "exercise" ? libraryExerciseSchema.parse(found?.exercise) : null;
    return {
      ...line,
      cues: exercise?.cues ?? [],
      stopIf: exercise?.stopIf ?? [],
      picture: exercise ? pictureOf(exercise, line.dose?.side ?? "none") : null,
      minutes: found?.minutes ?? minutes.get(instrumentVersionId ?? "") ?? null,
    };
  });
}

/** The words of exercises, and the reading time of articles, whose own text stays where it is. */
async function wordsOfLibrary(tx: Tx, actor: Person, ids: string[]) {
  if (ids.length === 0) return new Map<string, { exercise: unknown; minutes: number | null }>();
  const { body } = libraryVersions;
  const rows = await tx
    .select({
      id: libraryVersions.id,
      exercise: sql<unknown>`case when ${libraryItems.kind} = 'exercise' then ${body} end`,
      minutes: sql<number | null>`(${body}->>'readingMinutes')::int`,
    })
    .from(libraryVersions)
    .innerJoin(
      libraryItems,
      and(eq(libraryItems.clinicId, libraryVersions.clinicId), eq(libraryItems.id, libraryVersions.itemId)),
    )
    .where(and(eq(libraryVersions.clinicId, actor.clinicId), inArray(libraryVersions.id, ids)));
  return new Map(rows.map((row) => [row.id, row]));
}

async function minutesOfQuestions(tx: Tx, actor: Person, ids: string[]): Promise<Map<string, number | null>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({
      id: instrumentVersions.id,
      minutes: sql<number | null>`(${instrumentVersions.body}->>'minutes')::int`,
    })
    .from(instrumentVersions)
    .where(and(eq(instrumentVersions.clinicId, actor.clinicId), inArray(instrumentVersions.id, ids)));
  return new Map(rows.map(({ id, minutes }) => [id, minutes]));
}
