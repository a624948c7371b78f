import type postgres from "postgres";

export type NewClinic = {
  id: string;
  name: string;
  timeZone: string;
  isDemo: boolean;
  systemHash: string;
  systemId: string;
};
export type FirstInvitation = {
  id: string;
  name: string;
  email: string;
  tokenHash: string;
  expiresAt: Date;
  /** The system has no member to invite for it: the first administrator's own membership stands in. */
  accountId: string;
  memberId: string;
  passwordHash: string;
};

/** Founds a clinic with its system actor. Run by the operator's migration role. */
export async function foundClinic(admin: postgres.Sql, clinic: NewClinic): Promise<void> {
  await admin.begin(async (sql) => {
    await sql`insert into clinics (id, name, time_zone, is_demo) values (${clinic.id}, ${clinic.name}, ${clinic.timeZone}, ${clinic.isDemo})`;
    await sql`select app.register_system_session(${clinic.id}, ${clinic.systemId}, ${clinic.systemHash})`;
  });
}
