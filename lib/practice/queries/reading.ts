import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { libraryItems, libraryVersions } from "@/db/schema/library";
import { readingReceipts } from "@/db/schema/practice";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import { type CalendarDay, calendarDayOf } from "@/lib/core/calendar";
import { AppError, found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { type Article, libraryArticleSchema } from "@/lib/library/article-schema";
import { type AskedAbout, askedAbout } from "@/lib/messages/queries";
import { type Figure, figureSchema } from "@/lib/movement/figure-schema";
import { publishedPlans } from "@/lib/plans/queries";
import { lineById, versionOn } from "../plan-lines";
import { type GivenArticle, givenArticles } from "../reading";
import { labelOf, planOfLine, tellApart } from "../telling-apart";

export type ReadingItem = {
  itemId: string;
  key: string;
  title: string;
  summary: string;
  minutes: number;
  note: string;
  givenOn: CalendarDay;
  readAt: Date | null;
  /** The patient's questions about it; null when there are none. */
  asked: AskedAbout | null;
};

/** An exercise that an article speaks of. `itemId` is its line in the patient's plan of today, or null when it is not in it. */
export type RelatedExercise = { slug: string; title: string; figure: Figure | null; itemId: string | null };

export type ArticleView = {
  itemId: string;
  /** The same line of the plan through all its versions. */
  key: string;
  article: Omit<Article, "relatedExercises" | "slug" | "tags">;
  /** Why it was given, in the clinician's words; "" when nothing was said. */
  note: string;
  givenOn: CalendarDay | null;
  readAt: Date | null;
  /** False when it was not given yet: it may be read, and there is nothing to mark. */
  canMark: boolean;
  /** In the article's order, those of the patient's plan first. */
  related: RelatedExercise[];
};

/** The articles a patient has been given so far, what is still to be read first. */
export const getReading = query({
  can: "library.read-assigned",
  input: z.strictObject({}),
  async run({ tx, actor, now }): Promise<ReadingItem[]> {
    const plans = await publishedPlans(tx, actor, found(actor.patientId));
    const given = givenArticles(plans, calendarDayOf(now, actor.timeZone));
    const [bodies, receipts] = [await articles(tx, actor, given), await receiptsOf(tx, actor)];
    const asked = await askedAbout(tx, actor, versionIds(given));
    const list = given.map(({ line, dueOn }) => {
      const body = found(bodies.get(line.libraryVersionId ?? ""));
      return {
        itemId: line.id,
        key: line.key,
        title: line.title,
        summary: body.summary,
        minutes: body.readingMinutes,
        note: line.note,
        givenOn: dueOn,
        readAt: receipts.get(`${line.key}:${dueOn}`) ?? null,
        asked: asked.get(line.libraryVersionId ?? "") ?? null,
      };
    });
    const names = planOfLine(plans);
    const told = tellApart(list, ({ itemId }) => names.get(itemId)).map((one) => ({ ...one, title: labelOf(one) }));
    return [...told.filter((one) => !one.readAt), ...told.filter((one) => one.readAt)];
  },
});

/** One article in the words of the version the patient was given. */
export const getArticle = query({
  can: "library.read-assigned",
  input: z.strictObject({ itemId: z.uuid() }),
  async run({ tx, actor, now, input }): Promise<ArticleView> {
    const today = calendarDayOf(now, actor.timeZone);
    const plans = await publishedPlans(tx, actor, found(actor.patientId));
    const { plan, line } = found(lineById(plans, input.itemId));
    if (line.kind !== "article") throw new AppError("not-found");
    const givenOn = givenArticles([plan], today).find((given) => given.line.key === line.key)?.dueOn ?? null;
    const body = found((await articles(tx, actor, [{ line }])).get(found(line.libraryVersionId)));
    const receipts = await receiptsOf(tx, actor);
    const { relatedExercises, slug: _slug, tags: _tags, ...article } = body;
    const running = plans.filter(({ endsOn }) => endsOn === null || endsOn >= today);
    const lines = running.flatMap((one) => versionOn(one, today)?.items ?? []);
    const planned = new Map(lines.filter((one) => one.kind === "exercise").map((one) => [one.slug, one.id]));
    const related = await exercises(tx, actor, relatedExercises, planned);
    return {
      itemId: line.id,
      key: line.key,
      article,
      note: line.note,
      givenOn,
      readAt: receipts.get(`${line.key}:${givenOn}`) ?? null,
      canMark: givenOn !== null,
      related: [...related.filter((one) => one.itemId), ...related.filter((one) => !one.itemId)],
    };
  },
});

const versionIds = (given: readonly Pick<GivenArticle, "line">[]) =>
  given.flatMap(({ line }) => line.libraryVersionId ?? []);

async function articles(
  tx: Tx,
  actor: Person,
  given: readonly Pick<GivenArticle, "line">[],
): Promise<Map<string, Article>> {
  const rows = await tx
    .select({ id: libraryVersions.id, body: libraryVersions.body })
    .from(libraryVersions)
    .where(and(eq(libraryVersions.clinicId, actor.clinicId), inArray(libraryVersions.id, versionIds(given))));
  return new Map(rows.map((row) => [row.id, libraryArticleSchema.parse(row.body)]));
}

/** The newest words and figures of exercises, in the order of their slugs; a retired one only when it is in the plan. */
async function exercises(
  tx: Tx,
  actor: Person,
  slugs: readonly string[],
  planned: ReadonlyMap<string, string>,
): Promise<RelatedExercise[]> {
  const rows = await tx
    .selectDistinctOn([libraryItems.slug], {
      slug: libraryItems.slug,
      title: libraryVersions.title,
      figure: sql<unknown>`${libraryVersions.body}->'figure'`,
      retiredAt: libraryItems.retiredAt,
    })
    .from(libraryItems)
    .innerJoin(
      libraryVersions,
      and(eq(libraryVersions.clinicId, libraryItems.clinicId), eq(libraryVersions.itemId, libraryItems.id)),
    )
    .where(
      and(
        eq(libraryItems.clinicId, actor.clinicId),
        eq(libraryItems.kind, "exercise"),
        inArray(libraryItems.slug, [...slugs]),
      ),
    )
    .orderBy(libraryItems.slug, desc(libraryVersions.number));
  const found = new Map(rows.map((row) => [row.slug, row]));
  return slugs.flatMap((slug) => {
    const row = found.get(slug);
    const itemId = planned.get(slug) ?? null;
    if (!row || (row.retiredAt && !itemId)) return [];
    // Exercises stored by an earlier release have no figure.
    return { slug, title: row.title, figure: row.figure ? figureSchema.parse(row.figure) : null, itemId };
  });
}

async function receiptsOf(tx: Tx, actor: Person): Promise<Map<string, Date>> {
  const rows = await tx
    .select({ itemKey: readingReceipts.itemKey, dueOn: readingReceipts.dueOn, readAt: readingReceipts.readAt })
    .from(readingReceipts)
    .where(inScope(actor, readingReceipts));
  return new Map(rows.map((row) => [`${row.itemKey}:${row.dueOn}`, row.readAt]));
}
