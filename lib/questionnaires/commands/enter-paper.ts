import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { patients } from "@/db/schema/identity";
import { instruments, instrumentVersions, responses } from "@/db/schema/questionnaires";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import { calendarDayOf } from "@/lib/core/calendar";
import { command } from "@/lib/core/command";
import { AppError, found, invalidField } from "@/lib/core/errors";
import { differs } from "../differs";
import type { Instrument } from "../instrument-schema";
import { wholeAnswers } from "../paper-answers";
import { answeredOn as answeredOnOf } from "../queries/answered";
import { latestVersions } from "../queries/instruments";
import { isStanding } from "../queries/standing";
import { enterPaperSchema } from "../schemas";
import { keepResponse } from "../writes/keep-response";

/**
 * Keeps answers a patient gave on paper, with who entered them and the day on the paper; or puts right some that were entered before. Throws
 * invalid with the field of each answer that cannot be, for a blank form, for a day to come and when nothing is put right; conflict for answers
 * corrected already.
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
    const replaced = correctsId === null ? null : await replacedResponse(tx, actor, { patientId, correctsId });
    const version = replaced
      ? replaced.version
      : (await latestVersions(tx, actor, and(eq(instruments.slug, slug), isNull(instruments.retiredAt))))[0];
    if (!version) throw invalidField("slug", "Choose a questionnaire.");
    const { instrument } = version;
    const { answers, names, given, fieldErrors } = wholeAnswers(instrument, input.answers, input.names);
    if (Object.keys(fieldErrors).length > 0) throw new AppError("invalid", { fieldErrors });
    if (given === 0) throw new AppError("invalid", { message: "Enter at least one answer before you save." });
    const entered = { answers, names, declined: [] };
    if (replaced && replaced.answeredOn === answeredOn && !differs(entered, replaced.sent)) {
      throw new AppError("invalid", { message: "Nothing differs from what was entered before." });
    }
    await keepResponse(tx, actor, {
      id,
      patientId,
      itemKey: id,
      dueOn: answeredOn,
      instrumentVersionId: version.id,
      instrument,
      ...entered,
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

/** What is put right, and the version it was given in: a correction keeps it. */
async function replacedResponse(tx: Tx, actor: Person, wanted: { patientId: string; correctsId: string }) {
  const own = and(
    inScope(actor, responses),
    eq(responses.id, wanted.correctsId),
    eq(responses.patientId, wanted.patientId),
  );
  const [replaced] = await tx
    .select({
      versionId: responses.instrumentVersionId,
      body: instrumentVersions.body,
      source: responses.source,
      answeredOn: answeredOnOf,
      answers: responses.answers,
      declined: responses.declined,
      named: responses.named,
    })
    .from(responses)
    .innerJoin(
      instrumentVersions,
      and(
        eq(instrumentVersions.clinicId, responses.clinicId),
        eq(instrumentVersions.id, responses.instrumentVersionId),
      ),
    )
    .where(own);
  const { versionId, body, source, answeredOn, named, ...sent } = found(replaced);
  if (source === "portal") {
    throw new AppError("conflict", {
      message: "The patient gave these answers in the portal and corrects them there.",
    });
  }
  const [standing] = await tx.select({ id: responses.id }).from(responses).where(and(own, isStanding));
  if (!standing) throw new AppError("conflict", { message: "These answers were corrected already." });
  const version = { id: versionId, instrument: body as Instrument };
  return { version, answeredOn, sent: { ...sent, names: named ?? {} } };
}
