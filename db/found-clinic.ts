import type postgres from "postgres";

export type NewClinic = Readonly<{
  id: string;
  name: string;
  timeZone: string;
  isDemo: boolean;
  systemId: string;
  systemHash: string;
}>;

export type FirstAdministrator = Readonly<{
  accountId: string;
  memberId: string;
  name: string;
  email: string;
  /** Hash of a password nobody knows; the link below is how a real one is chosen. */
  passwordHash: string;
  resetId: string;
  resetTokenHash: string;
}>;

/** Founds a clinic with its system actor. Run with the migration role; refuses an id or a zone the database cannot take. */
export async function foundClinic(admin: postgres.Sql, clinic: NewClinic): Promise<void> {
  await admin.begin(async (sql) => {
    await sql`insert into clinics (id, name, time_zone, is_demo)
      values (${clinic.id}, ${clinic.name}, ${clinic.timeZone}, ${clinic.isDemo})`;
    await sql`select app.register_system_session(${clinic.id}, ${clinic.systemId}, ${clinic.systemHash})`;
  });
}

/**
 * Gives a clinic its first administrator, who invites everybody else. An account that exists keeps its password; for a new one
 * a link valid for seven days sets it. Returns whether the account is new.
 */
export async function addFirstAdministrator(
  admin: postgres.Sql,
  clinicId: string,
  first: FirstAdministrator,
): Promise<boolean> {
  return admin.begin(async (sql) => {
    const [known] = await sql<{ id: string }[]>`select id from accounts where email = ${first.email}`;
    const account = known?.id ?? first.accountId;
    if (!known) {
      await sql`insert into accounts (id, email, password_hash) values (${account}, ${first.email}, ${first.passwordHash})`;
      await sql`insert into password_resets (id, account_id, token_hash, expires_at)
        values (${first.resetId}, ${account}, ${first.resetTokenHash}, now() + interval '7 days')`;
    }
    await sql`insert into memberships (clinic_id, id, account_id, role, name, email)
      values (${clinicId}, ${first.memberId}, ${account}, 'admin', ${first.name}, ${first.email})`;
    return !known;
  });
}
