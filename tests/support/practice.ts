import type postgres from "postgres";
import { afterAll, beforeAll } from "vitest";
import { closePool } from "@/db/client";
import { newId } from "@/lib/core/ids";
import type { LogEntry } from "@/lib/practice/schemas";
import { makeClinic, type TestClinic } from "./clinic";
import { adminUrl, cloneDatabase, connect } from "./database";
import { makePlan, type TestItem, type TestPlan, type TestPlanItem } from "./plan";

/** A database of its own for the tests of one file. The connection is the superuser's. */
export function ownDatabase(): { admin: () => postgres.Sql } {
  let admin: postgres.Sql | undefined;
  let database: Awaited<ReturnType<typeof cloneDatabase>> | undefined;
  beforeAll(async () => {
    database = await cloneDatabase();
    admin = connect(adminUrl(database.name));
  });
  afterAll(async () => {
    await closePool();
    await admin?.end();
    await database?.drop();
  });
  return {
    admin() {
      if (!admin) throw new Error("the database is not there yet");
      return admin;
    },
  };
}

/** The Monday every plan of these tests begins on. */
export const MONDAY = "2026-03-02";
/** Ten o'clock in London on the second Tuesday of the plan. */
export const NOW = new Date("2026-03-10T10:00:00Z");
export const TODAY = "2026-03-10";

export const WALL_SIT: TestItem = {
  kind: "exercise",
  slug: "wall-sit",
  dose: { sets: 3, repetitions: null, holdSeconds: 20 },
  painCeiling: 4,
  note: "For the stairs.",
};
export const BRIDGE: TestItem = { kind: "exercise", slug: "glute-bridge" };
export const ARTICLE: TestItem = { kind: "article", slug: "knock-knees-and-back-pain", note: "For your knees." };
const QUESTIONS: TestItem = { kind: "questionnaire", slug: "knee-and-hip-index" };

/** A clinic whose first patient has a plan; every item by its slug. */
export async function makePractice(
  admin: postgres.Sql,
  options: { items?: readonly TestItem[]; startsOn?: string; endsOn?: string | null; timeZone?: string } = {},
): Promise<{ clinic: TestClinic; plan: TestPlan; item: (slug: string) => TestPlanItem }> {
  const { items = [WALL_SIT, BRIDGE, ARTICLE, QUESTIONS], startsOn = MONDAY, endsOn = null, timeZone } = options;
  const clinic = await makeClinic(admin, timeZone ? { timeZone } : {});
  const plan = await makePlan(admin, clinic, clinic.patient, { startsOn, endsOn, items });
  return { clinic, plan, item: (slug) => itemOf(plan, slug) };
}

export function itemOf(plan: TestPlan, slug: string): TestPlanItem {
  const item = plan.items.find((one) => one.slug === slug);
  if (!item) throw new Error(`the plan has no ${slug}`);
  return item;
}

/** A whole answer about one exercise; what a test is about goes in `changes`. */
export function logEntry(planItemId: string, changes: Partial<LogEntry> = {}): LogEntry {
  return {
    id: newId(),
    planItemId,
    dueOn: TODAY,
    occasion: 1,
    outcome: "done",
    skipReason: null,
    setsDone: 3,
    repetitionsDone: null,
    holdSecondsDone: 20,
    loadKg: null,
    painNrs: 2,
    effortRpe: null,
    note: "",
    performedAt: NOW.toISOString(),
    ...changes,
  };
}

export const send = (...entries: LogEntry[]) => ({ id: newId(), entries });
