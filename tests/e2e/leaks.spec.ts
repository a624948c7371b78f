import type postgres from "postgres";
import { newId } from "@/lib/core/ids";
import { makeCalendar } from "@/lib/export/commands/make-calendar";
import { addDevice } from "@/lib/jobs/commands/add-device";
import { answerQuestion } from "@/lib/messages/commands/answer";
import { askQuestion } from "@/lib/messages/commands/ask";
import { publishPlan } from "@/lib/plans/commands/publish";
import { saveDraft } from "@/lib/plans/commands/save-draft";
import { startDraft } from "@/lib/plans/commands/start-draft";
import type { DraftBody } from "@/lib/plans/schemas";
import { correctPractice } from "@/lib/practice/commands/correct";
import { finishSession } from "@/lib/practice/commands/finish-session";
import { reviewFlags } from "@/lib/questionnaires/commands/review-flags";
import { saveAnswer } from "@/lib/questionnaires/commands/save-answer";
import { sendNow } from "@/lib/questionnaires/commands/send-now";
import { startCorrection } from "@/lib/questionnaires/commands/start-correction";
import { submit } from "@/lib/questionnaires/commands/submit";
import { answerQuestions, linesOf, logOnce, ownExercise, shippedProtocol } from "../support/e2e/records";
import { fill, GUARDED, type Ids, ROUTES } from "../support/e2e/routes";
import { expect, test } from "../support/e2e/test";
import { makePatient, makeWorld, type PatientAccount, type World } from "../support/e2e/world";
import { putPhotoIn } from "../support/photo";
import { deviceForm } from "../support/reminders";

type Viewer = "patient" | "neighbour" | "clinician" | "admin" | "foreign clinician" | "visitor";

/** Vocabulary, settings and what ships with the portal: words that tell nothing of anybody. */
const TELLS_NOTHING = new Set([
  ...["app.keys.kind", "audit_events.actor_role", "audit_events.action", "audit_events.subject_type"],
  ...["clinics.name", "clinics.time_zone", "draft_answers.item_id", "instrument_versions.title"],
  ...["instrument_versions.body", "instruments.slug", "instruments.origin", "invitations.role", "library_items.kind"],
  ...[
    "library_items.slug",
    "library_items.origin",
    "library_media.content_type",
    "library_versions.title",
    "library_versions.body",
  ],
  ...[
    "memberships.role",
    "outbox.kind",
    "outbox.last_error",
    "patients.region",
    "patients.side",
    "patients.time_zone",
    "plan_items.kind",
  ],
  ...["plan_items.band_colour", "plan_items.tempo", "plan_items.side", "plan_items.schedule", "practice_logs.outcome"],
  ...[
    "practice_logs.skip_reason",
    "practice_logs.time_zone",
    "practice_sessions.time_zone",
    "protocol_versions.title",
    "protocol_versions.body",
  ],
  ...["plan_pauses.reason", "suggestion_decisions.subject", "suggestion_decisions.decision", "phases.criteria"],
  ...[
    "protocols.slug",
    "protocols.origin",
    "receipts.command",
    "responses.source",
    "responses.flags",
    "responses.declined",
  ],
  ...["scores.subscale", "scores.reason", "scores.band", "sessions.kind"],
  ...["reminder_settings.times", "reminder_settings.weekdays", "reminders.channel", "reminders.reason"],
]);

