import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { memberships } from "@/db/schema/identity";
import { instruments, instrumentVersions } from "@/db/schema/questionnaires";
import { found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { questionCount } from "../asked-questions";
import type { InstrumentOrigin } from "../vocabulary";
import { type InstrumentVersion, latestVersions, slugSchema } from "./instruments";

/** A questionnaire of the clinic as it stands on the shelf, in its latest version. */
export type ShelfInstrument = {
  slug: string;
  title: string;
  origin: InstrumentOrigin;
  minutes: number;
  count: number;
  versionNumber: number;
  isRetired: boolean;
  recall: string;
  /** The clinic's note of its licence; null for the portal's own. */
  licenceReference: string | null;
  /** The rule for missing answers of a published instrument, where it has several. */
  rule: string | null;
};

/** Every questionnaire of the clinic, retired ones too: the portal's own first, then licensed ones, by title. */
export const getShelf = query({
  can: "questionnaires.list-instruments",
  input: z.strictObject({}),
  async run({ tx, actor }): Promise<ShelfInstrument[]> {
    const rows = (await latestVersions(tx, actor)).map(
      ({ slug, origin, number, retiredAt, instrument }): ShelfInstrument => ({
        slug,
        title: instrument.title,
        origin,
        minutes: instrument.minutes,
        count: questionCount(instrument),
        versionNumber: number,
        isRetired: retiredAt !== null,
        recall: instrument.recall,
        licenceReference: instrument.licenceReference ?? null,
        rule: instrument.published?.rule ?? null,
      }),
    );
    return [...rows.filter(({ origin }) => origin === "shipped"), ...rows.filter(({ origin }) => origin !== "shipped")];
  },
});

/** A version and who brought its words in; null for what came with the portal. */
export type WrittenVersion = { number: number; createdAt: Date; writtenBy: string | null };

/** One questionnaire in its latest version, retired or not, with all its versions, newest first. Throws AppError not-found. */
export const getInstrumentPage = query({
  can: "questionnaires.list-instruments",
  input: z.strictObject({ slug: slugSchema }),
  async run({ tx, actor, input: { slug } }): Promise<InstrumentVersion & { versions: WrittenVersion[] }> {
    const latest = found((await latestVersions(tx, actor, eq(instruments.slug, slug)))[0]);
    const versions = await tx
      .select({
        number: instrumentVersions.number,
        createdAt: instrumentVersions.createdAt,
        writtenBy: memberships.name,
      })
      .from(instrumentVersions)
      .leftJoin(
        memberships,
        and(eq(memberships.clinicId, instrumentVersions.clinicId), eq(memberships.id, instrumentVersions.writtenById)),
      )
      .where(
        and(eq(instrumentVersions.clinicId, actor.clinicId), eq(instrumentVersions.instrumentId, latest.instrumentId)),
      )
      .orderBy(desc(instrumentVersions.number));
    return { ...latest, versions };
  },
});
