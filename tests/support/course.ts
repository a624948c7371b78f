import type postgres from "postgres";
import type { Person } from "@/lib/access/actor";
import type { CalendarDay } from "@/lib/core/calendar";
import { newId } from "@/lib/core/ids";
import type { Outcome } from "@/lib/practice/vocabulary";
import type { Instrument, Names } from "@/lib/questionnaires/instrument-schema";
import { scoreInstrument } from "@/lib/questionnaires/instrument-score";
import type { ResponseSource } from "@/lib/questionnaires/vocabulary";
import type { TestPlanItem } from "./plan";

export type TestLog = {
  item: TestPlanItem;
  day: CalendarDay;
  outcome?: Outcome;
  pain?: number | null;
  setsDone?: number | null;
  note?: string;
  /** The id of the log this one replaces. */
  corrects?: string;
};

/** Logs as the patient would have sent them at noon UTC of each day, made straight in the tables. Gives their ids. */
export async function insertLogs(admin: postgres.Sql, patient: Person, logs: readonly TestLog[]): Promise<string[]> {
  const rows = logs.map(({ item, day, outcome = "done", pain = null, setsDone = null, note = "", corrects }) => ({
    clinic_id: patient.clinicId,
    id: newId(),
    patient_id: patient.patientId,
    plan_item_id: item.id,
    item_key: item.key,
    due_on: day,
    occasion: 1,
    outcome,
    skip_reason: outcome === "skipped" ? "no-time" : null,
    sets_done: setsDone,
    pain_nrs: pain,
    note,
    performed_at: `${day}T12:00:00Z`,
    time_zone: patient.timeZone,
    received_at: `${day}T12:00:05Z`,
    recorded_by: patient.memberId,
    corrects_id: corrects ?? null,
    correction_reason: corrects ? "It was a slip" : null,
  }));
  for (let from = 0; from < rows.length; from += 1000) {
    await admin`insert into practice_logs ${admin(rows.slice(from, from + 1000))}`;
  }
  return rows.map((row) => row.id);
}

export type TestResponse = {
  item: TestPlanItem;
  day: CalendarDay;
  dueOn?: CalendarDay;
  /** One value for every item of a part; null leaves it unanswered. */
  values: Record<string, number | null>;
  /** The day the answers speak of, when it is not that of sending. */
  answeredOn?: CalendarDay;
  source?: ResponseSource;
  /** Activities the person named, by item. */
  names?: Names;
  /** The id of the response this one replaces. */
  corrects?: string;
};

/** A sent questionnaire with its scores, made straight in the tables. Gives its id. */
export async function insertResponse(admin: postgres.Sql, patient: Person, sent: TestResponse): Promise<string> {
  const { item, day, dueOn, values, answeredOn = null, source = "portal", names, corrects = null } = sent;
  const [version] = await admin<{ id: string; body: Instrument }[]>`select v.id, v.body from instrument_versions v
    join plan_items p on p.clinic_id = v.clinic_id and p.instrument_version_id = v.id
    where p.clinic_id = ${patient.clinicId} and p.id = ${item.id}`;
  if (!version) throw new Error("this item is no questionnaire");
  const answers = Object.fromEntries(
    version.body.subscales.flatMap((part) => part.items.map(({ id }) => [id, values[part.id] ?? null])),
  );
  const { parts, band, flags } = scoreInstrument(version.body, answers);
  const id = newId();
  const at = `${day}T12:00:00Z`;
  await admin`insert into responses (clinic_id, id, patient_id, item_key, due_on, instrument_version_id, answers, started_at,
      submitted_at, submitted_on, received_at, submitted_by, answered_on, source, named, flags, corrects_id, correction_reason)
    values (${patient.clinicId}, ${id}, ${patient.patientId}, ${item.key}, ${dueOn ?? day}, ${version.id},
      ${admin.json(answers)}, ${at}, ${at}, ${day}, ${at}, ${patient.memberId}, ${answeredOn}, ${source},
      ${names ? admin.json(names) : null}, ${admin.json(flags)}, ${corrects}, ${corrects ? "It was a slip" : null})`;
  const worded = parts.find((part) => part.id === "total") ?? parts[0];
  for (const part of parts) {
    await admin`insert into scores (clinic_id, id, response_id, patient_id, subscale, raw, raw_min, raw_max, worst100, answered,
        imputed, reason, band, is_total)
      values (${patient.clinicId}, ${newId()}, ${id}, ${patient.patientId}, ${part.id}, ${part.raw}, ${part.range[0]},
        ${part.range[1]}, ${part.worst100}, ${part.answered}, ${part.imputed}, ${part.reason},
        ${part === worded ? band : null}, ${part.isTotal})`;
  }
  return id;
}
