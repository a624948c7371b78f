import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { patients } from "@/db/schema/identity";
import { instruments, instrumentVersions, responses } from "@/db/schema/questionnaires";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import { calendarDayOf } from "@/lib/core/calendar";
import { found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { type PastResults, readPastResults } from "../past-results";
import { importResultsSchema } from "../schemas";
import { answeredOn } from "./answered";
import { type InstrumentVersion, latestVersions } from "./instruments";
import { isStanding } from "./standing";

/** What each line of a file of past results would do; nothing is written. Throws AppError not-found for a questionnaire the clinic does not have. */
export const checkResults = query({
  can: "questionnaires.check-results",
  input: importResultsSchema.omit({ id: true }),
  async run({ tx, actor, now, input: { slug, text }, listed }): Promise<PastResults> {
    const { results } = await readAgainstPortal(tx, actor, now, { slug, text });
    listed(results.ok ? new Set(results.rows.flatMap(({ patientId }) => patientId ?? [])).size : 0);
    return results;
  },
});

type Wanted = { slug: string; text: string };

/** A file held against the clinic's patients and what the portal holds already, in three statements. */
export async function readAgainstPortal(
  tx: Tx,
  actor: Person,
  now: Date,
  { slug, text }: Wanted,
): Promise<{ version: InstrumentVersion; results: PastResults }> {
  const [latest] = await latestVersions(tx, actor, and(eq(instruments.slug, slug), isNull(instruments.retiredAt)));
  const version = found(latest);
  const people = await tx
    .select({
      id: patients.id,
      name: patients.name,
      email: patients.email,
      dateOfBirth: patients.dateOfBirth,
      timeZone: patients.timeZone,
    })
    .from(patients)
    .where(inScope(actor, { clinicId: patients.clinicId, patientId: patients.id }));
  const known = await tx
    .select({ patientId: responses.patientId, answeredOn, answers: responses.answers, named: responses.named })
    .from(responses)
    .innerJoin(
      instrumentVersions,
      and(
        eq(instrumentVersions.clinicId, responses.clinicId),
        eq(instrumentVersions.id, responses.instrumentVersionId),
      ),
    )
    .where(and(inScope(actor, responses), eq(instrumentVersions.instrumentId, version.instrumentId), isStanding));
  const results = readPastResults(text, {
    instrument: version.instrument,
    patients: people.map(({ timeZone, ...one }) => ({ ...one, today: calendarDayOf(now, timeZone) })),
    known: known.map(({ named, ...one }) => ({ ...one, names: named ?? {} })),
  });
  return { version, results };
}
