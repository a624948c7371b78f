import { and, eq, isNull, ne } from "drizzle-orm";
import { invitations, patients } from "@/db/schema/identity";
import { calendarDayOf } from "@/lib/core/calendar";
import { command } from "@/lib/core/command";
import { found, invalidField } from "@/lib/core/errors";
import { editPatientSchema } from "../schemas";

/**
 * Changes what the clinic knows of a patient. With a new e-mail, open invitations are withdrawn: their link went to the old
 * address. The e-mail a patient already signs in with stays theirs.
 */
export const editPatient = command({
  can: "identity.edit-patient",
  input: editPatientSchema,
  async run({ tx, actor, now, input, audit }) {
    const { patientId, ...fields } = input;
    const own = and(eq(patients.clinicId, actor.clinicId), eq(patients.id, patientId));
    const [before] = await tx.select({ email: patients.email }).from(patients).where(own).for("update");
    const moved = found(before).email !== fields.email;
    if (fields.dateOfBirth > calendarDayOf(now, actor.timeZone)) {
      throw invalidField("dateOfBirth", "This day is still to come. Check the year.");
    }
    const [taken] = await tx
      .select({ id: patients.id })
      .from(patients)
      .where(and(eq(patients.clinicId, actor.clinicId), eq(patients.email, fields.email), ne(patients.id, patientId)));
    if (taken) throw invalidField("email", "Another patient of this clinic has this address.");
    await tx.update(patients).set(fields).where(own);
    if (moved) {
      await tx
        .update(invitations)
        .set({ withdrawnAt: now })
        .where(
          and(
            eq(invitations.clinicId, actor.clinicId),
            eq(invitations.patientId, patientId),
            isNull(invitations.redeemedAt),
            isNull(invitations.withdrawnAt),
          ),
        );
    }
    audit({ subjectType: "patient", subjectId: patientId, patientId, detail: { emailChanged: moved } });
    return {};
  },
});
