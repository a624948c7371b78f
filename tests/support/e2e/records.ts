import type postgres from "postgres";
import { calendarDayOf } from "@/lib/core/calendar";
import { newId } from "@/lib/core/ids";
import { copyItem } from "@/lib/library/commands/copy";
import { writeItem } from "@/lib/library/commands/write";
import { ownSlug } from "@/lib/library/own-slug";
import { addItem } from "@/lib/plans/commands/add-item";
import { publishPlan } from "@/lib/plans/commands/publish";
import type { ItemKind } from "@/lib/plans/vocabulary";
import { recordPractice } from "@/lib/practice/commands/record";
import { bringIn } from "@/lib/questionnaires/commands/bring-in";
import { openDraft } from "@/lib/questionnaires/commands/open-draft";
import { saveAnswer } from "@/lib/questionnaires/commands/save-answer";
import { submit } from "@/lib/questionnaires/commands/submit";
import { bytesOf, csvOf, filledRows, slotNamed } from "@/tests/unit/questionnaires/licensed/made-up";
import { exerciseText } from "../library";
import { photoText, putPhotoIn } from "../photo";
import type { PatientAccount, World } from "./world";

export type Line = { id: string; key: string; slug: string; anchorOn: string };

/** The lines of one kind in a patient's newest plan version, in their order. */
export async function linesOf(admin: postgres.Sql, patient: PatientAccount, kind: ItemKind): Promise<Line[]> {
  return admin<Line[]>`
    select i.id, i.key, coalesce(l.slug, q.slug) as slug, i.anchor_on::text as "anchorOn"
    from plan_items i
    join plan_versions v on v.clinic_id = i.clinic_id and v.id = i.plan_version_id
    join plans p on p.clinic_id = v.clinic_id and p.id = v.plan_id and p.current_version = v.number
    left join library_versions lv on lv.clinic_id = i.clinic_id and lv.id = i.library_version_id
    left join library_items l on l.clinic_id = lv.clinic_id and l.id = lv.item_id
    left join instrument_versions iv on iv.clinic_id = i.clinic_id and iv.id = i.instrument_version_id
    left join instruments q on q.clinic_id = iv.clinic_id and q.id = iv.instrument_id
    join phases f on f.clinic_id = i.clinic_id and f.id = i.phase_id
    where i.patient_id = ${patient.patientId} and i.kind = ${kind}
    order by f.position, i.position`;
}

/** An exercise the clinic wrote itself: a copy of one that came with the portal. */
export async function ownExercise(admin: postgres.Sql, world: Pick<World, "id" | "clinician">): Promise<string> {
  const [row] = await admin<{ id: string }[]>`
    select id from library_items where clinic_id = ${world.id} and kind = 'exercise' and slug = 'clamshell'`;
  if (!row) throw new Error("the library has no clamshell");
  const id = newId();
  await copyItem.execute(world.clinician.person, { id, fromItemId: row.id });
  return id;
}

/** The id of a protocol that ships, as the clinic has it. */
export async function shippedProtocol(admin: postgres.Sql, clinicId: string): Promise<string> {
  const [row] = await admin<{ id: string }[]>`
    select id from protocols where clinic_id = ${clinicId} and slug = 'knee-osteoarthritis'`;
  if (!row) throw new Error("the clinic has no protocol");
  return row.id;
}

/** Publishes an exercise of the clinic's own, with a photo, in a patient's running plan; gives the photo's id. */
export async function photoInPlan(world: Pick<World, "clinician">, { patientId }: PatientAccount): Promise<string> {
  const clinician = world.clinician.person;
  const id = newId();
  const mediaId = await putPhotoIn(clinician);
  const body = exerciseText({ media: [photoText(mediaId)] });
  await writeItem.execute(clinician, { id, kind: "exercise", body });
  const slug = ownSlug(body.name, id, "exercise");
  const added = await addItem.execute(clinician, { id: newId(), patientId, kind: "exercise", slug });
  await publishPlan.execute(clinician, { id: newId(), planId: added.planId, revision: added.revision });
  return mediaId;
}

/** Brings made-up words in for a published questionnaire of this name, and gives the name. */
export async function bringWordsIn(world: Pick<World, "clinician">, slug: string): Promise<string> {
  const bytes = bytesOf(csvOf(filledRows(slotNamed(slug))));
  const words = { id: newId(), slot: slug, fileName: "words.csv", bytes, reference: "Made up", rule: null };
  await bringIn.execute(world.clinician.person, words);
  return slug;
}

const firstOf = <T>(list: readonly T[]): T => {
  const [first] = list;
  if (first === undefined) throw new Error("there is none");
  return first;
};

/** Notes the first exercise of the plan as done, by the rules of real use. */
export async function logOnce(
  admin: postgres.Sql,
  patient: PatientAccount,
  options: { note?: string; painNrs?: number; setsDone?: number; now?: Date } = {},
): Promise<{ logId: string; line: Line }> {
  const { note = "", painNrs = 3, setsDone = 2, now = new Date() } = options;
  const line = firstOf(await linesOf(admin, patient, "exercise"));
  const logId = newId();
  const entry = {
    id: logId,
    planItemId: line.id,
    dueOn: calendarDayOf(now, patient.person.timeZone),
    occasion: 1,
    outcome: "done",
    setsDone,
    repetitionsDone: 8,
    painNrs,
    effortRpe: 4,
    note,
    performedAt: now.toISOString(),
  };
  await recordPractice.execute(patient.person, { id: newId(), entries: [entry] }, { now });
  return { logId, line };
}

/** Opens a questionnaire of the plan, answers the first `count` questions with `value`, and sends it when asked to. */
export async function answerQuestions(
  admin: postgres.Sql,
  patient: PatientAccount,
  options: { count: number; value: number; isSent: boolean; now?: Date; slug?: string; named?: string },
): Promise<{ itemKey: string; dueOn: string; draftId: string; responseId: string }> {
  const { count, value, isSent, now = new Date(), slug = "knee-and-hip-index", named } = options;
  const lines = await linesOf(admin, patient, "questionnaire");
  const { key: itemKey, anchorOn: dueOn } = firstOf(lines.filter((line) => line.slug === slug));
  const { draftId } = await openDraft.execute(patient.person, { id: newId(), itemKey, dueOn }, { now });
  const [row] = await admin<{ items: string[] }[]>`
    select array(select item ->> 'id' from jsonb_array_elements(v.body -> 'subscales') part, jsonb_array_elements(part -> 'items') item) as items
    from response_drafts d join instrument_versions v on v.clinic_id = d.clinic_id and v.id = d.instrument_version_id
    where d.id = ${draftId}`;
  for (const itemId of row?.items.slice(0, count) ?? []) {
    const answer = { draftId, itemId, value, named, answeredAt: now.toISOString() };
    await saveAnswer.execute(patient.person, answer, { now });
  }
  const responseId = newId();
  if (isSent) await submit.execute(patient.person, { id: responseId, draftId }, { now });
  return { itemKey, dueOn, draftId, responseId };
}
