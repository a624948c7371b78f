import type postgres from "postgres";
import type { Person } from "@/lib/access/actor";
import { newId } from "@/lib/core/ids";
import { makeCalendar } from "@/lib/export/commands/make-calendar";
import { addPatient } from "@/lib/identity/commands/add-patient";
import { inviteMember } from "@/lib/identity/commands/invite-member";
import { invitePatient } from "@/lib/identity/commands/invite-patient";
import { addDevice } from "@/lib/jobs/commands/add-device";
import { writeItem } from "@/lib/library/commands/write";
import { ownSlug } from "@/lib/library/own-slug";
import { answerQuestion } from "@/lib/messages/commands/answer";
import { askQuestion } from "@/lib/messages/commands/ask";
import { saveDraft } from "@/lib/plans/commands/save-draft";
import { saveProtocol } from "@/lib/plans/commands/save-protocol";
import { startDraft } from "@/lib/plans/commands/start-draft";
import type { DraftBody } from "@/lib/plans/schemas";
import { correctPractice } from "@/lib/practice/commands/correct";
import { markRead } from "@/lib/practice/commands/mark-read";
import { recordPractice } from "@/lib/practice/commands/record";
import { enterPaper } from "@/lib/questionnaires/commands/enter-paper";
import { openDraft } from "@/lib/questionnaires/commands/open-draft";
import { saveAnswer } from "@/lib/questionnaires/commands/save-answer";
import { sendNow } from "@/lib/questionnaires/commands/send-now";
import { submit } from "@/lib/questionnaires/commands/submit";
import { getInstrument } from "@/lib/questionnaires/queries/instruments";
import { makeClinic, type TestClinic } from "./clinic";
import { exerciseText } from "./library";
import { photoText, putPhotoIn } from "./photo";
import { makePlan } from "./plan";
import { ARTICLE, logEntry, MONDAY, NOW, send, TODAY, WALL_SIT } from "./practice";
import { deviceForm } from "./reminders";

export const SIDES = ["oak", "elm"] as const;
export type Side = (typeof SIDES)[number];
/** Patients with a course, and one whose record was just opened: nobody signs in as that one. */
export const OWNERS = ["first", "second", "newcomer"] as const;
export type Owner = (typeof OWNERS)[number];
export const PEOPLE = ["admin", "clinician", "first", "second"] as const;
export type Who = (typeof PEOPLE)[number];

/** Every id of one patient's record that a request may name, beside some of their clinic. */
const IDS = {
  clinicId: "",
  staffId: "",
  invitationId: "",
  ownItemId: "",
  patientId: "",
  memberId: "",
  planId: "",
  exerciseId: "",
  articleId: "",
  itemKey: "",
  sentItemKey: "",
  logId: "",
  draftId: "",
  responseId: "",
  requestId: "",
  paperResponseId: "",
  questionId: "",
  mediaId: "",
  deviceId: "",
  instrumentId: "",
  protocolId: "",
  suggestion: "",
};
export type Ids = Record<keyof typeof IDS, string>;
export const ID_NAMES = Object.keys(IDS) as (keyof Ids)[];

/** Ids of nothing there is. */
export const neverWere = (): Ids => ({ ...IDS, ...Object.fromEntries(ID_NAMES.map((name) => [name, newId()])) });

export type World = Readonly<Record<Side, { people: Record<Who, Person>; ids: Record<Owner, Ids> }>>;

/** A text that can be saved over any draft of these clinics. */
export const draftText = (title: string): DraftBody => ({
  title,
  phases: [{ key: newId(), title: "Only phase", aim: "", weeks: null, items: [{ ...DRAFT_ITEM, key: newId() }] }],
});
const DRAFT_ITEM = {
  kind: "article",
  slug: ARTICLE.slug,
  dose: null,
  schedule: { kind: "once", day: 1 },
  note: "",
  painCeiling: 5,
} as const;

export const PATIENT_FIELDS = {
  name: "New Comer",
  dateOfBirth: "1970-05-05",
  region: "hip",
  side: "right",
  goal: "To kneel again",
  timeZone: "Europe/London",
} as const;

const at = { now: NOW };

/** What keeps a plan as a protocol. */
export const keptProtocol = (id: string, planId: string) => ({
  id,
  planId,
  text: "in-force" as const,
  title: "Kept for others",
  summary: "For others whose knee is much alike.",
  keepNotes: false,
});

/** Two clinics alike, each with people, records in every table a room writes, and canaries in all their words. */
export async function makeWorld(admin: postgres.Sql): Promise<World> {
  return { oak: await makeSide(admin, "oak"), elm: await makeSide(admin, "elm") };
}

