import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { libraryVersions } from "@/db/schema/library";
import { readingReceipts } from "@/db/schema/practice";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import { type CalendarDay, calendarDayOf } from "@/lib/core/calendar";
import { AppError, found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { type Article, articleSchema } from "@/lib/library/schemas";
import { publishedPlans } from "@/lib/plans/queries";
import { lineById, versionOn } from "../plan-lines";
import { type GivenArticle, givenArticles } from "../reading";

export type ReadingItem = {
  itemId: string;
  key: string;
  title: string;
  summary: string;
  minutes: number;
  note: string;
  givenOn: CalendarDay;
  readAt: Date | null;
};

export type ArticleView = {
  itemId: string;
  article: Omit<Article, "relatedExercises" | "slug" | "tags">;
  /** Why it was given, in the clinician's words; "" when nothing was said. */
  note: string;
  givenOn: CalendarDay | null;
  readAt: Date | null;
  /** False when it was not given yet: it may be read, and there is nothing to mark. */
  canMark: boolean;
  /** The related exercises that are in the patient's plan now. */
  related: { itemId: string; title: string }[];
};

/** The articles a patient has been given so far, what is still to be read first. */
export const getReading = query({
  can: "library.read-assigned",
  input: z.strictObject({}),
  async run({ tx, actor, now }): Promise<ReadingItem[]> {
    const plans = await publishedPlans(tx, actor, found(actor.patientId));
    const given = givenArticles(plans, calendarDayOf(now, actor.timeZone));
    const [bodies, receipts] = [await articles(tx, actor, given), await receiptsOf(tx, actor)];
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
      };
    });
    return [...list.filter((one) => !one.readAt), ...list.filter((one) => one.readAt)];
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
    const lines = plans.flatMap((one) => versionOn(one, today)?.items ?? []);
    const related = new Map(
      lines
        .filter((one) => one.kind === "exercise" && relatedExercises.includes(one.slug))
        .map((one) => [one.slug, { itemId: one.id, title: one.title }]),
    );
    return {
      itemId: line.id,
      article,
      note: line.note,
      givenOn,
      readAt: receipts.get(`${line.key}:${givenOn}`) ?? null,
      canMark: givenOn !== null,
      related: [...related.values()],
    };
  },
});

async function articles(
  tx: Tx,
  actor: Person,
  given: readonly Pick<GivenArticle, "line">[],
): Promise<Map<string, Article>> {
  const ids = given.flatMap(({ line }) => line.libraryVersionId ?? []);
  const rows = await tx
    .select({ id: libraryVersions.id, body: libraryVersions.body })
    .from(libraryVersions)
    .where(and(eq(libraryVersions.clinicId, actor.clinicId), inArray(libraryVersions.id, ids)));
  return new Map(rows.map((row) => [row.id, articleSchema.parse(row.body)]));
}

async function receiptsOf(tx: Tx, actor: Person): Promise<Map<string, Date>> {
  const rows = await tx
    .select({ itemKey: readingReceipts.itemKey, dueOn: readingReceipts.dueOn, readAt: readingReceipts.readAt })
    .from(readingReceipts)
    .where(inScope(actor, readingReceipts));
  return new Map(rows.map((row) => [`${row.itemKey}:${row.dueOn}`, row.readAt]));
}