/** Who may find what is in a column, of the row that is about the patient, in anything the portal sends them. */
const SEEN_BY: Record<string, readonly Viewer[]> = {
  "accounts.email": ["patient", "clinician", "admin"],
  "accounts.password_hash": [],
  "app.keys.hash": [],
  "audit_events.detail": [],
  "audit_events.hash": [],
  "audit_events.previous_hash": [],
  "audit_heads.hash": [],
  "calendar_feeds.token_hash": [],
  "draft_answers.named": ["patient", "clinician"],
  "instrument_versions.body_hash": [],
  "invitations.email": ["patient", "clinician", "admin"],
  "invitations.name": ["patient", "clinician", "admin"],
  "invitations.token_hash": [],
  "library_media.sha256": [],
  "library_versions.body_hash": [],
  "memberships.email": ["patient", "clinician", "admin"],
  "memberships.name": ["patient", "clinician", "admin"],
  "messages.body": ["patient", "clinician"],
  "one_time_code_secrets.secret_encrypted": [],
  "outbox.body": [],
  "outbox.subject": [],
  "outbox.to_address": ["patient", "clinician", "admin"],
  "password_resets.token_hash": [],
  "patients.email": ["patient", "clinician", "admin"],
  "patients.goal": ["patient", "clinician"],
  "patients.name": ["patient", "clinician", "admin"],
  "phases.aim": ["patient", "clinician"],
  "phases.title": ["patient", "clinician"],
  "plan_drafts.body": ["clinician"],
  "plan_items.note": ["patient", "clinician"],
  "plan_items.range_limit": ["patient", "clinician"],
  "plan_versions.title": ["patient", "clinician"],
  "practice_logs.correction_reason": ["patient", "clinician"],
  "practice_logs.note": ["patient", "clinician"],
  "practice_sessions.note": ["patient", "clinician"],
  "protocol_versions.body_hash": [],
  "push_subscriptions.auth": [],
  "push_subscriptions.device": ["patient"],
  "push_subscriptions.endpoint": [],
  "push_subscriptions.p256dh": [],
  "questionnaire_requests.note": ["patient", "clinician"],
  "receipts.input_hash": [],
  "receipts.result": [],
  "recovery_codes.code_hash": [],
  "reminder_settings.off_token_hash": [],
  "response_reviews.note": ["clinician"],
  "responses.answers": ["patient", "clinician"],
  "responses.correction_reason": ["patient", "clinician"],
  "responses.named": ["patient", "clinician"],
  "sessions.device": ["patient"],
  "sessions.token_hash": [],
  "sign_in_attempts.account_key": [],
  "suggestion_decisions.evidence": ["clinician"],
  "suggestion_decisions.note": ["clinician"],
};

const CANARY = /canary [a-z ]+[0-9a-f-]{36}/g;
const canary = (word: string) => `canary ${word} ${newId()}`;

let home: World;
let away: World;
let patient: PatientAccount;
let neighbour: PatientAccount;
let ids: Ids;
let articleId = "";
const needles = new Map<string, string[]>();

/** Writes words of our own into every text of the plan, so that they can be told from what ships with the portal. */
async function rewrite(admin: postgres.Sql, planId: string, revision: number, word: string): Promise<number> {
  const [row] = await admin<{ body: DraftBody }[]>`select body from plan_drafts where plan_id = ${planId}`;
  if (!row) throw new Error("this plan has no draft");
  const phases = row.body.phases.map((phase) => ({
    ...phase,
    title: canary(`${word} phase`),
    aim: canary(`${word} aim`),
    items: phase.items.map((item) => ({
      ...item,
      note: canary(`${word} note`),
      ...(item.kind === "exercise" ? { rangeLimit: canary(`${word} range`) } : {}),
    })),
  }));
  const body = { title: canary(`${word} title`), phases };
  return (await saveDraft.execute(home.clinician.person, { planId, revision, body })).revision;
}

/** Words of our own in everything that is written of questionnaires: an activity, why answers were put right, why one was sent, what was done. */
async function writeOfAnswers(admin: postgres.Sql): Promise<void> {
  const [clinician, { patientId }] = [home.clinician.person, patient];
  const screen = { slug: "safety-screen-knee-and-back", count: 1, value: 1, isSent: true };
  const flagged = await answerQuestions(admin, patient, screen);
  await reviewFlags.execute(clinician, { responseId: flagged.responseId, note: canary("review") });
  const activities = { slug: "three-activities", count: 1, value: 4, named: canary("activity"), isSent: true };
  const { responseId } = await answerQuestions(admin, patient, activities);
  const { draftId } = await startCorrection.execute(patient.person, { id: newId(), responseId });
  const [named, answeredAt] = [canary("activity"), new Date().toISOString()];
  await saveAnswer.execute(patient.person, { draftId, itemId: "activity-first", value: 5, named, answeredAt });
  await submit.execute(patient.person, { id: newId(), draftId, reason: canary("answers reason") });
  const request = { id: newId(), patientId, slug: "overall-change", note: canary("request"), windowDays: null };
  await sendNow.execute(clinician, request);
}