async function makeSide(admin: postgres.Sql, side: Side): Promise<World[Side]> {
  const clinic = await makeClinic(admin);
  const [invitationId, newcomer] = [newId(), newId()];
  const invited = { id: invitationId, name: "In Vited", email: `invited@${side}.test`, role: "clinician" };
  await inviteMember.execute(clinic.admin, invited, at);
  const added = { id: newcomer, ...PATIENT_FIELDS, email: `newcomer@${side}.test` };
  await addPatient.execute(clinic.clinician, added, at);
  await invitePatient.execute(clinic.clinician, { id: newId(), patientId: newcomer }, at);
  const written = { id: newId(), kind: "exercise", body: exerciseText() };
  const { itemId: ownItemId } = await writeItem.execute(clinic.clinician, written, at);
  const { instrumentId } = await getInstrument(clinic.clinician, { slug: "knee-and-hip-index" });
  const first = await makeRecord(admin, clinic, clinic.patient);
  const { protocolId } = await saveProtocol.execute(clinic.clinician, keptProtocol(newId(), first.planId), at);
  const staff = { staffId: clinic.clinician.memberId, invitationId };
  const ofClinic = { clinicId: clinic.id, ...staff, ownItemId, instrumentId, protocolId };
  const ids = {
    first: { ...first, ...ofClinic },
    second: { ...(await makeRecord(admin, clinic, clinic.otherPatient)), ...ofClinic },
    newcomer: { ...neverWere(), ...ofClinic, patientId: newcomer },
  };
  await plantCanaries(admin, side, ids);
  const { clinician, patient, otherPatient: second } = clinic;
  return { people: { admin: clinic.admin, clinician, first: patient, second }, ids };
}

/** A course in its second week: logs, one of them corrected, reading, questions, answers sent and begun, a draft of the plan. */
async function makeRecord(admin: postgres.Sql, clinic: TestClinic, patient: Person): Promise<Ids> {
  const questions = { kind: "questionnaire", slug: "knee-and-hip-index", note: "Why we ask" } as const;
  const screen = { ...questions, slug: "safety-screen-knee-and-back" };
  const pictured = await makePictured(clinic);
  const shown = { kind: "exercise", slug: pictured.slug, note: "Why" } as const;
  const items = [{ ...WALL_SIT, note: "Why" }, { ...ARTICLE, note: "Why" }, screen, questions, shown];
  const plan = await makePlan(admin, clinic, patient, { startsOn: MONDAY, items });
  const [exerciseId = "", articleId = ""] = plan.items.map(({ id }) => id);
  const [, , sentItemKey = "", itemKey = ""] = plan.items.map(({ key }) => key);
  const [, , , , over] = plan.items;
  const more = [MONDAY, TODAY].map((dueOn) => logEntry(over?.id ?? "", { dueOn, repetitionsDone: 12, painNrs: 0 }));
  await recordPractice.execute(patient, send(...more), at);
  const suggestion = `two-for-two:${over?.key}:10:none`;
  const [mistaken, standing] = [logEntry(exerciseId, { dueOn: MONDAY }), logEntry(exerciseId)];
  await recordPractice.execute(patient, send(mistaken, standing), at);
  const correction = { id: newId(), logId: mistaken.id, reason: "Wrong", outcome: "partly", note: "Sorry" };
  await correctPractice.execute(patient, correction, at);
  await markRead.execute(patient, { id: newId(), planItemId: articleId }, at);
  const begin = async (key: string, itemId: string) => {
    const { draftId } = await openDraft.execute(patient, { id: newId(), itemKey: key, dueOn: MONDAY }, at);
    await saveAnswer.execute(patient, { draftId, itemId, value: 1, answeredAt: NOW.toISOString() }, at);
    return draftId;
  };
  const sent = { id: newId(), draftId: await begin(sentItemKey, "back-numb-seat") };
  const { responseId } = await submit.execute(patient, sent, at);
  const draftId = await begin(itemKey, "pain-kerb");
  const beside = await makeBesidePlan(clinic, plan.patientId);
  const [questionId, answered] = [newId(), newId()];
  for (const id of [questionId, answered]) {
    await askQuestion.execute(patient, { id, planItemId: articleId, body: "May I?" }, at);
  }
  const answer = { id: newId(), questionId: answered, body: "You may." };
  await answerQuestion.execute(clinic.clinician, answer, at);
  const { planId, patientId } = plan;
  await startDraft.execute(clinic.clinician, { id: newId(), planId, patientId }, at);
  await saveDraft.execute(clinic.clinician, { planId, revision: 1, body: draftText("Next") }, at);
  const { deviceId } = await addDevice.execute(patient, deviceForm(), at);
  await makeCalendar.execute(patient, {}, at);
  const { memberId } = patient;
  const { mediaId } = pictured;
  const own = { patientId, memberId, planId, exerciseId, articleId, itemKey, sentItemKey, mediaId, deviceId };
  return { ...IDS, ...own, ...beside, suggestion, logId: standing.id, draftId, responseId, questionId };
}

