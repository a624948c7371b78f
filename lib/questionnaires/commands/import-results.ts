import { sql } from "drizzle-orm";
import { responses, scores } from "@/db/schema/questionnaires";
import { calendarDayOf } from "@/lib/core/calendar";
import { command } from "@/lib/core/command";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { PastRow } from "../past-results";
import { readAgainstPortal } from "../queries/past-results";
import { importResultsSchema } from "../schemas";
import { responseRows } from "../writes/keep-response";

/** Responses written in one statement. */
const BATCH = 200;

/**
 * Brings in past results from a file, all of its lines or none, and says how far it has come. Lines the portal holds already are left out, so
 * that bringing a file in again adds nothing. Throws invalid when a line is wrong, naming the first one.
 */
export const importResults = command({
  can: "questionnaires.import-results",
  input: importResultsSchema,
  once: true,
  async run({ tx, actor, now, input, audit, report }): Promise<{ added: number; known: number }> {
    // Two files of one questionnaire brought in at the same moment wait for each other here.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${actor.clinicId}/${input.slug}`}, 0))`);
    const { version, results } = await readAgainstPortal(tx, actor, now, input);
    if (!results.ok)
      throw refused(results.faults[0]?.line ?? 1, results.faults[0]?.message ?? "The file cannot be read.");
    const wrong = results.rows.find(({ state }) => state === "wrong");
    if (wrong) throw refused(wrong.line, wrong.problems[0]?.message ?? "This line cannot be brought in.");
    const rows = results.rows.filter(({ state }) => state === "new");
    const submittedOn = calendarDayOf(now, actor.timeZone);
    for (let at = 0; at < rows.length; at += BATCH) {
      const batch = rows.slice(at, at + BATCH).flatMap((row) => {
        const place = placeOf(row);
        if (!place) return [];
        const id = newId();
        return [
          responseRows(actor, {
            ...place,
            id,
            itemKey: id,
            dueOn: place.answeredOn,
            instrumentVersionId: version.id,
            instrument: version.instrument,
            answers: row.answers,
            declined: [],
            names: row.names,
            startedAt: now,
            submittedAt: now,
            submittedOn,
            receivedAt: now,
            source: "import",
            correctsId: null,
            correctionReason: null,
          }),
        ];
      });
      await tx.insert(responses).values(batch.map(({ response }) => response));
      const scored = batch.flatMap((one) => one.scores);
      if (scored.length > 0) await tx.insert(scores).values(scored);
      for (const { response } of batch) {
        const { id: subjectId, patientId } = response;
        const detail = { importId: input.id, slug: input.slug, source: "import" };
        audit({ subjectType: "response", subjectId, patientId, detail });
      }
      report(Math.min(at + BATCH, rows.length), rows.length);
    }
    const known = results.rows.length - rows.length;
    audit({ subjectType: "import", subjectId: input.id, detail: { slug: input.slug, added: rows.length, known } });
    return { added: rows.length, known };
  },
});

function refused(line: number, message: string): AppError {
  const field = `Line ${line}: ${message}`;
  return new AppError("invalid", { message: `Nothing was brought in. ${field}`, fieldErrors: { text: field } });
}

function placeOf({ patientId, answeredOn }: PastRow) {
  return patientId && answeredOn ? { patientId, answeredOn } : null;
}
