import { beforeAll, expect, test } from "vitest";
import { requestReset } from "@/lib/access/commands/request-reset";
import { newId } from "@/lib/core/ids";
import { inviteMember } from "@/lib/identity/commands/invite-member";
import { hasDemoClinic, listDemoMail } from "@/lib/jobs/queries";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";

const database = testDatabase();
let real: TestClinic;
let demo: TestClinic;
beforeAll(async () => {
  real = await makeClinic(database.admin());
  demo = await makeClinic(database.admin());
});

const invite = (clinic: TestClinic, email: string) =>
  inviteMember.execute(clinic.admin, { id: newId(), name: "Nadia Osei", email, role: "clinician" });

test("there is no page of mail without a demonstration clinic, and with one it has that clinic's mail alone", async () => {
  await invite(real, "real@example.test");
  await invite(demo, "demo@example.test");
  expect(await hasDemoClinic()).toBe(false);
  expect(await listDemoMail()).toBeNull();
  await database.admin()`update clinics set is_demo = true where id = ${demo.id}`;
  expect(await hasDemoClinic()).toBe(true);
  expect((await listDemoMail())?.map((mail) => mail.to)).toEqual(["demo@example.test"]);
});

test("the password link of somebody who works in a real clinic too is never among the demonstration's mail", async () => {
  const admin = database.admin();
  await admin`update clinics set is_demo = true where id = ${demo.id}`;
  const { accountId, memberId } = real.clinician;
  const [account] = await admin`select email from accounts where id = ${accountId}`;
  const email = String(account?.email);
  await admin`insert into memberships (clinic_id, id, account_id, role, name, email)
    values (${demo.id}, ${newId()}, ${accountId}, 'clinician', 'Casey Clinician', ${email})`;
  const clinicsWithMail = async () =>
    (await admin`select clinic_id from outbox where to_address = ${email}`).map((mail) => mail.clinic_id);
  await requestReset.execute({ email });
  expect(await clinicsWithMail()).toEqual([real.id]);
  await admin`update memberships set disabled_at = now() where id = ${memberId}`;
  await requestReset.execute({ email });
  expect(await clinicsWithMail()).toEqual([real.id]);
});
