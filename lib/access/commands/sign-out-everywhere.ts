import { and, eq, isNull } from "drizzle-orm";
import { sessions } from "@/db/schema/access";
import { command } from "@/lib/core/command";
import { nothingSchema } from "../schemas";

/** Ends every session of the account, in every clinic and on every device, this one too. */
export const signOutEverywhere = command({
  can: "access.sign-out-everywhere",
  input: nothingSchema,
  async run({ tx, actor, now, auditNow }) {
    await auditNow({ subjectType: "account", subjectId: actor.accountId });
    await tx
      .update(sessions)
      .set({ revokedAt: now })
      .where(and(eq(sessions.accountId, actor.accountId), isNull(sessions.revokedAt)));
    return {};
  },
});
