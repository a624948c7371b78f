import { readingReceipts } from "@/db/schema/practice";
import { calendarDayOf } from "@/lib/core/calendar";
import { command } from "@/lib/core/command";
import { AppError, found, invalidField } from "@/lib/core/errors";
import { publishedPlans } from "@/lib/plans/queries";
import { lineById } from "../plan-lines";
import { givenArticles, wasDueOn } from "../reading";
import { markReadSchema } from "../schemas";

/** Notes that the patient has read an article they were given. Marking it again changes nothing and is no mistake. */
export const markRead = command({
  can: "practice.mark-read",
  input: markReadSchema,
  once: true,
  async run({ tx, actor, now, input, audit }) {
    const patientId = found(actor.patientId);
    const plans = await publishedPlans(tx, actor, patientId);
    const { plan, line } = found(lineById(plans, input.planItemId));
    if (line.kind !== "article") throw new AppError("not-found");
    const today = calendarDayOf(now, actor.timeZone);
    const latest = givenArticles([plan], today).find((given) => given.line.key === line.key)?.dueOn;
    const dueOn = input.dueOn ?? latest;
    if (!dueOn || dueOn > today || !wasDueOn(plan, line.key, dueOn)) {
      throw invalidField("dueOn", "This was not given to you to read on that day.");
    }
    const [kept] = await tx
      .insert(readingReceipts)
      .values({
        clinicId: actor.clinicId,
        id: input.id,
        patientId,
        planItemId: line.id,
        itemKey: line.key,
        dueOn,
        libraryVersionId: found(line.libraryVersionId),
        readAt: now,
        receivedAt: now,
      })
      .onConflictDoNothing()
      .returning({ id: readingReceipts.id });
    audit({
      subjectType: "plan-item",
      subjectId: line.id,
      patientId,
      detail: { dueOn, again: kept === undefined },
    });
    return { dueOn };
  },
});
