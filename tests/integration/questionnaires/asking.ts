import type postgres from "postgres";
import type { Person } from "@/lib/access/actor";
import { newId } from "@/lib/core/ids";
import { openDraft } from "@/lib/questionnaires/commands/open-draft";
import { saveAnswer } from "@/lib/questionnaires/commands/save-answer";
import { submit } from "@/lib/questionnaires/commands/submit";
import type { TestClinic } from "@/tests/support/clinic";
import { makePlan, type TestItem } from "@/tests/support/plan";

export const STARTS_ON = "2026-03-02";
/** Half past nine on the plan's first day. */
export const NOW = new Date("2026-03-02T09:30:00Z");
export const later = (minutes: number, from: Date = NOW) => new Date(from.getTime() + minutes * 60_000);

export const PAIN = ["pain-first-steps", "pain-ten-minutes-out", "pain-kerb", "pain-evening", "pain-small-hours"];
export const STIFFNESS = ["stiffness-breakfast", "stiffness-setting-off"];
export const FUNCTION = [
  "tray-downstairs",
  "hill",
  "sofa",
  "queue",
  "dropped-keys",
  "keeping-pace",
  "rough-ground",
  "bus",
  "heavy-bag",
  "shoes",
  "toenails",
  "turning-over",
  "shower",
  "meal-table",
  "low-toilet",
  "floor-or-garden",
  "kitchen",
].map((name) => `function-${name}`);
export const ITEMS = [...PAIN, ...STIFFNESS, ...FUNCTION];

/** A plan whose questions are due on its first day and, unless told otherwise, every four weeks. */
export async function askQuestions(
  admin: postgres.Sql,
  clinic: TestClinic,
  patient: Person,
  item: Partial<TestItem> = {},
): Promise<{ itemKey: string; dueOn: string }> {
  const plan = await makePlan(admin, clinic, patient, {
    startsOn: STARTS_ON,
    items: [
      {
        kind: "questionnaire",
        slug: "knee-and-hip-index",
        schedule: { kind: "every-weeks", weeks: 4 },
        note: "To see where you start.",
        ...item,
      },
    ],
  });
  return { itemKey: plan.items[0]?.key ?? "", dueOn: STARTS_ON };
}

export async function begin(patient: Person, occasion: { itemKey: string; dueOn: string }, now = NOW): Promise<string> {
  return (await openDraft.execute(patient, { id: newId(), ...occasion }, { now })).draftId;
}

export async function answer(
  patient: Person,
  draftId: string,
  answers: Readonly<Record<string, number | null>>,
  now = NOW,
): Promise<void> {
  for (const [itemId, value] of Object.entries(answers)) {
    await saveAnswer.execute(patient, { draftId, itemId, value, answeredAt: now.toISOString() }, { now });
  }
}

/** The same answer to each of some items. */
export const all = (items: readonly string[], value: number | null) =>
  Object.fromEntries(items.map((id) => [id, value]));

/** Begins, answers and sends in one go; gives the response's id. */
export async function send(
  patient: Person,
  occasion: { itemKey: string; dueOn: string },
  answers: Readonly<Record<string, number | null>>,
  now = NOW,
): Promise<string> {
  const draftId = await begin(patient, occasion, now);
  await answer(patient, draftId, answers, now);
  return (await submit.execute(patient, { id: newId(), draftId }, { now: later(6, now) })).responseId;
}

/** How many rows of the audit trail say this action of this subject. */
export async function audited(admin: postgres.Sql, action: string, subjectId: string): Promise<number> {
  const [row] = await admin<{ count: number }[]>`select count(*)::int as count from audit_events
    where action = ${action} and subject_id = ${subjectId}`;
  return row?.count ?? 0;
}
