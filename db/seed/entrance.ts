import { and, desc, eq, sql } from "drizzle-orm";
import { asActor } from "@/db/client";
import { outbox } from "@/db/schema/core";
import type { Person } from "@/lib/access/actor";
import { resumeSession } from "@/lib/access/resume";
import { doorIdentity, hashToken, newToken, systemIdentity } from "@/lib/access/tokens";
import { newId } from "@/lib/core/ids";

const DEVICE = "Demonstration";

/** The secret at the end of the link in the newest mail to an address. */
async function mailedToken(clinicId: string, email: string): Promise<string> {
  const [mail] = await asActor(systemIdentity(clinicId), (tx) =>
    tx
      .select({ body: outbox.body })
      .from(outbox)
      .where(and(eq(outbox.clinicId, clinicId), eq(outbox.toAddress, email)))
      .orderBy(desc(outbox.createdAt), desc(outbox.id))
      .limit(1),
  );
  const token = mail?.body.match(/\/invitation\/([\w-]+)/)?.[1];
  if (!token) throw new Error(`no invitation was sent to ${email}`);
  return token;
}

/** Opens a session for an account, as signing in does once the password was found right. */
export async function enter(email: string): Promise<Person> {
  const token = newToken();
  await asActor(doorIdentity(), (tx) =>
    tx.execute(sql`select s.role from app.find_account(${email}) a,
      app.open_session(a.account_id, ${newId()}, ${hashToken(token)}, ${DEVICE}, ${newId()}) s`),
  );
  const session = await resumeSession(token);
  if (session.state !== "live") throw new Error(`${email} cannot sign in`);
  return session.person;
}

/**
 * Follows the link of an invitation, chooses the password and signs in. It is redeemed at the same door as by anybody; the hash is
 * handed in, because making one for each of two dozen people takes seconds.
 */
export async function acceptInvitation(
  clinicId: string,
  invited: { email: string; passwordHash: string },
  now: Date,
): Promise<Person> {
  const token = await mailedToken(clinicId, invited.email);
  const redeemed = await asActor(doorIdentity(), (tx) =>
    tx.execute(sql`select role from app.redeem_invitation(${hashToken(token)}, ${now.toISOString()}, null, ${newId()},
      ${invited.passwordHash}, ${newId()}, ${newId()})`),
  );
  if (redeemed.length === 0) throw new Error(`the invitation of ${invited.email} opens nothing`);
  return enter(invited.email);
}
