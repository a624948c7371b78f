import { and, eq } from "drizzle-orm";
import { patients } from "@/db/schema/identity";
import { calendarDayOf } from "@/lib/core/calendar";
import { command } from "@/lib/core/command";
import { invalidField } from "@/lib/core/errors";
import { addPatientSchema } from "../schemas";

/** Opens a patient's record. The id is made by the form, so that sending it twice opens one. */
export const addPatient = command({
  can: "identity.add-patient",
  input: addPatientSchema,
  once: true,
  async run({ tx, actor, now, input, audit }) {
    if (input.dateOfBirth > calendarDayOf(now, actor.timeZone)) {
      throw invalidField("dateOfBirth", "This day is still to come. Check the year.");
    }
    const [taken] = await tx
      .select({ id: patients.id })
      .from(patients)
      .where(and(eq(patients.clinicId, actor.clinicId), eq(patients.email, input.email)));
    if (taken) throw invalidField("email", "Another patient of this clinic has this address.");
    await tx.insert(patients).values({ clinicId: actor.clinicId, ...input, createdAt: now, createdBy: actor.memberId });
    audit({ subjectType: "patient", subjectId: input.id, patientId: input.id });
    return { patientId: input.id };
  },
});
