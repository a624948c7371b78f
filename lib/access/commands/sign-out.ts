import { and, eq } from "drizzle-orm";
import { sessions } from "@/db/schema/access";
import { command } from "@/lib/core/command";
import { nothingSchema } from "../schemas";

/** Ends the session the request was made with. The audit row comes first, since afterwards nobody is there to have done it. */
export const signOut = command({
  can: "access.sign-out",
  input: nothingSchema,
  async run({ tx, actor, now, auditNow }) {
    await auditNow({ subjectType: "session", subjectId: actor.sessionId });
    await tx
      .update(sessions)
      .set({ revokedAt: now })
      .where(
        and(
          eq(sessions.clinicId, actor.clinicId),
          eq(sessions.id, actor.sessionId),
          eq(sessions.accountId, actor.accountId),
        ),
      );
    return {};
  },
});
