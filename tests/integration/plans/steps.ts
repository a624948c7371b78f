import type postgres from "postgres";
import type { Person } from "@/lib/access/actor";
import { newId } from "@/lib/core/ids";
import { applyProtocol } from "@/lib/plans/commands/apply-protocol";
import { publishPlan } from "@/lib/plans/commands/publish";
import { saveDraft } from "@/lib/plans/commands/save-draft";
import { startDraft } from "@/lib/plans/commands/start-draft";
import { getDraft } from "@/lib/plans/queries/draft";
import type { DraftBody, DraftItem } from "@/lib/plans/schemas";
import type { TestClinic } from "@/tests/support/clinic";

export const PROTOCOL = "unstable-knee-with-back-pain";

/** Noon in London on a Monday: far from any midnight. */
export const MONDAY = new Date("2026-03-02T12:00:00Z");

export const idOf = (patient: Person): string => {
  if (patient.patientId === null) throw new Error("not a patient");
  return patient.patientId;
};

/** A plan with a draft of the shipped protocol. */
export async function apply(clinic: TestClinic, options: { patient?: Person; now?: Date } = {}) {
  const id = newId();
  const patientId = idOf(options.patient ?? clinic.patient);
  const input = { id, patientId, protocolSlug: PROTOCOL };
  await applyProtocol.execute(clinic.clinician, input, { now: options.now ?? MONDAY });
  return { planId: id, patientId, revision: 1, body: await draftBody(clinic.clinician, patientId) };
}

export async function draftBody(actor: Person, patientId: string): Promise<DraftBody> {
  const { draft } = await getDraft(actor, { patientId });
  if (!draft) throw new Error("there is no draft");
  return draft.body;
}

/** A plan whose first version is published. */
export async function published(clinic: TestClinic, options: { patient?: Person; now?: Date } = {}) {
  const { planId, patientId, body } = await apply(clinic, options);
  const versionId = newId();
  const input = { id: versionId, planId, revision: 1 };
  await publishPlan.execute(clinic.clinician, input, { now: options.now ?? MONDAY });
  return { planId, patientId, versionId, body };
}

/** Opens, changes and publishes a plan; the next version. */
export async function change(
  clinic: TestClinic,
  plan: { planId: string; patientId: string },
  edit: (body: DraftBody) => DraftBody,
  now = MONDAY,
) {
  const { planId, patientId } = plan;
  const at = { now };
  const opened = await startDraft.execute(clinic.clinician, { id: newId(), planId, patientId }, at);
  const body = edit(await draftBody(clinic.clinician, patientId));
  const saved = await saveDraft.execute(clinic.clinician, { planId, revision: opened.revision, body }, at);
  const versionId = newId();
  const done = await publishPlan.execute(clinic.clinician, { id: versionId, planId, revision: saved.revision }, at);
  return { versionId, number: done.number, effectiveOn: done.effectiveOn, body };
}

/** The text with one of its items changed. */
export function withItem(body: DraftBody, slug: string, edit: (item: DraftItem) => DraftItem): DraftBody {
  return {
    ...body,
    phases: body.phases.map((phase) => ({
      ...phase,
      items: phase.items.map((item) => (item.slug === slug ? edit(item) : item)),
    })),
  };
}

/** Where an item stands in a text, as refusals name it. */
export function placeOf(body: DraftBody, slug: string): string {
  for (const [phase, { items }] of body.phases.entries()) {
    const item = items.findIndex((line) => line.slug === slug);
    if (item >= 0) return `phases.${phase}.items.${item}`;
  }
  throw new Error(`the text has no ${slug}`);
}

export function withSets(body: DraftBody, slug: string, sets: number): DraftBody {
  return withItem(body, slug, (item) => ({ ...item, dose: item.dose && { ...item.dose, sets } }));
}

/** How often an action was written to the clinic's audit trail about a patient. */
export async function auditCount(admin: postgres.Sql, clinicId: string, action: string, patientId: string) {
  const [row] = await admin<{ count: number }[]>`select count(*)::int as count from audit_events
    where clinic_id = ${clinicId} and action = ${action} and patient_id = ${patientId}`;
  return row?.count;
}

/** Runs all at once and sorts what came of them: the values, and the codes of those refused. */
export async function settle<T>(work: readonly Promise<T>[]): Promise<{ values: T[]; codes: string[] }> {
  const values: T[] = [];
  const codes: string[] = [];
  for (const outcome of await Promise.allSettled(work)) {
    if (outcome.status === "fulfilled") values.push(outcome.value);
    else codes.push(String((outcome.reason as { code?: string }).code));
  }
  return { values, codes };
}