/** A questionnaire sent beside the plan, and answers from paper that were put right once, with activities of the patient's own. */
async function makeBesidePlan({ clinician }: TestClinic, patientId: string) {
  const request = { id: newId(), patientId, slug: "overall-change", note: "Why now", windowDays: null };
  const { requestId } = await sendNow.execute(clinician, request, at);
  const activity = "activity-first";
  const form = { patientId, slug: "three-activities", answeredOn: MONDAY, names: { [activity]: "Kneeling" } };
  const mistaken = { ...form, id: newId(), answers: { [activity]: 1 } };
  await enterPaper.execute(clinician, mistaken, at);
  const right = { ...form, id: newId(), answers: { [activity]: 2 }, correctsId: mistaken.id, reason: "Misread" };
  const { responseId: paperResponseId } = await enterPaper.execute(clinician, right, at);
  return { requestId, paperResponseId };
}

/** An exercise of the clinic's own with a photo that stands in no other. */
async function makePictured({ clinician }: TestClinic): Promise<{ slug: string; mediaId: string }> {
  const id = newId();
  const mediaId = await putPhotoIn(clinician, NOW);
  const body = exerciseText({ media: [photoText(mediaId)] });
  await writeItem.execute(clinician, { id, kind: "exercise", body }, at);
  return { slug: ownSlug(body.name, id, "exercise"), mediaId };
}

type Subject = Owner | "staff";
const canary = (side: Side, subject: Subject, kind: "name" | "record") => `kanari-${side}-${subject}-${kind}`;

/** Every canary of a clinic; nothing is written in a record about the staff, and nobody signs in as the newcomer. */
export const canariesOf = (side: Side): string[] =>
  [
    canary(side, "staff", "name"),
    ...OWNERS.flatMap((owner) => [canary(side, owner, "name"), canary(side, owner, "record")]),
  ].sort();

const CANARY = /kanari-[a-z]+-[a-z]+-[a-z]+/g;

/** The canaries in an answer, each once. */
export const canariesIn = (answer: unknown): string[] => [...new Set(JSON.stringify(answer)?.match(CANARY))].sort();

/**
 * Whether a person may come upon a canary: never one of another clinic; a patient none of another patient; an administrator
 * names alone.
 */
export function mayMeet(side: Side, who: Who, word: string): boolean {
  if (who === "clinician") return word.startsWith(`kanari-${side}-`);
  if (who === "admin") return word.startsWith(`kanari-${side}-`) && word.endsWith("-name");
  const own = [canary(side, "staff", "name"), canary(side, who, "name"), canary(side, who, "record")];
  return own.includes(word);
}

/** What people wrote in a patient's record. */
const RECORD_WORDS = {
  plan_versions: "title = $3",
  phases: "title = $3, aim = $3",
  plan_items: "note = $3, range_limit = $3",
  plan_drafts: "body = jsonb_set(body, '{title}', to_jsonb($3::text))",
  messages: "body = $3",
  push_subscriptions: "device = $3",
  practice_logs: "note = $3, correction_reason = case when corrects_id is not null then $3 end",
  questionnaire_requests: "note = $3",
  responses: "correction_reason = case when corrects_id is not null then $3 end",
};

async function plantCanaries(admin: postgres.Sql, side: Side, ids: Record<Owner, Ids>): Promise<void> {
  const { clinicId } = ids.first;
  const staff = canary(side, "staff", "name");
  const ofClinic = (table: string, set: string, where = "true") =>
    admin.unsafe(`update ${table} set ${set} where clinic_id = $1 and ${where}`, [clinicId, staff]);
  await admin`update clinics set name = ${staff} where id = ${clinicId}`;
  for (const table of ["library_versions", "instrument_versions", "protocol_versions"]) {
    await ofClinic(table, "title = title || $2");
  }
  await ofClinic("memberships", "name = $2, email = $2 || '.' || id || '@a.test'");
  await ofClinic("sessions", "device = $2");
  await ofClinic("outbox", "to_address = $2, subject = $2, body = $2");
  await ofClinic("invitations", "name = $2, email = $2 || '@a.test'", "patient_id is null");
  for (const owner of OWNERS) {
    const { patientId, memberId } = ids[owner];
    const [name, record] = [canary(side, owner, "name"), canary(side, owner, "record")];
    const ofOwner = (table: string, set: string, [column, id]: readonly [string, string], word: string) =>
      admin.unsafe(`update ${table} set ${set} where clinic_id = $1 and ${column} = $2`, [clinicId, id, word]);
    const named = "name = $3, email = $3 || '.' || id || '@a.test'";
    await ofOwner("memberships", named, ["id", memberId], name);
    await ofOwner("sessions", "device = $3", ["membership_id", memberId], name);
    await ofOwner("patients", named, ["id", patientId], name);
    await ofOwner("invitations", named, ["patient_id", patientId], name);
    await ofOwner("patients", "goal = $3", ["id", patientId], record);
    for (const [table, set] of Object.entries(RECORD_WORDS)) {
      await ofOwner(table, set, ["patient_id", patientId], record);
    }
  }
  await admin`update accounts a set email = m.email from memberships m where m.account_id = a.id`;
}
