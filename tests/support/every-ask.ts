import type { Person } from "@/lib/access/actor";
import { switchMembership } from "@/lib/access/commands/switch-membership";
import { getOwnAccess } from "@/lib/access/queries";
import { listAudit, listOwnLooks } from "@/lib/audit/queries";
import { newId } from "@/lib/core/ids";
import { makeCalendar } from "@/lib/export/commands/make-calendar";
import { revokeCalendar } from "@/lib/export/commands/revoke-calendar";
import { getCalendarFeed } from "@/lib/export/queries/calendar";
import { getHandout, getPatientHandout } from "@/lib/export/queries/handout";
import { getExportedResponses } from "@/lib/export/queries/responses";
import { addPatient } from "@/lib/identity/commands/add-patient";
import { disableMember } from "@/lib/identity/commands/disable-member";
import { editPatient } from "@/lib/identity/commands/edit-patient";
import { enableMember } from "@/lib/identity/commands/enable-member";
import { inviteMember } from "@/lib/identity/commands/invite-member";
import { invitePatient } from "@/lib/identity/commands/invite-patient";
import { withdrawInvitation } from "@/lib/identity/commands/withdraw-invitation";
import { getPatient, listMembers } from "@/lib/identity/queries";
import type { Role } from "@/lib/identity/vocabulary";
import { addDevice } from "@/lib/jobs/commands/add-device";
import { removeDevice } from "@/lib/jobs/commands/remove-device";
import { saveReminders } from "@/lib/jobs/commands/save-reminders";
import { snoozeReminders } from "@/lib/jobs/commands/snooze-reminders";
import { stopReminders } from "@/lib/jobs/commands/stop-reminders";
import { getReminders } from "@/lib/jobs/queries/reminders";
import { copyItem } from "@/lib/library/commands/copy";
import { favouriteItem } from "@/lib/library/commands/favourite";
import { restoreItem } from "@/lib/library/commands/restore";
import { retireItem } from "@/lib/library/commands/retire";
import { reviseItem } from "@/lib/library/commands/revise";
import { uploadPhoto } from "@/lib/library/commands/upload";
import { writeItem } from "@/lib/library/commands/write";
import { listLibrary } from "@/lib/library/queries";
import { getLibraryItem } from "@/lib/library/queries/item";
import { getPhoto } from "@/lib/library/queries/photo";
import { searchLibrary } from "@/lib/library/queries/search";
import { answerQuestion } from "@/lib/messages/commands/answer";
import { askQuestion } from "@/lib/messages/commands/ask";
import { getOwnQuestions, getPatientQuestions } from "@/lib/messages/queries";
import { addItem } from "@/lib/plans/commands/add-item";
import { applyProtocol } from "@/lib/plans/commands/apply-protocol";
import { decideSuggestion } from "@/lib/plans/commands/decide-suggestion";
import { discardDraft } from "@/lib/plans/commands/discard-draft";
import { endPlan } from "@/lib/plans/commands/end";
import { pausePlan } from "@/lib/plans/commands/pause";
import { publishPlan } from "@/lib/plans/commands/publish";
import { resumePlan } from "@/lib/plans/commands/resume";
import { retireProtocol } from "@/lib/plans/commands/retire-protocol";
import { saveDraft } from "@/lib/plans/commands/save-draft";
import { saveProtocol } from "@/lib/plans/commands/save-protocol";
import { startDraft } from "@/lib/plans/commands/start-draft";
import { updateProtocol } from "@/lib/plans/commands/update-protocol";
import { getDraft as getPlanDraft } from "@/lib/plans/queries/draft";
import { getPlanOverview } from "@/lib/plans/queries/overview";
import { getOwnPause } from "@/lib/plans/queries/pausing";
import { getPreview } from "@/lib/plans/queries/preview";
import { comparePlan, getProtocol, listProtocols } from "@/lib/plans/queries/protocols";
import { listReceivers } from "@/lib/plans/queries/receivers";
import { getRunningPlans } from "@/lib/plans/queries/running";
import { correctPractice } from "@/lib/practice/commands/correct";
import { finishSession } from "@/lib/practice/commands/finish-session";
import { markRead } from "@/lib/practice/commands/mark-read";
import { recordPractice } from "@/lib/practice/commands/record";
import { getExercise } from "@/lib/practice/queries/exercise";
import { getHistory } from "@/lib/practice/queries/history";
import { getLog } from "@/lib/practice/queries/logs";
import { getPastDay } from "@/lib/practice/queries/past-day";
import { getPatientLogs } from "@/lib/practice/queries/patient-logs";
import { getPlayer } from "@/lib/practice/queries/player";
import { getArticle, getReading } from "@/lib/practice/queries/reading";
import { getToday } from "@/lib/practice/queries/today";
import { getOwnProgress } from "@/lib/progress/queries/own-progress";
import { getPatientHeader, getPatientRecord } from "@/lib/progress/queries/patient-record";
import { getPatients } from "@/lib/progress/queries/patients";
import { getWorklist } from "@/lib/progress/queries/worklist";
import { bringIn } from "@/lib/questionnaires/commands/bring-in";
import { enterPaper } from "@/lib/questionnaires/commands/enter-paper";
import { importResults } from "@/lib/questionnaires/commands/import-results";
import { openDraft } from "@/lib/questionnaires/commands/open-draft";
import { restoreInstrument } from "@/lib/questionnaires/commands/restore";
import { retireInstrument } from "@/lib/questionnaires/commands/retire";
import { reviewFlags } from "@/lib/questionnaires/commands/review-flags";
import { saveAnswer } from "@/lib/questionnaires/commands/save-answer";
import { sendNow } from "@/lib/questionnaires/commands/send-now";
import { startCorrection } from "@/lib/questionnaires/commands/start-correction";
import { submit } from "@/lib/questionnaires/commands/submit";
import { withdrawRequest } from "@/lib/questionnaires/commands/withdraw-request";
import { getCorrection } from "@/lib/questionnaires/queries/correction";
import { getDraft as getQuestionDraft } from "@/lib/questionnaires/queries/draft";
import { getInstrument, listInstruments } from "@/lib/questionnaires/queries/instruments";
import { checkResults } from "@/lib/questionnaires/queries/past-results";
import { getPaperResponse, getPatientResponses } from "@/lib/questionnaires/queries/patient-responses";
import { getQuestions } from "@/lib/questionnaires/queries/questions";
import { getResult } from "@/lib/questionnaires/queries/result";
import { listScores } from "@/lib/questionnaires/queries/scores";
import { getInstrumentPage, getShelf } from "@/lib/questionnaires/queries/shelf";
import { bytesOf, csvOf, filledRows, slotNamed } from "@/tests/unit/questionnaires/licensed/made-up";
import { exerciseText, ownArticleText } from "./library";
import { TINY_PNG } from "./photo";
import { logEntry, MONDAY, NOW, TODAY } from "./practice";
import { deviceForm, reminderForm } from "./reminders";
import { draftText, type Ids, keptProtocol, PATIENT_FIELDS } from "./two-clinics";

