import type { Page } from "@playwright/test";
import { newId } from "@/lib/core/ids";
import { inviteMember } from "@/lib/identity/commands/invite-member";
import { addDevice } from "@/lib/jobs/commands/add-device";
import { askQuestion } from "@/lib/messages/commands/ask";
import { saveProtocol } from "@/lib/plans/commands/save-protocol";
import { startDraft } from "@/lib/plans/commands/start-draft";
import { sendNow } from "@/lib/questionnaires/commands/send-now";
import { answerQuestions, linesOf, logOnce, ownExercise } from "../support/e2e/records";
import { builtActions, send } from "../support/e2e/server-actions";
import { givePassword, signIn } from "../support/e2e/steps";
import { expect, expectPage, PHONE, test } from "../support/e2e/test";
import { forgive } from "../support/e2e/watch";
import { freshEmail, makePatient, makeWorld, type PatientAccount, type World } from "../support/e2e/world";
import { exerciseText } from "../support/library";
import { deviceForm } from "../support/reminders";

let home: World;
let away: World;
let patient: PatientAccount;
let neighbour: PatientAccount;

/** What there is of one patient that somebody else might ask for. */
type Belongings = Record<
  | "patientId"
  | "planId"
  | "logId"
  | "exerciseId"
  | "articleId"
  | "itemKey"
  | "draftId"
  | "responseId"
  | "requestId"
  | "instrumentId"
  | "memberId"
  | "invitationId"
  | "libraryId"
  | "questionId"
  | "deviceId"
  | "protocolId",
  string
> & { dueOn: string };
let theirs: Belongings;

test.beforeAll(async ({ admin }) => {
  [home, away] = [await makeWorld(admin), await makeWorld(admin)];
  patient = await makePatient(admin, home, { name: "Quillon Abernathy-Zeist", goal: "To carry the zinnias up again" });
  neighbour = await makePatient(admin, home, { name: "Nia Neighbour" });
  const { logId, line } = await logOnce(admin, patient);
  const answered = await answerQuestions(admin, patient, { count: 24, value: 2, isSent: true });
  const [article] = await linesOf(admin, patient, "article");
  const planId = patient.planId ?? "";
  const invitationId = newId();
  const colleague = { id: invitationId, name: "Cass Colleague", email: freshEmail("Cass"), role: "clinician" } as const;
  await inviteMember.execute(home.admin.person, colleague);
  await startDraft.execute(home.clinician.person, { id: newId(), patientId: patient.patientId, planId });
  const questionId = newId();
  const question = { id: questionId, planItemId: article?.id ?? "", body: "Is it all right that it clicks?" };
  await askQuestion.execute(patient.person, question);
  const { deviceId } = await addDevice.execute(patient.person, deviceForm());
  const requestId = newId();
  const request = { id: requestId, patientId: patient.patientId, slug: "overall-change", windowDays: null };
  await sendNow.execute(home.clinician.person, request);
  const [instrument] = await admin<{ id: string }[]>`
    select id from instruments where clinic_id = ${home.id} and slug = 'overall-change'`;
  const kept = { id: newId(), planId, ...PROTOCOL, title: "Kept for others", keepNotes: false };
  const { protocolId } = await saveProtocol.execute(home.clinician.person, kept);
  theirs = {
    ...answered,
    protocolId,
    deviceId,
    instrumentId: instrument?.id ?? "",
    requestId,
    libraryId: await ownExercise(admin, home),
    questionId,
    patientId: patient.patientId,
    planId,
    logId,
    exerciseId: line.id,
    articleId: article?.id ?? "",
    memberId: patient.person.memberId,
    invitationId,
  };
});

const invented = (): Belongings => {
  const { dueOn, ...ids } = theirs;
  return { ...(Object.fromEntries(Object.keys(ids).map((name) => [name, newId()])) as typeof ids), dueOn };
};

/** One page of each side is looked at; routes.spec.ts asks for all of them, byte by byte, as each of these strangers. */
const patientPage = ({ articleId }: Belongings) => `/read/${articleId}`;
const clinicPage = ({ patientId }: Belongings) => `/patients/${patientId}/plan/preview`;

/** The words of a page, which must be the same whatever id was asked for. */
async function wordsAt(page: Page, path: string): Promise<string> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1, name: "We could not find that" })).toBeVisible();
  return page.locator("body").ariaSnapshot();
}

