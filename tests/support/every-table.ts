import type postgres from "postgres";
import { hashToken } from "@/lib/access/tokens";
import { newId } from "@/lib/core/ids";
import type { TestClinic } from "./clinic";
import { makePlan } from "./plan";

/** Tokens whose hashes are in the rows, for tests that walk through the doors. */
export type Planted = { invitation: string; reset: string; pendingSession: string; off: string; calendar: string };

/** Puts at least one row of a clinic into every table, as the superuser: what tests of row-level security look for. */
export async function fillEveryTable(admin: postgres.Sql, clinic: TestClinic): Promise<Planted> {
  const { id, clinician, patient } = clinic;
  const planted = { invitation: newId(), reset: newId(), pendingSession: newId(), off: newId(), calendar: newId() };
  const plan = await makePlan(admin, clinic, patient, {
    startsOn: "2026-01-05",
    items: [
      { kind: "exercise", slug: "glute-bridge" },
      { kind: "article", slug: "knee-instability-and-your-back" },
      { kind: "questionnaire", slug: "knee-and-hip-index" },
    ],
  });
  const item = (kind: string) => plan.items.find((one) => one.kind === kind) ?? plan.items[0];
  const [exercise, article, questionnaire] = [item("exercise"), item("article"), item("questionnaire")];
  const [{ library } = { library: "" }] = await admin<{ library: string }[]>`
    select library_version_id as library from plan_items where clinic_id = ${id} and id = ${article?.id ?? ""}`;
  const [{ instrument } = { instrument: "" }] = await admin<{ instrument: string }[]>`
    select instrument_version_id as instrument from plan_items where clinic_id = ${id} and id = ${questionnaire?.id ?? ""}`;
  const [patientId, member] = [patient.patientId ?? "", patient.memberId];
  const [draft, response] = [newId(), newId()];
  await admin`insert into plan_drafts (clinic_id, id, plan_id, patient_id, base_version, revision, body, updated_at, updated_by)
    values (${id}, ${newId()}, ${plan.planId}, ${patientId}, 1, 1, '{}', now(), ${clinician.memberId})`;
  await admin`insert into practice_logs (clinic_id, id, patient_id, plan_item_id, item_key, due_on, occasion, outcome, sets_done, pain_nrs,
      note, performed_at, time_zone, received_at, recorded_by)
    values (${id}, ${newId()}, ${patientId}, ${exercise?.id ?? ""}, ${exercise?.key ?? ""}, '2026-01-06', 1, 'done', 3, 2, '', now(),
      'Europe/London', now(), ${member})`;
  await admin`insert into reading_receipts (clinic_id, id, patient_id, plan_item_id, item_key, due_on, library_version_id, read_at, received_at)
    values (${id}, ${newId()}, ${patientId}, ${article?.id ?? ""}, ${article?.key ?? ""}, '2026-01-05', ${library}, now(), now())`;
  const own = newId();
  await admin`insert into library_items (clinic_id, id, kind, slug, origin, created_at)
    values (${id}, ${own}, 'exercise', 'own~1', 'clinic', now())`;
  await admin`insert into library_versions (clinic_id, id, item_id, number, title, body, body_hash, written_by_id, created_at)
    values (${id}, ${newId()}, ${own}, 1, 'Own', '{}', 'hash', ${clinician.memberId}, now())`;
  await admin`insert into library_favourites (clinic_id, membership_id, item_id, created_at)
    values (${id}, ${clinician.memberId}, ${own}, now())`;
  await admin`insert into library_media (clinic_id, id, content_type, size_bytes, width_pixels, height_pixels, sha256, uploaded_by_id, created_at)
    values (${id}, ${newId()}, 'image/webp', 1, 1, 1, 'hash', ${clinician.memberId}, now())`;
  await admin`insert into messages (clinic_id, id, patient_id, author_id, about_version_id, body, sent_at)
    values (${id}, ${newId()}, ${patientId}, ${member}, ${library}, 'May I?', now())`;
  await admin`insert into response_drafts (clinic_id, id, patient_id, item_key, due_on, instrument_version_id, started_at)
    values (${id}, ${draft}, ${patientId}, ${questionnaire?.key ?? ""}, '2026-01-05', ${instrument}, now())`;
  await admin`insert into draft_answers (clinic_id, draft_id, item_id, value, answered_at) values (${id}, ${draft}, 'pain-kerb', 2, now())`;
  await admin`insert into responses (clinic_id, id, patient_id, item_key, due_on, instrument_version_id, answers, started_at, submitted_at,
      submitted_on, received_at, submitted_by)
    values (${id}, ${response}, ${patientId}, ${questionnaire?.key ?? ""}, '2026-01-05', ${instrument}, '{"pain-kerb": 2}', now(), now(),
      '2026-01-05', now(), ${member})`;
  await admin`insert into scores (clinic_id, id, response_id, patient_id, subscale, raw_max, answered, imputed, reason, is_total)
    values (${id}, ${newId()}, ${response}, ${patientId}, 'pain', 20, 1, 0, 'too few', false)`;
  const [paper, licensed] = [newId(), newId()];
  await admin`insert into responses (clinic_id, id, patient_id, item_key, due_on, instrument_version_id, answers, started_at, submitted_at,
      submitted_on, received_at, submitted_by, source, answered_on)
    values (${id}, ${paper}, ${patientId}, ${paper}, '2026-01-06', ${instrument}, '{"pain-kerb": 1}', now(), now(), '2026-01-08', now(),
      ${clinician.memberId}, 'paper', '2026-01-06')`;
  await admin`insert into scores (clinic_id, id, response_id, patient_id, subscale, raw_max, answered, imputed, reason, is_total)
    values (${id}, ${newId()}, ${paper}, ${patientId}, 'pain', 20, 1, 0, 'too few', false)`;
  await admin`insert into instruments (clinic_id, id, slug, origin, created_at) values (${id}, ${licensed}, 'lefs', 'licensed', now())`;
  await admin`insert into instrument_versions (clinic_id, id, instrument_id, number, title, body, body_hash, created_at, written_by_id)
    values (${id}, ${newId()}, ${licensed}, 1, 'Licensed', '{}', 'hash', now(), ${clinician.memberId})`;
  await admin`insert into questionnaire_requests (clinic_id, id, patient_id, instrument_version_id, due_on, note, sent_at, sent_by)
    values (${id}, ${newId()}, ${patientId}, ${instrument}, '2026-01-07', 'Before your visit', now(), ${clinician.memberId})`;
  await admin`insert into response_reviews (clinic_id, response_id, patient_id, note, reviewed_at, reviewed_by)
    values (${id}, ${response}, ${patientId}, 'Rang them', now(), ${clinician.memberId})`;
  await admin`insert into practice_sessions (clinic_id, id, patient_id, started_at, ended_at, active_seconds, time_zone, note, ended_early,
      received_at, recorded_by)
    values (${id}, ${newId()}, ${patientId}, now(), now(), 60, 'Europe/London', 'Fine', false, now(), ${member})`;
  await admin`insert into plan_pauses (clinic_id, id, plan_id, patient_id, starts_on, reason, set_at, set_by)
    values (${id}, ${newId()}, ${plan.planId}, ${patientId}, '2026-02-01', 'holiday', now(), ${member})`;
  const protocol = newId();
  await admin`insert into protocols (clinic_id, id, slug, origin, created_at) values (${id}, ${protocol}, 'own~1', 'clinic', now())`;
  await admin`insert into protocol_versions (clinic_id, id, protocol_id, number, title, body, body_hash, created_at)
    values (${id}, ${newId()}, ${protocol}, 1, 'Own', '{}', 'hash', now())`;
  await admin`insert into suggestion_decisions (clinic_id, id, patient_id, plan_id, subject, decision, evidence, note, decided_at, decided_by)
    values (${id}, ${newId()}, ${patientId}, ${plan.planId}, 'item', 'approved', '{}', '', now(), ${clinician.memberId})`;
  await admin`insert into reminder_settings (clinic_id, patient_id, by_mail, by_push, times, weekdays, repeats, repeat_minutes, off_token_hash,
      updated_at)
    values (${id}, ${patientId}, true, false, '[540]', '[1]', 0, 60, ${hashToken(planted.off)}, now())`;
  await admin`insert into push_subscriptions (clinic_id, id, patient_id, endpoint, p256dh, auth, device, created_at)
    values (${id}, ${newId()}, ${patientId}, 'https://push.example.test/1', 'key', 'auth', 'Phone', now())`;
  await admin`insert into reminders (clinic_id, id, patient_id, due_on, slot, repeat, channel, fire_at, attempts)
    values (${id}, ${newId()}, ${patientId}, '2026-01-06', 540, 0, 'mail', now(), 0)`;
  await admin`insert into calendar_feeds (clinic_id, id, patient_id, token_hash, created_at)
    values (${id}, ${newId()}, ${patientId}, ${hashToken(planted.calendar)}, now())`;
  for (const person of [patient, clinician]) {
    await admin`insert into receipts (clinic_id, id, membership_id, command, input_hash, at)
      values (${id}, ${newId()}, ${person.memberId}, 'practice.record', 'x', now())`;
    await admin`insert into one_time_code_secrets (account_id, secret_encrypted, confirmed_at) values (${person.accountId}, 'sealed', now())`;
    await admin`insert into recovery_codes (id, account_id, code_hash) values (${newId()}, ${person.accountId}, 'hash')`;
  }
  await admin`insert into outbox (clinic_id, id, kind, to_address, subject, body, created_at)
    values (${id}, ${newId()}, 'invitation', 'a@example.test', 's', 'b', now())`;
  await admin`insert into invitations (clinic_id, id, role, name, email, patient_id, token_hash, created_at, created_by, expires_at)
    values (${id}, ${newId()}, 'patient', 'P', 'p@example.test', ${patientId}, ${hashToken(planted.invitation)}, now(), ${clinician.memberId},
      now() + interval '7 days')`;
  await admin`insert into invitations (clinic_id, id, role, name, email, token_hash, created_at, created_by, expires_at)
    values (${id}, ${newId()}, 'clinician', 'C', 'c@example.test', ${newId()}, now(), ${clinic.admin.memberId}, now() + interval '7 days')`;
  await admin`insert into password_resets (id, account_id, token_hash, expires_at)
    values (${newId()}, ${patient.accountId}, ${hashToken(planted.reset)}, now() + interval '1 hour')`;
  await admin`insert into sessions (clinic_id, id, kind, account_id, membership_id, token_hash, second_factor_pending, expires_at)
    values (${id}, ${newId()}, 'person', ${clinician.accountId}, ${clinician.memberId}, ${hashToken(planted.pendingSession)}, true,
      now() + interval '10 minutes')`;
  await admin`insert into sign_in_attempts (account_key) values ('somebody')`;
  await admin`select app.audit_link(${id}, ${clinician.memberId}, 'clinician', ${newId()}, now(), 'identity.read-patient', 'patient',
    ${patientId}, ${patientId}, '{}')`;
  return planted;
}