/** `own` are ids of the asker's own clinic, `target` those the request is about, `id` the one it brings for a new row. */
type Place = { own: Ids; target: Ids; id: string };

export type Ask = {
  /** The room and the exported name, and after a colon which of its ids is the target's when there are several. */
  name: string;
  /** The roles to which the ids of a target can be their own. */
  by: readonly Role[];
  /** False when no id is named: there is nothing foreign to ask for. */
  isAimed: boolean;
  put: (person: Person, place: Place) => Promise<unknown>;
};

type Answering<I> = (person: Person, raw: I, options: { now: Date }) => Promise<unknown>;

const ask =
  (isAimed: boolean, ...by: readonly Role[]) =>
  <I>(name: string, answering: Answering<I>, input: (place: Place) => I): Ask => ({
    name,
    by,
    isAimed,
    put: (person, place) => answering(person, input(place), { now: NOW }),
  });
const unaimed = <I>(by: readonly Role[], name: string, answering: Answering<I>, raw: I): Ask =>
  ask(false, ...by)(name, answering, () => raw);

const EVERYBODY = ["patient", "clinician", "admin"] as const;
const [byAdmin, byClinician, byPatient] = [ask(true, "admin"), ask(true, "clinician"), ask(true, "patient")];

const patientOf = ({ target: { patientId } }: Place) => ({ patientId });
/** Another's plan, said to be that of one's own patient. */
const planBesideOwn = ({ own: { patientId }, target: { planId } }: Omit<Place, "id">) => ({ patientId, planId });
const memberOf = ({ target: { memberId } }: Place) => ({ memberId });
const staffOf = ({ target: { staffId } }: Place) => ({ memberId: staffId });
const log = { outcome: "done", setsDone: 3, painNrs: 2, note: "Again" } as const;
/** The draft has been saved once when a sequence begins. */
const revision = 2;
const text = draftText("Changed");
const instrumentOf = ({ target: { instrumentId } }: Place) => ({ instrumentId });
/** A file of one line: a patient who is not the clinic's is a line that is wrong, in words, and nothing is named by an id alone. */
const pastOf = ({ target: { patientId } }: Place) => ({
  slug: "single-number-function",
  text: `patient,date,function-today\n${patientId},2025-11-03,3\n`,
});
const WORDS = {
  slot: "phq-2",
  fileName: "words.csv",
  bytes: bytesOf(csvOf(filledRows(slotNamed("phq-2")))),
  reference: "Agreement 12",
  rule: null,
};
const PAPER = { slug: "knee-and-hip-index", answeredOn: MONDAY, answers: { "pain-kerb": 3 } };
const ACTIVITIES = {
  slug: "three-activities",
  answeredOn: MONDAY,
  answers: { "activity-first": 3 },
  names: { "activity-first": "Kneeling" },
};

