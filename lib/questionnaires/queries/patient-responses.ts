import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { patients } from "@/db/schema/identity";
import { inScope } from "@/lib/access/scope";
import { found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { type ResponseDetail, responseDetails } from "../response-detail";
import { responseRecords } from "./records";

export type PatientResponses = { patientId: string; responses: ResponseDetail[] };

/** Every questionnaire a patient sent, newest first, with each answer, its change and the scores; for the clinician. */
export const getPatientResponses = query({
  can: "questionnaires.read-patient",
  input: z.strictObject({ patientId: z.uuid() }),
  async run({ tx, actor, input, opened }): Promise<PatientResponses> {
    const { patientId } = input;
    const own = { clinicId: patients.clinicId, patientId: patients.id };
    const [patient] = await tx
      .select({ id: patients.id })
      .from(patients)
      .where(and(inScope(actor, own), eq(patients.id, patientId)));
    found(patient);
    opened(patientId);
    return { patientId, responses: responseDetails(await responseRecords(tx, actor, patientId)) };
  },
});
