import type postgres from "postgres";
import { foundClinic } from "@/db/found-clinic";
import type { Person } from "@/lib/access/actor";
import { sessionCookie } from "@/lib/access/cookie";
import { hashPassword } from "@/lib/access/passwords";
import { resumeSession } from "@/lib/access/resume";
import { hashToken, newToken, systemIdentity } from "@/lib/access/tokens";
import { newId } from "@/lib/core/ids";
import { addPatient } from "@/lib/identity/commands/add-patient";
import { invitePatient } from "@/lib/identity/commands/invite-patient";
import { redeemInvitation } from "@/lib/identity/commands/redeem-invitation";
import type { Role } from "@/lib/identity/vocabulary";
import { applyProtocol } from "@/lib/plans/commands/apply-protocol";
import { publishPlan } from "@/lib/plans/commands/publish";
import { saveDraft } from "@/lib/plans/commands/save-draft";
import type { DraftBody, DraftItem, Schedule } from "@/lib/plans/schemas";
import { giveShipped } from "../shipped";
import { linkOf, newestMail } from "./mail";

const PROTOCOL = "unstable-knee-with-back-pain";

/** A session to act with when there is no browser, its cookie for a bare request, and a cookie of a further session each time. */
type Entered = { person: Person; cookie: string; newCookie: () => Promise<string> };
/** Somebody who can sign in through the browser, and act without one. */
export type Account = Readonly<{ name: string; email: string; password: string } & Entered>;
export type PatientAccount = Account & Readonly<{ patientId: string; planId: string | null }>;
export type World = Readonly<{ id: string; name: string; admin: Account; clinician: Account }>;

let made = 0;

/** An address nobody else in this run has, so that mails can be told apart. */
export function freshEmail(first: string): string {
  made += 1;
  const plain = first.normalize("NFD").replace(/[^A-Za-z]/g, "");
  return `${plain.toLowerCase()}.${process.pid}.${made}.${Date.now().toString(36)}@example.test`;
}

const freshPassword = (first: string) => `${first}-walks-the-canal-${process.pid}-${made}`;

/** The staff of all clinics of a process share one, because hashing is made to be slow. */
const STAFF_PASSWORD = "four-herons-walk-the-canal";
let staffHash: Promise<string> | undefined;

/** A session of a member, made straight in the tables, for acting without a browser. */
export async function actAs(admin: postgres.Sql, clinicId: string, account: string, member: string): Promise<Entered> {
  const token = await openSession(admin, clinicId, account, member);
  const session = await resumeSession(token);
  if (session.state !== "live") throw new Error("the session just made is not live");
  const cookieOf = (its: string) => `${sessionCookie("http://localhost").name}=${its}`;
  const newCookie = async () => cookieOf(await openSession(admin, clinicId, account, member));
  return { person: session.person, cookie: cookieOf(token), newCookie };
}

async function openSession(admin: postgres.Sql, clinicId: string, account: string, member: string): Promise<string> {
  const token = newToken();
  await admin`insert into sessions (clinic_id, id, kind, account_id, membership_id, token_hash, expires_at)
    values (${clinicId}, ${newId()}, 'person', ${account}, ${member}, ${hashToken(token)}, now() + interval '90 days')`;
  return token;
}

async function makeStaff(admin: postgres.Sql, clinicId: string, role: Role, name: string): Promise<Account> {
  const [account, member] = [newId(), newId()];
  const first = name.split(" ")[0] ?? name;
  const email = freshEmail(first);
  staffHash ??= hashPassword(STAFF_PASSWORD);
  const hash = await staffHash;
  await admin`insert into accounts (id, email, password_hash) values (${account}, ${email}, ${hash})`;
  await admin`insert into memberships (clinic_id, id, account_id, role, name, email)
    values (${clinicId}, ${member}, ${account}, ${role}, ${name}, ${email})`;
  return { name, email, password: STAFF_PASSWORD, ...(await actAs(admin, clinicId, account, member)) };
}