/** What stands in a column, of the rows about the patient or, where nobody is meant, of the whole clinic. */
async function valuesOf(admin: postgres.Sql, name: string): Promise<string[]> {
  const [, table = "", column = ""] = /^(.+)\.(\w+)$/.exec(name) ?? [];
  const ofPatient = `patient_id = '${patient.patientId}'`;
  const ofAccount = `account_id = '${patient.person.accountId}'`;
  const filters: Record<string, string> = {
    accounts: `id = '${patient.person.accountId}'`,
    "app.keys": "true",
    invitations: ofPatient,
    memberships: `id = '${patient.person.memberId}'`,
    one_time_code_secrets: ofAccount,
    outbox: `to_address = '${patient.email}'`,
    password_resets: ofAccount,
    patients: `id = '${patient.patientId}'`,
    phases: ofPatient,
    plan_items: ofPatient,
    plan_versions: ofPatient,
    recovery_codes: ofAccount,
    sessions: ofAccount,
    sign_in_attempts: "true",
  };
  const rows = await admin.unsafe<{ value: string }[]>(
    `select ${column}::text as value from ${table} where ${filters[table] ?? `clinic_id = '${home.id}'`} and ${column} is not null`,
  );
  // Of what a plan says only our own words count: the first version's are those of the shipped protocol.
  const isPlan = /^(plan|phases)/.test(table);
  return rows
    .flatMap(({ value }) => (isPlan || value.startsWith("{") ? (value.match(CANARY) ?? []) : [value]))
    .filter((value) => value.length >= 12);
}

test.beforeAll(async ({ admin }) => {
  [home, away] = [await makeWorld(admin), await makeWorld(admin)];
  const name = `Quillon ${newId().slice(-12)}`;
  patient = await makePatient(admin, home, { name, goal: canary("goal") });
  neighbour = await makePatient(admin, home, { name: "Nia Neighbour" });
  const clinician = home.clinician.person;
  const draft = { patientId: patient.patientId, planId: patient.planId ?? "" };
  const first = await startDraft.execute(clinician, { id: newId(), ...draft });
  const revision = await rewrite(admin, draft.planId, first.revision, "plan");
  await publishPlan.execute(clinician, { id: newId(), planId: draft.planId, revision });
  const { logId, line } = await logOnce(admin, patient, { note: canary("log") });
  const measures = { outcome: "done", setsDone: 1, painNrs: 8, note: canary("corrected log") };
  const reason = canary("reason");
  const ended = new Date().toISOString();
  const session = { id: newId(), startedAt: ended, endedAt: ended, activeSeconds: 0, endedEarly: false };
  await finishSession.execute(patient.person, { ...session, note: canary("session") });
  await correctPractice.execute(patient.person, { id: newId(), logId, reason, ...measures });
  const { itemKey, dueOn, responseId } = await answerQuestions(admin, patient, { count: 24, value: 2, isSent: true });
  await writeOfAnswers(admin);
  await admin`update sessions set device = ${canary("device")} where account_id = ${patient.person.accountId}`;
  // The words of the patient's new draft are all new: none of them is published yet.
  const second = await startDraft.execute(clinician, { id: newId(), ...draft });
  await rewrite(admin, draft.planId, second.revision, "draft");
  const [article] = await linesOf(admin, patient, "article");
  articleId = article?.id ?? "";
  const questionId = newId();
  await askQuestion.execute(patient.person, { id: questionId, planItemId: articleId, body: canary("question") });
  await answerQuestion.execute(clinician, { id: newId(), questionId, body: canary("answer") });
  await addDevice.execute(patient.person, deviceForm({ device: canary("phone") }));
  await makeCalendar.execute(patient.person, {});
  const libraryId = await ownExercise(admin, home);
  const mediaId = await putPhotoIn(clinician);
  ids = {
    id: patient.patientId,
    patientId: patient.patientId,
    slug: "knee-and-hip-index",
    slot: "lefs",
    planId: draft.planId,
    libraryId,
    protocolId: await shippedProtocol(admin, home.id),
    mediaId,
    logId,
    itemId: line.id,
    itemKey,
    dueOn,
    responseId,
  };
  for (const column of Object.keys(SEEN_BY)) needles.set(column, await valuesOf(admin, column));
});

