import type postgres from "postgres";
import type { Person } from "@/lib/access/actor";
import { addDays, type CalendarDay } from "@/lib/core/calendar";
import { insertLogs, insertResponse } from "@/tests/support/course";
import { addVersion, makePlan, type TestPlan, type TestPlanItem } from "@/tests/support/plan";

/** A Monday. */
const START: CalendarDay = "2026-03-02";
/** The Tuesday four weeks later; nothing is logged on it yet. */
export const TODAY: CalendarDay = "2026-03-31";

const EXERCISE_KEY = "0190a000-0000-7000-8000-000000000001";
const QUESTIONS_KEY = "0190a000-0000-7000-8000-000000000002";

const items = (sets: number) => [
  { kind: "exercise" as const, slug: "wall-sit", key: EXERCISE_KEY, dose: { sets }, painCeiling: 6 },
  {
    kind: "questionnaire" as const,
    slug: "knee-and-hip-index",
    key: QUESTIONS_KEY,
    schedule: { kind: "every-weeks" as const, weeks: 4 },
  },
];

const itemOf = (plan: TestPlan, key: string): TestPlanItem => {
  const item = plan.items.find((line) => line.key === key);
  if (!item) throw new Error("the plan has no such line");
  return item;
};

/**
 * Four weeks and a day of a daily exercise with questions at the start and after four weeks. Pain is 6 in the first two
 * weeks, not said in the third and 3 in the fourth. The second Tuesday is skipped, the Wednesday a third done, the Thursday
 * and Friday silent. The plan changes from 3 sets to 4 after three weeks, and one log (pain 9) is corrected to 3.
 */
export async function makeCourse(
  admin: postgres.Sql,
  clinic: { id: string; clinician: Person },
  patient: Person,
): Promise<void> {
  const first = await makePlan(admin, clinic, patient, { startsOn: START, items: items(3) });
  const second = await addVersion(admin, clinic, first, { effectiveOn: "2026-03-23", items: items(4) });
  const exercise = (day: CalendarDay) => itemOf(day < "2026-03-23" ? first : second, EXERCISE_KEY);
  const logs = Array.from({ length: 29 }, (_, index) => addDays(START, index))
    .filter((day) => day !== "2026-03-12" && day !== "2026-03-13")
    .map((day) => ({ item: exercise(day), day, ...told(day) }));
  const ids = await insertLogs(admin, patient, logs);
  const slip = ids[logs.findIndex((log) => log.day === "2026-03-24")];
  await insertLogs(admin, patient, [{ item: exercise("2026-03-24"), day: "2026-03-24", pain: 3, corrects: slip }]);
  const [then, now] = [itemOf(first, QUESTIONS_KEY), itemOf(second, QUESTIONS_KEY)];
  await insertResponse(admin, patient, { item: then, day: START, values: { pain: 3, stiffness: 2, function: 3 } });
  await insertResponse(admin, patient, {
    item: now,
    day: "2026-03-30",
    values: { pain: 1, stiffness: 2, function: 2 },
  });
}

function told(day: CalendarDay) {
  if (day === "2026-03-10") return { outcome: "skipped" as const };
  if (day === "2026-03-11") return { outcome: "partly" as const, setsDone: 1, pain: 6, note: "My knee was sore" };
  if (day === "2026-03-24") return { pain: 9 };
  if (day < "2026-03-16") return { pain: 6 };
  if (day < "2026-03-23") return {};
  return { pain: day === "2026-03-30" ? 0 : 3 };
}
