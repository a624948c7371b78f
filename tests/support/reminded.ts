import type postgres from "postgres";
import { hashToken, reminderOffToken } from "@/lib/access/tokens";
import { newId } from "@/lib/core/ids";
import type { ReminderRule } from "@/lib/jobs/reminders/times";
import type { TestClinic } from "./clinic";

export type Reminded = { patientId: string; memberId: string; email: string; itemId: string; itemKey: string };

type Options = {
  count: number;
  rule?: Partial<ReminderRule>;
  byMail?: boolean;
  byPush?: boolean;
  timeZone?: string;
  /** When they made their settings. */
  updatedAt?: string;
};

/** Patients in the second week of a plan of one exercise a day, who are reminded; made straight in the tables. */
export async function makeReminded(admin: postgres.Sql, clinic: TestClinic, options: Options): Promise<Reminded[]> {
  const { count, rule = {}, byMail = true, byPush = false, timeZone = "Europe/London" } = options;
  const { updatedAt = "2026-03-01T00:00:00Z" } = options;
  const [clinicId, by] = [clinic.id, clinic.clinician.memberId];
  const [exercise] = await admin<{ id: string }[]>`
    select v.id from library_versions v join library_items i on i.clinic_id = v.clinic_id and i.id = v.item_id
    where i.clinic_id = ${clinicId} and i.slug = 'wall-sit' order by v.number desc limit 1`;
  const people = Array.from({ length: count }, () => ({
    account: newId(),
    member: newId(),
    patient: newId(),
    plan: newId(),
    version: newId(),
    phase: newId(),
    item: newId(),
    key: newId(),
  }));
  const email = ({ member }: { member: string }) => `${member}@example.test`;
  const begun = "2026-03-02";
  const own = { clinic_id: clinicId };
  const put = async (table: string, rows: Record<string, unknown>[]) => {
    await admin`insert into ${admin(table)} ${admin(rows)}`;
  };
  await put(
    "accounts",
    people.map((one) => ({ id: one.account, email: email(one), password_hash: "none" })),
  );
  await put(
    "memberships",
    people.map((one) => ({
      ...own,
      id: one.member,
      account_id: one.account,
      role: "patient",
      name: "P",
      email: email(one),
    })),
  );
  const about = { name: "P", date_of_birth: "1960-01-01", region: "knee", side: "left", goal: "", created_by: by };
  await put(
    "patients",
    people.map((one) => ({
      ...own,
      ...about,
      id: one.patient,
      membership_id: one.member,
      email: email(one),
      time_zone: timeZone,
      created_at: begun,
    })),
  );
  await put(
    "plans",
    people.map((one) => ({
      ...own,
      id: one.plan,
      patient_id: one.patient,
      starts_on: begun,
      current_version: 1,
      created_at: begun,
      created_by: by,
    })),
  );
  await put(
    "plan_versions",
    people.map((one) => ({
      ...own,
      id: one.version,
      plan_id: one.plan,
      patient_id: one.patient,
      number: 1,
      title: "Plan",
      effective_on: begun,
      published_at: begun,
      published_by: by,
    })),
  );
  await put(
    "phases",
    people.map((one) => ({
      ...own,
      id: one.phase,
      plan_version_id: one.version,
      patient_id: one.patient,
      key: newId(),
      position: 1,
      title: "One",
      aim: "",
      starts_on: begun,
    })),
  );
  const schedule = { kind: "weekly", weekdays: [1, 2, 3, 4, 5, 6, 7], timesPerDay: 1 };
  await put(
    "plan_items",
    people.map((one) => ({
      ...own,
      id: one.item,
      plan_version_id: one.version,
      phase_id: one.phase,
      patient_id: one.patient,
      key: one.key,
      position: 1,
      kind: "exercise",
      library_version_id: exercise?.id ?? "",
      sets: 3,
      repetitions: 10,
      rest_seconds: 30,
      side: "none",
      pain_ceiling: 5,
      schedule: admin.json(schedule),
      anchor_on: begun,
      note: "",
    })),
  );
  await put(
    "reminder_settings",
    people.map((one) => ({
      ...own,
      patient_id: one.patient,
      by_mail: byMail,
      by_push: byPush,
      times: admin.json([...(rule.times ?? [600])]),
      weekdays: admin.json([...(rule.weekdays ?? [1, 2, 3, 4, 5, 6, 7])]),
      quiet_from: rule.quiet?.from ?? null,
      quiet_to: rule.quiet?.to ?? null,
      repeats: rule.repeats ?? 0,
      repeat_minutes: rule.repeatMinutes ?? 60,
      snoozed_until: rule.snoozedUntil ?? null,
      off_token_hash: hashToken(reminderOffToken(clinicId, one.patient)),
      updated_at: updatedAt,
    })),
  );
  return people.map((one) => ({
    patientId: one.patient,
    memberId: one.member,
    email: email(one),
    itemId: one.item,
    itemKey: one.key,
  }));
}

/** The patient did the exercise of a day; it reached us at an instant. */
export async function logDone(
  admin: postgres.Sql,
  clinicId: string,
  who: Reminded,
  on: string,
  at: string,
): Promise<void> {
  await admin`insert into practice_logs (clinic_id, id, patient_id, plan_item_id, item_key, due_on, occasion, outcome, sets_done, note,
      performed_at, time_zone, received_at, recorded_by)
    values (${clinicId}, ${newId()}, ${who.patientId}, ${who.itemId}, ${who.itemKey}, ${on}, 1, 'done', 3, '', ${at}, 'Europe/London', ${at},
      ${who.memberId})`;
}
