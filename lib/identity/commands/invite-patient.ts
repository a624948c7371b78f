import { and, eq, isNull } from "drizzle-orm";
import { outbox } from "@/db/schema/core";
import { invitations, patients } from "@/db/schema/identity";
import { hashToken, newToken } from "@/lib/access/tokens";
import { calendarDayOf } from "@/lib/core/calendar";
import { command } from "@/lib/core/command";
import { env } from "@/lib/core/env";
import { AppError, found } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { daysAfter } from "../invitation-rule";
import { patientInvitationMail } from "../mail";
import { invitePatientSchema } from "../schemas";

const OPEN_DAYS = 14;

/**
 * Invites a patient to their own place, by mail, for fourteen days. Earlier open invitations are withdrawn. Throws AppError
 * conflict when the patient already has a place.
 */
export const invitePatient = command({
  can: "identity.invite-patient",
  input: invitePatientSchema,
  once: true,
  async run({ tx, actor, now, input, audit }) {
    const { id, patientId } = input;
    // Locked, so that two clinicians inviting at once leave one open invitation.
    const [row] = await tx
      .select({
        name: patients.name,
        email: patients.email,
        timeZone: patients.timeZone,
        membershipId: patients.membershipId,
      })
      .from(patients)
      .where(and(eq(patients.clinicId, actor.clinicId), eq(patients.id, patientId)))
      .for("update");
    const patient = found(row);
    if (patient.membershipId) {
      throw new AppError("conflict", { message: "This patient has already accepted an invitation, and can sign in." });
    }
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
    const token = newToken();
    const expiresAt = daysAfter(now, OPEN_DAYS);
    await tx.insert(invitations).values({
      clinicId: actor.clinicId,
      id,
      role: "patient",
      name: patient.name,
      email: patient.email,
      patientId,
      tokenHash: hashToken(token),
      createdAt: now,
      createdBy: actor.memberId,
      expiresAt,
    });
    const mail = patientInvitationMail({
      clinicName: actor.clinicName,
      name: patient.name,
      link: `${env().PUBLIC_URL}/invitation/${token}`,
      lastDay: calendarDayOf(expiresAt, patient.timeZone),
    });
    await tx.insert(outbox).values({
      clinicId: actor.clinicId,
      id: newId(),
      kind: "invitation",
      toAddress: patient.email,
      ...mail,
      createdAt: now,
    });
    audit({ subjectType: "invitation", subjectId: id, patientId });
    return { invitationId: id };
  },
});
