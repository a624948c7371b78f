import type postgres from "postgres";
import type { Person } from "@/lib/access/actor";
import { signIn } from "@/lib/access/commands/sign-in";
import { hashPassword } from "@/lib/access/passwords";
import { resumeSession } from "@/lib/access/resume";
import { newToken } from "@/lib/access/tokens";

export const PASSWORD = "lantern otter seven";
const hashed = hashPassword(PASSWORD);

/** Gives a person made straight in the tables a password they can sign in with; answers their e-mail. */
export async function givePassword(admin: postgres.Sql, person: Person): Promise<string> {
  const [account] = await admin<{ email: string }[]>`
    update accounts set password_hash = ${await hashed} where id = ${person.accountId} returning email`;
  if (!account) throw new Error("no such account");
  return account.email;
}

/** Signs in with a password and gives the token; fails when it is refused. */
export async function enter(email: string, password = PASSWORD): Promise<string> {
  const signedIn = await signIn.execute({ email, password, device: "Firefox on Linux" });
  if (!signedIn) throw new Error(`${email} could not sign in`);
  return signedIn.token;
}

/** The person behind a token, which must be live. */
export async function personOf(token: string): Promise<Person> {
  const session = await resumeSession(token);
  if (session.state !== "live") throw new Error(`the session is ${session.state}`);
  return session.person;
}

/** The newest mail to an address and the token in its link. */
export async function mailTo(
  admin: postgres.Sql,
  to: string,
): Promise<{ kind: string; subject: string; body: string; token: string }> {
  const [mail] = await admin<{ kind: string; subject: string; body: string }[]>`
    select kind, subject, body from outbox where to_address = ${to} order by created_at desc, id desc limit 1`;
  if (!mail) throw new Error(`no mail to ${to}`);
  return { ...mail, token: /\/(?:invitation|reset)\/(\S+)/.exec(mail.body)?.[1] ?? newToken() };
}

/** The actions in the clinic's trail that name a subject, oldest first. */
export async function trailOf(admin: postgres.Sql, clinicId: string, subjectId: string): Promise<string[]> {
  const rows = await admin<{ action: string }[]>`
    select action from audit_events where clinic_id = ${clinicId} and subject_id = ${subjectId} order by seq`;
  return rows.map((row) => row.action);
}
