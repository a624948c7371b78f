import { practiceLogs } from "@/db/schema/practice";
import { type CalendarDay, calendarDayOf } from "@/lib/core/calendar";
import { command } from "@/lib/core/command";
import { AppError, found, invalidField } from "@/lib/core/errors";
import { type PlanItemView, type PlanView, publishedPlans } from "@/lib/plans/queries";
import { performedProblem } from "../log-rules";
import { lineById, lineDayProblem, lineOn, loggableLine } from "../plan-lines";
import { type LogEntry, recordSchema } from "../schemas";

/** Keeps what a patient did: one row an exercise and occasion. All of the entries are kept, or none. */
export const recordPractice = command({
  can: "practice.record",
  input: recordSchema,
  once: true,
  async run({ tx, actor, now, input, audit }) {
    const patientId = found(actor.patientId);
    const { clinicId, timeZone } = actor;
    const plans = await publishedPlans(tx, actor, patientId);
    const rows = input.entries.map((entry, index) => {
      const itemKey = checkEntry(plans, entry, { now, timeZone, field: (name) => `entries.${index}.${name}` });
      const performedAt = new Date(entry.performedAt);
      return {
        ...entry,
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

/** The lasting key of the line the entry is about. Throws what is wrong with the entry. */
function checkEntry(
  plans: readonly PlanView[],
  entry: LogEntry,
  { now, timeZone, field }: { now: Date; timeZone: string; field: (name: string) => string },
): string {
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
  return line.key;
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