async function expectNothing(page: Page, path: (of: Belongings) => string): Promise<void> {
  forgive(page, /404 \(Not Found\)/);
  expect(await wordsAt(page, path(theirs))).toBe(await wordsAt(page, path(invented())));
}

test("a patient of the same clinic finds nothing of another's", async ({ device }) => {
  const phone = await device(PHONE);
  await signIn(phone, neighbour, "Today");
  await expectNothing(phone, patientPage);
  await expectNothing(phone, clinicPage);
});

test("a clinician of another clinic finds nothing of this one's", async ({ page }) => {
  await signIn(page, away.clinician, "Worklist");
  await expectNothing(page, clinicPage);
  await page.goto(`/patients?q=${encodeURIComponent("Quillon")}`);
  await expectPage(page, "Patients");
  await expect(page.getByText("Quillon", { exact: false }).and(page.getByRole("link"))).toHaveCount(0);
});

test("a visitor is asked to sign in, and comes out where their own account may go", async ({ page, device }) => {
  test.setTimeout(60_000);
  for (const path of [patientPage(theirs), clinicPage(theirs)]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
    expect(new URL(page.url()).searchParams.get("next")).toBe(path);
  }
  await givePassword(page, home.clinician);
  await expectPage(page, "As your patient will see it");
  const stranger = await device(PHONE);
  forgive(stranger, /404 \(Not Found\)/);
  await stranger.goto(`/patients/${theirs.patientId}`);
  await givePassword(stranger, neighbour);
  await expectPage(stranger, "We could not find that", "not-found");
});

