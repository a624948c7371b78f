import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { instruments, instrumentVersions } from "@/db/schema/questionnaires";
import type { Person } from "@/lib/access/actor";
import { found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { questionCount } from "../asked-questions";
import type { Instrument } from "../instrument-schema";
import type { InstrumentOrigin } from "../vocabulary";

export type InstrumentListed = {
  slug: string;
  title: string;
  shortTitle: string;
  origin: InstrumentOrigin;
  minutes: number;
  count: number;
  versionNumber: number;
  licence: string;
};

export type InstrumentVersion = {
  id: string;
  instrumentId: string;
  slug: string;
  origin: InstrumentOrigin;
  number: number;
  createdAt: Date;
  retiredAt: Date | null;
  instrument: Instrument;
};

/** The questionnaires a clinic can ask: those that ship and those it has a licence for, in their latest version, by title. */
export const listInstruments = query({
  can: "questionnaires.list-instruments",
  input: z.strictObject({}),
  async run({ tx, actor }): Promise<InstrumentListed[]> {
    const versions = await latestVersions(tx, actor, isNull(instruments.retiredAt));
    return versions.map(({ slug, origin, number, instrument }) => ({
      slug,
      title: instrument.title,
      shortTitle: instrument.shortTitle,
      origin,
      minutes: instrument.minutes,
      count: questionCount(instrument),
      versionNumber: number,
      licence: instrument.licenceReference ?? instrument.licence,
    }));
  },
});

/** The name of a questionnaire in an address; what cannot be one is not looked for. */
export const slugSchema = z.string().regex(/^[a-z0-9-]{1,80}$/);

/** One questionnaire in its latest version, retired or not. Throws AppError not-found. */
export const getInstrument = query({
  can: "questionnaires.list-instruments",
  input: z.strictObject({ slug: slugSchema }),
  async run({ tx, actor, input: { slug } }): Promise<InstrumentVersion> {
    return found((await latestVersions(tx, actor, eq(instruments.slug, slug)))[0]);
  },
});

/** The latest version of each questionnaire of a clinic, by title, in one statement. For what already holds a transaction. */
export async function latestVersions(tx: Tx, actor: Person, where?: SQL): Promise<InstrumentVersion[]> {
  const rows = await tx
    .selectDistinctOn([instruments.id], {
      id: instrumentVersions.id,
      instrumentId: instruments.id,
      slug: instruments.slug,
      origin: sql<InstrumentOrigin>`${instruments.origin}`,
      number: instrumentVersions.number,
      createdAt: instrumentVersions.createdAt,
      retiredAt: instruments.retiredAt,
      body: instrumentVersions.body,
    })
    .from(instruments)
    .innerJoin(
      instrumentVersions,
      and(eq(instrumentVersions.clinicId, instruments.clinicId), eq(instrumentVersions.instrumentId, instruments.id)),
    )
    .where(and(eq(instruments.clinicId, actor.clinicId), where))
    .orderBy(asc(instruments.id), desc(instrumentVersions.number));
  return rows
    .map(({ body, ...row }) => ({ ...row, instrument: body as Instrument }))
    .sort((a, b) => a.instrument.title.localeCompare(b.instrument.title, "en"));
}