test("every column that holds words is spoken for", async ({ admin }) => {
  const columns = await admin<{ name: string }[]>`
    select case when table_schema = 'app' then 'app.' else '' end || table_name || '.' || column_name as name
    from information_schema.columns
    where table_schema in ('public', 'app') and data_type in ('text', 'jsonb', 'json', 'bytea', 'ARRAY', 'character varying')`;
  const known = [...TELLS_NOTHING, ...Object.keys(SEEN_BY)];
  expect(columns.map(({ name }) => name).sort()).toEqual(known.sort());
});

test("there is something to look for in the columns that matter", () => {
  const empty = [...needles]
    .filter(([column, values]) => values.length === 0 && column !== "sign_in_attempts.account_key")
    .map(([column]) => column);
  expect(empty.sort()).toEqual([
    // Ids and numbers only, or nothing of this journey is kept there.
    ...["audit_events.detail", "one_time_code_secrets.secret_encrypted", "password_resets.token_hash"],
    ...["receipts.result", "recovery_codes.code_hash", "responses.answers"],
    ...["suggestion_decisions.evidence", "suggestion_decisions.note"],
  ]);
});

const VIEWERS: { viewer: Viewer; role: "patient" | "clinician" | "admin" | null; cookie: () => string }[] = [
  { viewer: "patient", role: "patient", cookie: () => patient.cookie },
  { viewer: "neighbour", role: "patient", cookie: () => neighbour.cookie },
  { viewer: "clinician", role: "clinician", cookie: () => home.clinician.cookie },
  { viewer: "admin", role: "admin", cookie: () => home.admin.cookie },
  { viewer: "foreign clinician", role: "clinician", cookie: () => away.clinician.cookie },
  { viewer: "visitor", role: null, cookie: () => "" },
];

for (const { viewer, role, cookie } of VIEWERS) {
  test(`nothing that the portal sends to a ${viewer} holds what is not theirs to see`, async ({ request }) => {
    test.setTimeout(90_000);
    const mine = GUARDED.filter(({ roles }) => role !== null && roles.includes(role)).map(({ route }) => route);
    const open = ROUTES.filter(({ opens }) => opens === "everybody" || opens === "visitors").map(({ route }) => route);
    const paths = [...mine, ...open].flatMap((route) =>
      route === "/read/[itemId]" ? [fill(route, { ...ids, itemId: articleId })] : [fill(route, ids)],
    );
    const seen = new Set<string>();
    for (const path of paths) {
      for (const form of ["html", "rsc"]) {
        const headers: Record<string, string> = form === "rsc" ? { RSC: "1" } : {};
        if (role) headers.Cookie = cookie();
        const response = await request.get(path, { headers });
        const text = (await response.text()).replaceAll("&#x27;", "'").replaceAll("&quot;", '"');
        for (const [column, values] of needles) {
          if (!values.some((value) => text.includes(value))) continue;
          seen.add(column);
          expect(SEEN_BY[column], `${column} at ${path}`).toContain(viewer);
        }
      }
    }
    // What is looked for can be found: whoever may see a thing does see some of it.
    const visible = Object.keys(SEEN_BY).filter(
      (column) => SEEN_BY[column]?.includes(viewer) && needles.get(column)?.length,
    );
    expect(seen.size).toBeGreaterThanOrEqual(visible.length > 0 ? 3 : 0);
  });
}
