import { practiceSessions } from "@/db/schema/practice";
import { command } from "@/lib/core/command";
import { AppError, found } from "@/lib/core/errors";
import { sessionProblems } from "../log-rules";
import { finishSessionSchema } from "../schemas";

/** Keeps a session that is over. Its logs name it and come by themselves, before it or after: none of them is needed here. */
export const finishSession = command({
  can: "practice.finish-session",
  input: finishSessionSchema,
  once: true,
  async run({ tx, actor, now, input, audit }) {
    const patientId = found(actor.patientId);
    const { clinicId, timeZone } = actor;
    const [startedAt, endedAt] = [new Date(input.startedAt), new Date(input.endedAt)];
    const { activeSeconds, endedEarly } = input;
    const problems = sessionProblems({ startedAt, endedAt, activeSeconds, now, timeZone });
    const [message] = Object.values(problems);
    if (message) throw new AppError("invalid", { message, fieldErrors: problems });
    const [kept] = await tx
      .insert(practiceSessions)
      .values({
        ...input,
        clinicId,
        patientId,
        startedAt,
        endedAt,
        timeZone,
        receivedAt: now,
        recordedBy: actor.memberId,
      })
      .onConflictDoNothing()
      .returning({ id: practiceSessions.id });
    if (!kept) throw new AppError("conflict", { message: "This was already sent. Reload to see what we hold." });
    audit({
      subjectType: "practice-session",
      subjectId: kept.id,
      patientId,
      detail: { activeSeconds, endedEarly },
    });
    return { sessionId: kept.id };
  },
});
