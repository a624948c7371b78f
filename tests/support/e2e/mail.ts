import { expect } from "@playwright/test";
import type postgres from "postgres";

export type KeptMail = { subject: string; body: string };

/** The newest mail to an address, as it lies in the outbox. Fails when there is none. */
export async function newestMail(admin: postgres.Sql, to: string): Promise<KeptMail> {
  const [mail] = await admin<KeptMail[]>`
    select subject, body from outbox where to_address = ${to.toLowerCase()} order by created_at desc, id desc limit 1`;
  if (!mail) throw new Error(`no mail to ${to}`);
  return mail;
}

/** Waits for a mail with this subject to reach the outbox. */
export async function readMail(admin: postgres.Sql, to: string, subject: RegExp): Promise<KeptMail> {
  let found: KeptMail | undefined;
  await expect(async () => {
    found = await newestMail(admin, to);
    expect(found.subject).toMatch(subject);
  }).toPass({ timeout: 10_000 });
  if (!found) throw new Error(`no mail to ${to}`);
  return found;
}

/** The one link of a mail. */
export function linkOf(mail: KeptMail): string {
  const link = /^https?:\/\/\S+$/m.exec(mail.body)?.[0];
  if (!link) throw new Error(`no link in "${mail.subject}"`);
  return link;
}
