import type postgres from "postgres";
import { foundClinic } from "@/db/found-clinic";
import type { Person } from "@/lib/access/actor";
import { resumeSession } from "@/lib/access/resume";
import { hashToken, newToken, systemIdentity } from "@/lib/access/tokens";
import { newId } from "@/lib/core/ids";
import type { Role } from "@/lib/identity/vocabulary";
import { giveShipped } from "./shipped";

export type TestClinic = Readonly<{
  id: string;
  admin: Person;
  clinician: Person;
  patient: Person;
  otherPatient: Person;
}>;

/** A hash nobody can sign in with; tests of passwords make real ones. */
const NO_PASSWORD = "$argon2id$v=19$m=47104,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/** A signed-in person of a clinic, made straight in the tables; a patient comes with their record. */
export async function makePerson(
  admin: postgres.Sql,
  clinicId: string,
  role: Role,
  options: { name?: string; timeZone?: string; createdBy?: string } = {},
): Promise<Person> {
  const [account, member, patient, token] = [newId(), newId(), newId(), newToken()];
  const email = `${member}@example.test`;
  const name = options.name ?? `Test ${role}`;
  await admin`insert into accounts (id, email, password_hash) values (${account}, ${email}, ${NO_PASSWORD})`;
  await admin`insert into memberships (clinic_id, id, account_id, role, name, email)
    values (${clinicId}, ${member}, ${account}, ${role}, ${name}, ${email})`;
  if (role === "patient") {
    await admin`insert into patients (clinic_id, id, membership_id, name, date_of_birth, email, region, side, goal, time_zone, created_at, created_by)
      values (${clinicId}, ${patient}, ${member}, ${name}, '1960-02-29', ${email}, 'knee', 'left', 'To walk to the shops',
        ${options.timeZone ?? "Europe/London"}, now(), ${options.createdBy ?? member})`;
  }
  await admin`insert into sessions (clinic_id, id, kind, account_id, membership_id, token_hash, expires_at)
    values (${clinicId}, ${newId()}, 'person', ${account}, ${member}, ${hashToken(token)}, now() + interval '1 day')`;
  const session = await resumeSession(token);
  if (session.state !== "live") throw new Error("the session just made is not live");
  return session.person;
}

/** A clinic of its own for one test: an administrator, a clinician, two patients and the shipped content. */
export async function makeClinic(admin: postgres.Sql, options: { timeZone?: string } = {}): Promise<TestClinic> {
  const id = newId();
  const timeZone = options.timeZone ?? "Europe/London";
  await foundClinic(admin, {
    id,
    name: `Clinic ${id.slice(-4)}`,
    timeZone,
    isDemo: false,
    systemId: newId(),
    systemHash: systemIdentity(id),
  });
  await giveShipped(admin, id, new Date("2026-01-05T08:00:00Z"));
  const clinician = await makePerson(admin, id, "clinician", { name: "Casey Clinician" });
  const createdBy = clinician.memberId;
  return {
    id,
    clinician,
    admin: await makePerson(admin, id, "admin", { name: "Ade Admin" }),
    patient: await makePerson(admin, id, "patient", { name: "Pat Patient", timeZone, createdBy }),
    otherPatient: await makePerson(admin, id, "patient", { name: "Oli Other", timeZone, createdBy }),
  };
}
