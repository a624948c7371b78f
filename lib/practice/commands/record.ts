import { and, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { practiceLogs } from "@/db/schema/practice";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import { type CalendarDay, calendarDayOf } from "@/lib/core/calendar";
import { command } from "@/lib/core/command";
import { AppError, found, invalidField } from "@/lib/core/errors";
import { type PlanItemView, type PlanView, publishedPlans } from "@/lib/plans/queries";
import { nextOccasion } from "../as-needed";
import { performedProblem } from "../log-rules";
import { lineById, lineDayProblem, lineOn, loggableLine } from "../plan-lines";
import { type LogEntry, recordSchema } from "../schemas";

/**
 * Keeps what a patient did: one row an exercise and occasion. All of the entries are kept, or none. What is done as needed is asked for
 * on no occasion, and a device without a network does not know what another told: it takes the next one that is free.
 */
export const recordPractice = command({
  can: "practice.record",
  input: recordSchema,
  once: true,
  async run({ tx, actor, now, input, audit }) {
    const patientId = found(actor.patientId);
    const { clinicId, timeZone } = actor;
    const plans = await publishedPlans(tx, actor, patientId);
    const lines = input.entries.map((entry, index) =>
      checkEntry(plans, entry, { now, timeZone, field: (name) => `entries.${index}.${name}` }),
    );
    const asNeeded = lines.filter(({ schedule }) => schedule.kind === "as-needed").map(({ key }) => key);
    const told = asNeeded.length > 0 ? await toldOf(tx, actor, asNeeded, input.entries) : [];
    const rows = input.entries.map((entry, index) => {
      const itemKey = found(lines[index]).key;
      const performedAt = new Date(entry.performedAt);
      const taken = told.filter((one) => one.itemKey === itemKey && one.dueOn === entry.dueOn);
      const isTaken = taken.some(({ occasion }) => occasion === entry.occasion);
      const occasion = isTaken ? nextOccasion(taken.map((one) => one.occasion)) : entry.occasion;
      if (asNeeded.includes(itemKey)) told.push({ itemKey, dueOn: entry.dueOn, occasion });
      return {
        ...entry,
        occasion,
        clinicId,
        patientId,
        itemKey,
        performedAt,
        timeZone,
        receivedAt: now,
        recordedBy: actor.memberId,
      };
    });
    const kept = await tx.insert(practiceLogs).values(rows).onConflictDoNothing().returning({ id: practiceLogs.id });
    if (kept.length !== rows.length) {
      throw new AppError("conflict", { message: "This was already sent. Reload to see what we hold." });
    }
    for (const { id, planItemId, dueOn, occasion, outcome } of rows) {
      audit({
        subjectType: "practice-log",
        subjectId: id,
        patientId,
        detail: { planItemId, dueOn, occasion, outcome },
      });
    }
    return { logIds: rows.map((row) => row.id) };
  },
});

type Told = Pick<typeof practiceLogs.$inferSelect, "itemKey" | "dueOn" | "occasion">;

/** The occasions that were told of some lines, on the days of these entries. */
function toldOf(tx: Tx, actor: Person, keys: readonly string[], entries: readonly LogEntry[]): Promise<Told[]> {
  const { itemKey, dueOn, occasion } = practiceLogs;
  const days = entries.map((entry) => entry.dueOn);
  return tx
    .select({ itemKey, dueOn, occasion })
    .from(practiceLogs)
    .where(and(inScope(actor, practiceLogs), inArray(itemKey, [...keys]), inArray(dueOn, days)));
}

/** The line the entry is about. Throws what is wrong with the entry. */
function checkEntry(
  plans: readonly PlanView[],
  entry: LogEntry,
  { now, timeZone, field }: { now: Date; timeZone: string; field: (name: string) => string },
): PlanItemView {
  const { plan, line } = found(lineById(plans, entry.planItemId));
  if (line.kind !== "exercise") throw new AppError("not-found");
  const today = calendarDayOf(now, timeZone);
  const day = lineDayProblem(plan, line, entry.dueOn, today);
  if (day) throw invalidField(field("dueOn"), day);
  const performedAt = new Date(entry.performedAt);
  const inForce = [
    loggableLine(plan, line.key, entry.dueOn, today),
    lineOn(plan, line.key, entry.dueOn),
    lineAsOf(plans, line, entry.dueOn, performedAt),
  ];
  if (!inForce.some((standing) => standing?.id === line.id)) {
    throw new AppError("conflict", {
      message: inForce.some((standing) => standing)
        ? "Your plan changed since you opened this page. Look at the exercise as it is now, then save again."
        : "Your plan changed, and this exercise is no longer in it. Go back to Today to see your plan.",
    });
  }
  const performed = performedProblem({ performedAt, dueOn: entry.dueOn, now, timeZone });
  if (performed) throw invalidField(field("performedAt"), performed);
  return line;
}

/** The line as it stood when it was done: what was done before a change and sent after it belongs to the plan of its time. */
function lineAsOf(plans: readonly PlanView[], line: PlanItemView, dueOn: CalendarDay, at: Date) {
  const then = plans.map((plan) => ({
    ...plan,
    versions: plan.versions.filter(({ publishedAt }) => publishedAt <= at),
  }));
  const plan = lineById(then, line.id)?.plan;
  return plan && lineOn(plan, line.key, dueOn);
}