/** Each action that names something, with what would be a right thing to send for whoever it belongs to. */
const dose = { outcome: "done", setsDone: 1, painNrs: 1 };
const PROTOCOL = {
  text: "in-force",
  title: "Mine now",
  summary: "For everybody whose knee is mine now.",
  keepNotes: true,
};
const SENDINGS: Record<string, (of: Belongings) => unknown> = {
  record: ({ exerciseId, dueOn }) => {
    const entry = { id: newId(), planItemId: exerciseId, dueOn, occasion: 1, performedAt: new Date().toISOString() };
    return { id: newId(), entries: [{ ...entry, ...dose }] };
  },
  correct: ({ logId }) => ({ id: newId(), logId, reason: "I mistyped", ...dose }),
  markAsRead: ({ articleId }) => ({ id: newId(), planItemId: articleId }),
  open: ({ itemKey, dueOn }) => ({ id: newId(), itemKey, dueOn }),
  saveAnswer: ({ draftId }) => ({ draftId, itemId: "pain-walking", value: 1, answeredAt: new Date().toISOString() }),
  send: ({ draftId }) => ({ id: newId(), draftId }),
  correctAnswers: ({ responseId }) => ({ id: newId(), responseId }),
  sendQuestionnaire: ({ patientId }) => ({ id: newId(), patientId, slug: "single-number-function", windowDays: 7 }),
  takeBack: ({ requestId }) => ({ requestId }),
  enterAnswers: ({ patientId, dueOn }) => ({
    id: newId(),
    patientId,
    slug: "knee-and-hip-index",
    answeredOn: dueOn,
    answers: { "pain-kerb": 1 },
  }),
  markSeen: ({ responseId }) => ({ responseId, note: "Mine now" }),
  retireQuestionnaire: ({ instrumentId }) => ({ instrumentId }),
  restoreQuestionnaire: ({ instrumentId }) => ({ instrumentId }),
  apply: ({ patientId }) => ({ id: newId(), patientId, protocolSlug: "unstable-knee-with-back-pain" }),
  start: ({ patientId, planId }) => ({ id: newId(), patientId, planId }),
  savePlan: ({ planId }) => ({
    planId,
    revision: 1,
    body: { title: "Mine now", phases: [{ key: newId(), title: "One", weeks: null, items: [] }] },
  }),
  discard: ({ planId }) => ({ planId, revision: 1 }),
  publish: ({ planId }) => ({ id: newId(), planId, revision: 1 }),
  end: ({ planId }) => ({ planId }),
  decide: ({ patientId, planId }) => ({ id: newId(), patientId, planId, subject: "phase:none", decision: "declined" }),
  saveProtocol: ({ planId }) => ({ id: newId(), planId, ...PROTOCOL }),
  updateProtocol: ({ planId, protocolId }) => ({ id: newId(), planId, protocolId, number: 1, ...PROTOCOL }),
  retireProtocol: ({ protocolId }) => ({ protocolId }),
  pause: ({ patientId }) => ({ id: newId(), patientId, reason: "holiday", until: null }),
  resume: ({ patientId }) => ({ patientId }),
  editPatient: ({ patientId }) => ({
    patientId,
    name: "Mine now",
    dateOfBirth: "1960-01-01",
    email: "mine@example.test",
    region: "knee",
    side: "left",
    goal: "Mine now",
    timeZone: "Europe/London",
  }),
  invitePatient: ({ patientId }) => ({ id: newId(), patientId }),
  disableMember: ({ memberId }) => ({ memberId }),
  enableMember: ({ memberId }) => ({ memberId }),
  withdrawInvitation: ({ invitationId }) => ({ invitationId }),
  addToPlan: ({ patientId }) => ({ id: newId(), patientId, kind: "exercise", slug: "clamshell" }),
  ask: ({ articleId }) => ({ id: newId(), planItemId: articleId, body: "Mine now?" }),
  answer: ({ questionId }) => ({ id: newId(), questionId, body: "Mine now." }),
  favourite: ({ libraryId }) => ({ itemId: libraryId, on: true }),
  copy: ({ libraryId }) => ({ id: newId(), fromItemId: libraryId }),
  revise: ({ libraryId }) => ({ itemId: libraryId, baseVersion: 1, kind: "exercise", body: exerciseText() }),
  retire: ({ libraryId }) => ({ itemId: libraryId }),
  restore: ({ libraryId }) => ({ itemId: libraryId }),
  removeDevice: ({ deviceId }) => ({ id: deviceId }),
};
/** The questions share the names `save` and `correct` with the plan and the log. */
const nameOf = ({ name, file }: { name: string; file: string }) => {
  if (name === "save") return file.includes("/plan/") ? "savePlan" : "saveAnswer";
  return name === "correct" && file.includes("/questions/") ? "correctAnswers" : name;
};
const OF_NOBODY = [
  ...["signOut", "signOutEverywhere", "changePassword", "switchMembership", "setUpCode", "confirmCode", "removeCode"],
  ...["redeemInvitation", "requestReset", "resetPassword", "addPatient", "inviteMember", "write", "upload"],
  ...[
    "saveReminders",
    "stopReminders",
    "snoozeReminders",
    "addDevice",
    "turnOffReminders",
    "makeCalendar",
    "revokeCalendar",
  ],
  "bringInWords",
];

test("every action that names something is tried with what is not one's own", () => {
  const named = builtActions().map(nameOf);
  expect(named.filter((name) => !OF_NOBODY.includes(name)).sort()).toEqual(Object.keys(SENDINGS).sort());
});

test("an action answers a foreign id like one that never was, and writes nothing", async ({ request, admin }) => {
  test.setTimeout(120_000);
  const written = async () => {
    const [row] = await admin<{ rows: number }[]>`
      select (select count(*) from audit_events where clinic_id in (${home.id}, ${away.id}))
        + (select count(*) from receipts where clinic_id in (${home.id}, ${away.id}))
        + (select count(*) from practice_logs where clinic_id in (${home.id}, ${away.id})) as rows`;
    return row?.rows;
  };
  const before = await written();
  const strangers = [neighbour.cookie, away.clinician.cookie, away.admin.cookie, ""];
  for (const action of builtActions()) {
    const make = SENDINGS[nameOf(action)];
    if (!make) continue;
    const codes = new Set<string | undefined>();
    for (const cookie of strangers) {
      const foreign = await send(request, action, make(theirs), { cookie });
      const unknown = await send(request, action, make(invented()), { cookie });
      expect(foreign.answer, action.name).toMatchObject({ ok: false });
      expect(foreign.answer, action.name).toEqual(unknown.answer);
      expect(foreign.status, action.name).toBe(unknown.status);
      codes.add(foreign.answer?.code);
    }
    expect([...codes].sort(), action.name).toEqual(["forbidden", "not-found", "unauthenticated"]);
  }
  expect(await written()).toEqual(before);
});
