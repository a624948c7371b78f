import type postgres from "postgres";
import type { Person } from "@/lib/access/actor";
import { type CalendarDay, daysBetween } from "@/lib/core/calendar";
import { newId } from "@/lib/core/ids";
import { phaseDates } from "@/lib/plans/phase-dates";
import type { Dose, Schedule } from "@/lib/plans/schemas";
import type { ItemKind } from "@/lib/plans/vocabulary";

/** One line of a plan for a test; what is left out has a plain default. `key` names the line through all versions. */
export type TestItem = {
  kind: ItemKind;
  slug: string;
  key?: string;
  dose?: Partial<Dose>;
  schedule?: Schedule;
  note?: string;
  painCeiling?: number;
  anchorOn?: CalendarDay;
};

export type TestPlanItem = { id: string; key: string; kind: ItemKind; slug: string; anchorOn: CalendarDay };
type TestVersion = { versionId: string; number: number; effectiveOn: CalendarDay; items: TestPlanItem[] };
export type TestPlan = TestVersion & { planId: string; clinicId: string; patientId: string; startsOn: CalendarDay };

type VersionOptions = {
  items: readonly TestItem[];
  effectiveOn?: CalendarDay;
  title?: string;
  /** Length of the one phase in weeks; null for no end. */
  weeks?: number | null;
};

const EVERY_DAY: Schedule = { kind: "weekly", weekdays: [1, 2, 3, 4, 5, 6, 7], timesPerDay: 1 };
const DOSE: Dose = {
  sets: 3,
  repetitions: 10,
  holdSeconds: null,
  restSeconds: 30,
  loadKg: null,
  tempo: null,
  side: "none",
};

/** A published plan of one phase and one version, made straight in the tables by the superuser. */
export async function makePlan(
  admin: postgres.Sql,
  clinic: { id: string; clinician: Person },
  patient: Person,
  options: VersionOptions & { startsOn: CalendarDay; endsOn?: CalendarDay | null },
): Promise<TestPlan> {
  const { startsOn, endsOn = null } = options;
  if (!patient.patientId) throw new Error("this person is no patient");
  const planId = newId();
  await admin`insert into plans (clinic_id, id, patient_id, starts_on, ends_on, current_version, created_at, created_by)
    values (${clinic.id}, ${planId}, ${patient.patientId}, ${startsOn}, ${endsOn}, 0, ${startsOn}::date, ${clinic.clinician.memberId})`;
  const plan = { planId, clinicId: clinic.id, patientId: patient.patientId, startsOn };
  const version = await insertVersion(
    admin,
    clinic,
    plan,
    1,
    { ...options, effectiveOn: options.effectiveOn ?? startsOn },
    [],
  );
  return { ...plan, ...version };
}

/** The next version of a plan. Items that name a `key` of the version before keep the day they were first prescribed. */
export async function addVersion(
  admin: postgres.Sql,
  clinic: { id: string; clinician: Person },
  plan: TestPlan,
  options: VersionOptions & { effectiveOn: CalendarDay },
): Promise<TestPlan> {
  const version = await insertVersion(admin, clinic, plan, plan.number + 1, options, plan.items);
  return { ...plan, ...version };
}

async function insertVersion(
  admin: postgres.Sql,
  clinic: { id: string; clinician: Person },
  plan: Pick<TestPlan, "planId" | "patientId" | "startsOn">,
  number: number,
  options: VersionOptions & { effectiveOn: CalendarDay },
  before: readonly TestPlanItem[],
): Promise<TestVersion> {
  const { effectiveOn, title = "Test plan", weeks = null } = options;
  const [versionId, phaseId] = [newId(), newId()];
  const [phase] = phaseDates(plan.startsOn, [{ weeks }]);
  await admin`insert into plan_versions (clinic_id, id, plan_id, patient_id, number, title, effective_on, published_at, published_by)
    values (${clinic.id}, ${versionId}, ${plan.planId}, ${plan.patientId}, ${number}, ${title}, ${effectiveOn},
      ${effectiveOn}::date, ${clinic.clinician.memberId})`;
  await admin`insert into phases (clinic_id, id, plan_version_id, patient_id, key, position, title, aim, weeks, starts_on, ends_on)
    values (${clinic.id}, ${phaseId}, ${versionId}, ${plan.patientId}, ${newId()}, 1, 'First phase', '', ${weeks},
      ${plan.startsOn}, ${phase?.endsOn ?? null})`;
  const items: TestPlanItem[] = [];
  for (const item of options.items) {
    const key = item.key ?? newId();
    const earlier = before.find((line) => line.key === key)?.anchorOn;
    const anchorOn = item.anchorOn ?? earlier ?? later(plan.startsOn, effectiveOn);
    const made = { id: newId(), key, kind: item.kind, slug: item.slug, anchorOn };
    await insertItem(admin, clinic.id, { versionId, phaseId, patientId: plan.patientId }, made, item, items.length + 1);
    items.push(made);
  }
  await admin`update plans set current_version = ${number} where clinic_id = ${clinic.id} and id = ${plan.planId}`;
  return { versionId, number, effectiveOn, items };
}

const later = (a: CalendarDay, b: CalendarDay) => (daysBetween(a, b) > 0 ? b : a);

async function insertItem(
  admin: postgres.Sql,
  clinicId: string,
  place: { versionId: string; phaseId: string; patientId: string },
  made: TestPlanItem,
  item: TestItem,
  position: number,
): Promise<void> {
  const isQuestionnaire = item.kind === "questionnaire";
  const [word] = isQuestionnaire
    ? await admin<
        { id: string }[]
      >`select v.id from instrument_versions v join instruments i on i.clinic_id = v.clinic_id and i.id = v.instrument_id
        where i.clinic_id = ${clinicId} and i.slug = ${item.slug} order by v.number desc limit 1`
    : await admin<
        { id: string }[]
      >`select v.id from library_versions v join library_items i on i.clinic_id = v.clinic_id and i.id = v.item_id
        where i.clinic_id = ${clinicId} and i.kind = ${item.kind} and i.slug = ${item.slug} order by v.number desc limit 1`;
  if (!word) throw new Error(`the clinic has no ${item.kind} ${item.slug}`);
  const dose = item.kind === "exercise" ? { ...DOSE, ...item.dose } : null;
  const schedule =
    item.schedule ?? (item.kind === "exercise" ? EVERY_DAY : ({ kind: "once", day: 1 } satisfies Schedule));
  await admin`insert into plan_items (clinic_id, id, plan_version_id, phase_id, patient_id, key, position, kind, library_version_id,
      instrument_version_id, sets, repetitions, hold_seconds, rest_seconds, load_kg, tempo, side, pain_ceiling, schedule, anchor_on, note)
    values (${clinicId}, ${made.id}, ${place.versionId}, ${place.phaseId}, ${place.patientId}, ${made.key}, ${position}, ${item.kind},
      ${isQuestionnaire ? null : word.id}, ${isQuestionnaire ? word.id : null}, ${dose?.sets ?? null}, ${dose?.repetitions ?? null},
      ${dose?.holdSeconds ?? null}, ${dose?.restSeconds ?? null}, ${dose?.loadKg ?? null}, ${dose?.tempo ?? null}, ${dose?.side ?? null},
      ${item.painCeiling ?? 5}, ${JSON.stringify(schedule)}::text::jsonb, ${made.anchorOn}, ${item.note ?? ""})`;
}
