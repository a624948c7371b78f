import { sql } from "drizzle-orm";
import { command } from "@/lib/core/command";
import { found } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { Role } from "@/lib/identity/vocabulary";
import { switchMembershipSchema } from "../schemas";
import { hashToken, newToken } from "../tokens";

/**
 * Goes to another of one's own places, under a new token; the old session ends. Both clinics' trails say so: this one that the
 * person left, the other that they came. The token is for the cookie alone and must never be given to the page.
 */
export const switchMembership = command({
  can: "access.switch-membership",
  input: switchMembershipSchema,
  async run({ tx, actor, input, auditNow }) {
    await auditNow({ subjectType: "session", subjectId: actor.sessionId, detail: { left: true } });
    const token = newToken();
    const [opened] = await tx.execute<{ role: Role }>(sql`select role from app.switch_membership(${input.clinicId},
      ${input.membershipId}, ${newId()}, ${hashToken(token)}, ${newId()})`);
    return { token, role: found(opened).role };
  },
});
