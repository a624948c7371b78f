import { and, eq, isNull, sql } from "drizzle-orm";
import { patients } from "@/db/schema/identity";
import { instruments, questionnaireRequests } from "@/db/schema/questionnaires";
import { calendarDayOf } from "@/lib/core/calendar";
import { command } from "@/lib/core/command";
import { AppError, found, invalidField } from "@/lib/core/errors";
import { dueOccasions } from "../occasions";
import { answeredOccasions } from "../queries/answered";
import { askedPlans } from "../queries/asked-plans";
import { latestVersions } from "../queries/instruments";
import { sendNowSchema } from "../schemas";

/**
 * Sends a patient a questionnaire beside their plan; it is due today, where the patient is. Throws invalid for one the clinic does not have,
 * conflict at the same field when the patient has it to answer already, or answered it today.
 */
export const sendNow = command({
  can: "questionnaires.send-now",
  input: sendNowSchema,
  once: true,
  async run({ tx, actor, now, input, audit }): Promise<{ requestId: string }> {
    const { id, patientId, slug, note, windowDays } = input;
    const [row] = await tx
      .select({ timeZone: patients.timeZone })
      .from(patients)
      .where(and(eq(patients.clinicId, actor.clinicId), eq(patients.id, patientId)));
    const dueOn = calendarDayOf(now, found(row).timeZone);
    const [version] = await latestVersions(tx, actor, and(eq(instruments.slug, slug), isNull(instruments.retiredAt)));
    if (!version) throw invalidField("slug", "Choose a questionnaire.");
    // Two of one questionnaire sent at the same moment wait for each other here.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${patientId}/${slug}`}, 0))`);
    const answered = await answeredOccasions(tx, actor, patientId);
    const open = dueOccasions(await askedPlans(tx, actor, patientId), dueOn, answered);
    if (open.some((due) => due.slug === slug)) throw refusedAt("This waits for the patient already.");
    if (answered.some((one) => one.slug === slug && one.answeredOn >= dueOn)) {
      throw refusedAt("The patient answered this today. You can send it again tomorrow.");
    }
    const { id: instrumentVersionId } = version;
    await tx.insert(questionnaireRequests).values({
      clinicId: actor.clinicId,
      id,
      patientId,
      instrumentVersionId,
      dueOn,
      windowDays,
      note,
      sentAt: now,
      sentBy: actor.memberId,
    });
    audit({ subjectType: "questionnaire-request", subjectId: id, patientId, detail: { slug, dueOn, windowDays } });
    return { requestId: id };
  },
});

const refusedAt = (slug: string) => new AppError("conflict", { message: slug, fieldErrors: { slug } });
