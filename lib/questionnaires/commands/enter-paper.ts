import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { patients } from "@/db/schema/identity";
import { instruments, instrumentVersions, responses } from "@/db/schema/questionnaires";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import { calendarDayOf } from "@/lib/core/calendar";
import { command } from "@/lib/core/command";
import { AppError, found, invalidField } from "@/lib/core/errors";
import type { Instrument } from "../instrument-schema";
import { wholeAnswers } from "../paper-answers";
import { latestVersions } from "../queries/instruments";
import { isStanding } from "../queries/standing";
import { enterPaperSchema } from "../schemas";
import { keepResponse } from "../writes/keep-response";

/**
 * Keeps answers a patient gave on paper, with who entered them and the day on the paper; or puts right some that were entered before. Throws
 * invalid with the field of each answer that cannot be, for a blank form and for a day to come; conflict for answers corrected already.
 */
export const enterPaper = command({
  can: "questionnaires.enter-paper",
  input: enterPaperSchema,
  once: true,
  async run({ tx, actor, now, input, audit }): Promise<{ responseId: string }> {
    const { id, patientId, slug, answeredOn, correctsId } = input;
    const [patient] = await tx
      .select({ timeZone: patients.timeZone, dateOfBirth: patients.dateOfBirth })
      .from(patients)
      .where(and(eq(patients.clinicId, actor.clinicId), eq(patients.id, patientId)));
    const { timeZone, dateOfBirth } = found(patient);
    const today = calendarDayOf(now, timeZone);
    if (answeredOn > today) throw invalidField("answeredOn", "This day is still to come.");
    if (answeredOn < dateOfBirth) throw invalidField("answeredOn", "This day is before the patient was born.");
    const version = correctsId
      ? await replacedVersion(tx, actor, { patientId, correctsId })
      : (await latestVersions(tx, actor, and(eq(instruments.slug, slug), isNull(instruments.retiredAt))))[0];
    if (!version) throw invalidField("slug", "Choose a questionnaire.");
    const { instrument } = version;
    const { answers, names, given, fieldErrors } = wholeAnswers(instrument, input.answers, input.names);
    if (Object.keys(fieldErrors).length > 0) throw new AppError("invalid", { fieldErrors });
    if (given === 0) throw new AppError("invalid", { message: "Enter at least one answer before you save." });
    await keepResponse(tx, actor, {
      id,
      patientId,
      itemKey: id,
      dueOn: answeredOn,
      instrumentVersionId: version.id,
      instrument,
      answers,
      names,
      startedAt: now,
      submittedAt: now,
      submittedOn: today,
      answeredOn,
      receivedAt: now,
      source: "paper",
      correctsId,
      correctionReason: correctsId === null ? null : (input.reason ?? null),
    });
    const detail = { slug: instrument.slug, answeredOn, answered: given, source: "paper", correctsId };
    audit({ subjectType: "response", subjectId: id, patientId, detail });
    return { responseId: id };
  },
});

/** The version the replaced answers were given in: a correction keeps it. */
async function replacedVersion(tx: Tx, actor: Person, wanted: { patientId: string; correctsId: string }) {
  const own = and(
    inScope(actor, responses),
    eq(responses.id, wanted.correctsId),
    eq(responses.patientId, wanted.patientId),
  );
  const [replaced] = await tx
    .select({ id: responses.instrumentVersionId, source: responses.source, body: instrumentVersions.body })
    .from(responses)
    .innerJoin(
      instrumentVersions,
      and(
        eq(instrumentVersions.clinicId, responses.clinicId),
        eq(instrumentVersions.id, responses.instrumentVersionId),
      ),
    )
    .where(own);
  const { id, source, body } = found(replaced);
  if (source === "portal") {
    throw new AppError("conflict", {
      message: "The patient gave these answers in the portal and corrects them there.",
    });
  }
  const [standing] = await tx.select({ id: responses.id }).from(responses).where(and(own, isStanding));
  if (!standing) throw new AppError("conflict", { message: "These answers were corrected already." });
  return { id, instrument: body as Instrument };
}