/** A clinic of its own for one test: the shipped content, an administrator and a clinician, who can sign in. */
export async function makeWorld(admin: postgres.Sql): Promise<World> {
  const id = newId();
  const name = `Harbour Practice ${id.slice(-4)}`;
  await foundClinic(admin, {
    id,
    name,
    timeZone: "Europe/London",
    isDemo: false,
    systemId: newId(),
    systemHash: systemIdentity(id),
  });
  await giveShipped(admin, id, new Date());
  return {
    id,
    name,
    admin: await makeStaff(admin, id, "admin", "Ada Winter"),
    clinician: await makeStaff(admin, id, "clinician", "Callum Reid"),
  };
}

type PatientOptions = { name?: string; goal?: string; withPlan?: boolean; now?: Date };
export type InvitedPatient = Pick<PatientAccount, "name" | "email" | "password" | "patientId" | "planId"> & {
  /** The link of the invitation, as the mail gives it. */
  link: string;
};

/** A patient with an invitation in the mail; with a plan, the protocol published as it stands. By the rules of real use. */
export async function invite(admin: postgres.Sql, world: World, options: PatientOptions = {}): Promise<InvitedPatient> {
  const { name = "Pia Larsson", goal = "To walk to the lake and back", withPlan = true, now = new Date() } = options;
  const first = name.split(" ")[0] ?? name;
  const email = freshEmail(first);
  const patientId = newId();
  const clinician = world.clinician.person;
  const fields = { name, dateOfBirth: "1961-08-09", email, region: "knee", side: "right", goal } as const;
  await addPatient.execute(clinician, { id: patientId, ...fields, timeZone: "Europe/London" }, { now });
  const planId = withPlan ? await publishProtocol(admin, clinician, patientId, now) : null;
  await invitePatient.execute(clinician, { id: newId(), patientId }, { now });
  const link = linkOf(await newestMail(admin, email));
  return { name, email, password: freshPassword(first), patientId, planId, link };
}

/** A patient who took up the invitation. */
export async function makePatient(
  admin: postgres.Sql,
  world: World,
  options: PatientOptions = {},
): Promise<PatientAccount> {
  const { link, ...invited } = await invite(admin, world, options);
  const token = link.split("/").at(-1) ?? "";
  await redeemInvitation.execute({ token, password: invited.password }, { now: options.now ?? new Date() });
  const [row] = await admin<{ account_id: string; id: string }[]>`
    select account_id, id from memberships where clinic_id = ${world.id} and email = ${invited.email}`;
  if (!row) throw new Error("the invitation made no member");
  return { ...invited, ...(await actAs(admin, world.id, row.account_id, row.id)) };
}

const EVERY_DAY: Schedule = { kind: "weekly", weekdays: [1, 2, 3, 4, 5, 6, 7], timesPerDay: 1 };

const everyDay = (item: DraftItem): DraftItem => (item.kind === "exercise" ? { ...item, schedule: EVERY_DAY } : item);

/** Writes a plan's draft anew and publishes it as the next version. */
export async function publishChanged(
  admin: postgres.Sql,
  clinician: Person,
  draft: { planId: string; revision: number },
  now: Date,
  change: (item: DraftItem) => DraftItem,
): Promise<void> {
  const { planId } = draft;
  const [row] = await admin<{ body: DraftBody }[]>`select body from plan_drafts where plan_id = ${planId}`;
  if (!row) throw new Error("this plan has no draft");
  const phases = row.body.phases.map((phase) => ({ ...phase, items: phase.items.map(change) }));
  const { revision } = await saveDraft.execute(clinician, { ...draft, body: { ...row.body, phases } }, { now });
  await publishPlan.execute(clinician, { id: newId(), planId, revision }, { now });
}

/** Gives a patient the shipped protocol as their plan, its exercises on every day of the week: tests run on Sundays too. */
async function publishProtocol(admin: postgres.Sql, clinician: Person, patientId: string, now: Date): Promise<string> {
  const planId = newId();
  const { revision } = await applyProtocol.execute(
    clinician,
    { id: planId, patientId, protocolSlug: PROTOCOL },
    { now },
  );
  await publishChanged(admin, clinician, { planId, revision }, now, everyDay);
  return planId;
}