/** Every command and query of a signed-in person but those on their own account, with what it is asked. */
export const ASKS: readonly Ask[] = [
  byPatient("access/switchMembership", switchMembership.execute, ({ target }) => ({
    clinicId: target.clinicId,
    membershipId: target.memberId,
  })),
  byPatient("access/switchMembership:membershipId", switchMembership.execute, ({ own, target }) => ({
    clinicId: own.clinicId,
    membershipId: target.memberId,
  })),
  unaimed(EVERYBODY, "access/getOwnAccess", getOwnAccess, {}),
  unaimed(["admin"], "audit/listAudit", listAudit, {}),
  unaimed(["patient"], "audit/listOwnLooks", listOwnLooks, {}),

  unaimed(["admin"], "identity/listMembers", listMembers, { search: "kanari" }),
  byAdmin("identity/disableMember", disableMember.execute, memberOf),
  byAdmin("identity/disableMember:staffId", disableMember.execute, staffOf),
  byAdmin("identity/enableMember", enableMember.execute, memberOf),
  byAdmin("identity/enableMember:staffId", enableMember.execute, staffOf),
  byAdmin("identity/withdrawInvitation", withdrawInvitation.execute, ({ target: { invitationId } }) => ({
    invitationId,
  })),
  ask(false, "admin")("identity/inviteMember", inviteMember.execute, ({ id }) => ({
    id,
    name: "Another",
    email: `${newId()}@invited.test`,
    role: "clinician",
  })),
  ask(false, "clinician")("identity/addPatient", addPatient.execute, ({ id }) => ({
    id,
    ...PATIENT_FIELDS,
    email: `${newId()}@added.test`,
  })),
  byClinician("identity/getPatient", getPatient, patientOf),
  byClinician("identity/editPatient", editPatient.execute, ({ target: { patientId } }) => ({
    patientId,
    ...PATIENT_FIELDS,
    email: `${patientId}@edited.test`,
  })),
  byClinician("identity/invitePatient", invitePatient.execute, ({ id, target: { patientId } }) => ({ id, patientId })),

  unaimed(["clinician"], "library/listLibrary", listLibrary, {}),
  unaimed(["clinician"], "library/searchLibrary", searchLibrary, { search: "towel" }),
  byClinician("library/getLibraryItem", getLibraryItem, ({ target: { ownItemId } }) => ({ id: ownItemId })),
  byClinician("library/favouriteItem", favouriteItem.execute, ({ target }) => ({ itemId: target.ownItemId, on: true })),
  byClinician("library/favouriteItem:off", favouriteItem.execute, ({ target }) => ({
    itemId: target.ownItemId,
    on: false,
  })),
  byClinician("library/copyItem", copyItem.execute, ({ id, target: { ownItemId } }) => ({ id, fromItemId: ownItemId })),
  ask(false, "clinician")("library/writeItem", writeItem.execute, ({ id }) => ({
    id,
    kind: "exercise",
    body: exerciseText({ name: "Another" }),
  })),
  ask(false, "clinician")("library/writeItem:article", writeItem.execute, ({ id }) => ({
    id,
    kind: "article",
    body: ownArticleText({ title: "Another" }),
  })),
  byClinician("library/reviseItem", reviseItem.execute, ({ target: { ownItemId } }) => ({
    itemId: ownItemId,
    baseVersion: 1,
    kind: "exercise",
    body: exerciseText({ name: "Revised" }),
  })),
  byClinician("library/retireItem", retireItem.execute, ({ target: { ownItemId } }) => ({ itemId: ownItemId })),
  byClinician("library/restoreItem", restoreItem.execute, ({ target: { ownItemId } }) => ({ itemId: ownItemId })),
  ask(false, "clinician")("library/uploadPhoto", uploadPhoto.execute, ({ id }) => ({ id, bytes: TINY_PNG })),
  ask(true, "patient", "clinician")("library/getPhoto", getPhoto, ({ target: { mediaId } }) => ({ id: mediaId })),

  byPatient("messages/askQuestion", askQuestion.execute, ({ id, target: { articleId } }) => ({
    id,
    planItemId: articleId,
    body: "May I go on?",
  })),
  byClinician("messages/answerQuestion", answerQuestion.execute, ({ id, target: { questionId } }) => ({
    id,
    questionId,
    body: "You may.",
  })),
  byPatient("messages/getOwnQuestions", getOwnQuestions, ({ target: { articleId } }) => ({ planItemId: articleId })),
  byClinician("messages/getPatientQuestions", getPatientQuestions, patientOf),

  unaimed(["clinician"], "plans/listProtocols", listProtocols, {}),
  byClinician("plans/getDraft", getPlanDraft, patientOf),
  byClinician("plans/getPlanOverview", getPlanOverview, patientOf),
  byClinician("plans/getPreview", getPreview, patientOf),
  byClinician("plans/getRunningPlans", getRunningPlans, patientOf),
  byClinician("plans/getDraft:planId", getPlanDraft, planBesideOwn),
  byClinician("plans/getPlanOverview:planId", getPlanOverview, planBesideOwn),
  byClinician("plans/getPreview:planId", getPreview, planBesideOwn),
  byClinician("plans/applyProtocol", applyProtocol.execute, ({ id, target: { patientId } }) => ({
    id,
    patientId,
    protocolSlug: "unstable-knee-with-back-pain",
  })),
  byClinician("plans/startDraft", startDraft.execute, ({ id, target: { patientId, planId } }) => ({
    id,
    patientId,
    planId,
  })),
  byClinician("plans/startDraft:planId", startDraft.execute, ({ id, own: { patientId }, target: { planId } }) => ({
    id,
    patientId,
    planId,
  })),
  byClinician("plans/startDraft:patientId", startDraft.execute, ({ id, own: { planId }, target: { patientId } }) => ({
    id,
    patientId,
    planId,
  })),
  unaimed(["clinician"], "plans/listReceivers", listReceivers, {}),
  byClinician("plans/addItem", addItem.execute, ({ id, target: { patientId } }) => ({
    id,
    patientId,
    kind: "exercise",
    slug: "clamshell",
  })),
  byClinician("plans/addItem:planId", addItem.execute, ({ id, ...place }) => ({
    id,
    ...planBesideOwn(place),
    kind: "exercise",
    slug: "clamshell",
  })),
  byClinician("plans/saveDraft", saveDraft.execute, ({ target: { planId } }) => ({ planId, revision, body: text })),
  byClinician("plans/discardDraft", discardDraft.execute, ({ target: { planId } }) => ({ planId, revision })),
  byClinician("plans/publishPlan", publishPlan.execute, ({ id, target: { planId } }) => ({ id, planId, revision })),
  byClinician("plans/endPlan", endPlan.execute, ({ target: { planId } }) => ({ planId })),

  byClinician("plans/getProtocol", getProtocol, ({ target: { protocolId } }) => ({ protocolId })),
  byClinician("plans/comparePlan:planId", comparePlan, (place) => ({
    ...planBesideOwn(place),
    slug: "knee-osteoarthritis",
  })),
  byClinician("plans/comparePlan", comparePlan, ({ target: { patientId } }) => ({
    patientId,
    slug: "knee-osteoarthritis",
  })),
  byClinician("plans/saveProtocol", saveProtocol.execute, ({ id, target: { planId } }) => keptProtocol(id, planId)),
  byClinician("plans/updateProtocol", updateProtocol.execute, ({ id, own, target: { protocolId } }) => ({
    ...keptProtocol(id, own.planId),
    protocolId,
    number: 1,
  })),
  byClinician("plans/updateProtocol:planId", updateProtocol.execute, ({ id, own: { protocolId }, target }) => ({
    ...keptProtocol(id, target.planId),
    protocolId,
    number: 1,
  })),
  byClinician("plans/retireProtocol", retireProtocol.execute, ({ target: { protocolId } }) => ({ protocolId })),
  byClinician("plans/decideSuggestion", decideSuggestion.execute, ({ id, target }) => ({
    id,
    patientId: target.patientId,
    planId: target.planId,
    subject: target.suggestion,
    decision: "declined",
  })),
  byClinician("plans/decideSuggestion:planId", decideSuggestion.execute, ({ id, own, target }) => ({
    id,
    patientId: own.patientId,
    planId: target.planId,
    subject: target.suggestion,
    decision: "declined",
  })),
  ask(true, "patient", "clinician")("plans/pausePlan", pausePlan.execute, ({ id, target: { patientId } }) => ({
    id,
    patientId,
    reason: "holiday",
    until: null,
  })),
  ask(true, "patient", "clinician")("plans/resumePlan", resumePlan.execute, patientOf),
  ask(true, "patient", "clinician")("plans/pausePlan:planId", pausePlan.execute, ({ id, ...place }) => ({
    id,
    ...planBesideOwn(place),
    reason: "holiday",
    until: null,
  })),
  ask(true, "patient", "clinician")("plans/resumePlan:planId", resumePlan.execute, planBesideOwn),
  unaimed(["patient"], "plans/getOwnPause", getOwnPause, {}),

  unaimed(["patient"], "practice/getToday", getToday, {}),
  unaimed(["patient"], "practice/getHistory", getHistory, {}),
  unaimed(["patient"], "practice/getPlayer", getPlayer, {}),
  unaimed(["patient"], "practice/getPastDay", getPastDay, { day: MONDAY }),
  unaimed(["patient"], "practice/getReading", getReading, {}),
  byPatient("practice/getExercise", getExercise, ({ target: { exerciseId } }) => ({ itemId: exerciseId })),
  byPatient("practice/getArticle", getArticle, ({ target: { articleId } }) => ({ itemId: articleId })),
  byPatient("practice/getLog", getLog, ({ target: { logId } }) => ({ logId })),
  byPatient("practice/recordPractice", recordPractice.execute, ({ id, target }) => ({
    id,
    entries: [logEntry(target.exerciseId, { id })],
  })),
  byPatient("practice/recordPractice:second", recordPractice.execute, ({ id, own, target }) => ({
    id,
    entries: [logEntry(own.exerciseId, { id }), logEntry(target.exerciseId, { occasion: 2 })],
  })),
  ask(false, "patient")("practice/finishSession", finishSession.execute, ({ id }) => ({
    id,
    startedAt: NOW.toISOString(),
    endedAt: NOW.toISOString(),
    activeSeconds: 0,
    note: "Again",
    endedEarly: false,
  })),
  byPatient("practice/correctPractice", correctPractice.execute, ({ id, target: { logId } }) => ({
    id,
    logId,
    reason: "Wrong day",
    ...log,
  })),
  byPatient("practice/markRead", markRead.execute, ({ id, target: { articleId } }) => ({ id, planItemId: articleId })),
  byClinician("practice/getPatientLogs", getPatientLogs, ({ target: { patientId } }) => ({
    patientId,
    from: MONDAY,
    to: TODAY,
  })),

  ask(true, "patient", "clinician")("export/getHandout", getHandout, ({ target: { planId } }) => ({ planId })),
  byClinician("export/getHandout:draft", getHandout, ({ target: { planId } }) => ({ planId, text: "draft" as const })),
  ask(true, "patient", "clinician")("export/getPatientHandout", getPatientHandout, patientOf),
  byClinician("export/getPatientHandout:draft", getPatientHandout, (place) => ({
    ...patientOf(place),
    text: "draft" as const,
  })),
  unaimed(["patient"], "export/getCalendarFeed", getCalendarFeed, {}),
  unaimed(["patient"], "export/makeCalendar", makeCalendar.execute, {}),
  unaimed(["patient"], "export/revokeCalendar", revokeCalendar.execute, {}),

  unaimed(["patient"], "jobs/getReminders", getReminders, {}),
  unaimed(["patient"], "jobs/saveReminders", saveReminders.execute, reminderForm({ byMail: false })),
  unaimed(["patient"], "jobs/stopReminders", stopReminders.execute, {}),
  unaimed(["patient"], "jobs/snoozeReminders", snoozeReminders.execute, { until: "today" }),
  ask(false, "patient")("jobs/addDevice", addDevice.execute, ({ id }) => deviceForm({ id })),
  byPatient("jobs/removeDevice", removeDevice.execute, ({ target: { deviceId } }) => ({ id: deviceId })),

  byClinician("export/getExportedResponses", getExportedResponses, patientOf),
  byClinician("export/getExportedResponses:responseId", getExportedResponses, ({ own, target }) => ({
    patientId: own.patientId,
    responseId: target.responseId,
  })),

  unaimed(["patient"], "progress/getOwnProgress", getOwnProgress, {}),
  unaimed(["clinician"], "progress/getWorklist", getWorklist, {}),
  unaimed(["clinician"], "progress/getPatients", getPatients, { search: "kanari" }),
  byClinician("progress/getPatientRecord", getPatientRecord, patientOf),
  byClinician("progress/getPatientHeader", getPatientHeader, patientOf),

  unaimed(["patient"], "questionnaires/getQuestions", getQuestions, {}),
  byPatient("questionnaires/getDraft", getQuestionDraft, ({ target: { itemKey } }) => ({ itemKey, dueOn: MONDAY })),
  byPatient("questionnaires/getDraft:sent", getQuestionDraft, ({ target }) => ({
    itemKey: target.sentItemKey,
    dueOn: MONDAY,
  })),
  byPatient("questionnaires/getResult", getResult, ({ target: { responseId } }) => ({ responseId })),
  byPatient("questionnaires/openDraft", openDraft.execute, ({ id, target: { itemKey } }) => ({
    id,
    itemKey,
    dueOn: MONDAY,
  })),
  byPatient("questionnaires/saveAnswer", saveAnswer.execute, ({ target: { draftId } }) => ({
    draftId,
    itemId: "pain-evening",
    value: 1,
    answeredAt: NOW.toISOString(),
  })),
  byPatient("questionnaires/submit", submit.execute, ({ id, target: { draftId } }) => ({ id, draftId })),
  byPatient("questionnaires/startCorrection", startCorrection.execute, ({ id, target: { responseId } }) => ({
    id,
    responseId,
  })),
  byPatient("questionnaires/getCorrection", getCorrection, ({ target: { responseId } }) => ({ responseId })),
  byClinician("questionnaires/getPatientResponses", getPatientResponses, patientOf),
  byClinician("questionnaires/getPaperResponse", getPaperResponse, ({ target }) => ({
    patientId: target.patientId,
    responseId: target.paperResponseId,
  })),
  byClinician("questionnaires/getPaperResponse:responseId", getPaperResponse, ({ own, target }) => ({
    patientId: own.patientId,
    responseId: target.paperResponseId,
  })),
  unaimed(["clinician"], "questionnaires/listInstruments", listInstruments, {}),
  unaimed(["clinician"], "questionnaires/listScores", listScores, {}),
  unaimed(["clinician"], "questionnaires/getInstrument", getInstrument, { slug: "knee-and-hip-index" }),
  unaimed(["clinician"], "questionnaires/getShelf", getShelf, {}),
  unaimed(["clinician"], "questionnaires/getInstrumentPage", getInstrumentPage, { slug: "knee-and-hip-index" }),
  byClinician("questionnaires/retireInstrument", retireInstrument.execute, instrumentOf),
  byClinician("questionnaires/restoreInstrument", restoreInstrument.execute, instrumentOf),
  ask(false, "clinician")("questionnaires/bringIn", bringIn.execute, ({ id }) => ({ id, ...WORDS })),
  ask(false, "clinician")("questionnaires/checkResults", checkResults, pastOf),
  ask(false, "clinician")("questionnaires/importResults", importResults.execute, (place) => ({
    id: place.id,
    ...pastOf(place),
  })),
  byClinician("questionnaires/sendNow", sendNow.execute, ({ id, target: { patientId } }) => ({
    id,
    patientId,
    slug: "giving-way-diary",
    windowDays: 7,
  })),
  byClinician("questionnaires/withdrawRequest", withdrawRequest.execute, ({ target: { requestId } }) => ({
    requestId,
  })),
  byClinician("questionnaires/enterPaper", enterPaper.execute, ({ id, target: { patientId } }) => ({
    id,
    patientId,
    ...PAPER,
  })),
  byClinician("questionnaires/enterPaper:correctsId", enterPaper.execute, ({ id, own, target }) => ({
    id,
    patientId: own.patientId,
    ...ACTIVITIES,
    correctsId: target.paperResponseId,
    reason: "Misread again",
  })),
  byClinician("questionnaires/reviewFlags", reviewFlags.execute, ({ target: { responseId } }) => ({ responseId })),
];
