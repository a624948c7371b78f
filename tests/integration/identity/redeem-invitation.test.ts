import { beforeEach, describe, expect, test } from "vitest";
import { signIn } from "@/lib/access/commands/sign-in";
import { newToken } from "@/lib/access/tokens";
import { newId } from "@/lib/core/ids";
import { addPatient } from "@/lib/identity/commands/add-patient";
import { inviteMember } from "@/lib/identity/commands/invite-member";
import { invitePatient } from "@/lib/identity/commands/invite-patient";
import { redeemInvitation } from "@/lib/identity/commands/redeem-invitation";
import { withdrawInvitation } from "@/lib/identity/commands/withdraw-invitation";
import { readInvitation } from "@/lib/identity/queries";
import { enter, givePassword, mailTo, PASSWORD, personOf, trailOf } from "@/tests/support/accounts";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";

const NOW = new Date("2026-03-10T10:00:00Z");
const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000);

const database = testDatabase();
let clinic: TestClinic;
beforeEach(async () => {
  clinic = await makeClinic(database.admin());
});

/** An invitation of staff, and the token of its mail. */
async function invited(email = `nadia.${newId()}@example.test`) {
  const id = newId();
  await inviteMember.execute(clinic.admin, { id, name: "Nadia Osei", email, role: "clinician" }, { now: NOW });
  return { id, email, token: (await mailTo(database.admin(), email)).token };
}

const redeem = (token: string, password = PASSWORD, now = NOW) =>
  redeemInvitation.execute({ token, password }, { now });

describe("accepting an invitation", () => {
  test("makes an account that signs in to that clinic in that role, with an audit row", async () => {
    const { id, email, token } = await invited();
    expect(await redeem(token)).toEqual({ state: "done", email });
    expect(await personOf(await enter(email))).toMatchObject({
      clinicId: clinic.id,
      role: "clinician",
      name: "Nadia Osei",
    });
    expect(await trailOf(database.admin(), clinic.id, id)).toEqual([
      "identity.invite-member",
      "identity.redeem-invitation",
    ]);
  });

  test("ties a patient's record to its own account", async () => {
    const id = newId();
    const email = `sam.${newId()}@example.test`;
    const record = {
      id,
      name: "Sam Walker",
      dateOfBirth: "1958-04-23",
      email,
      region: "knee",
      side: "left",
      goal: "To walk to the shops",
      timeZone: "Europe/Lisbon",
    };
    await addPatient.execute(clinic.clinician, record, { now: NOW });
    await invitePatient.execute(clinic.clinician, { id: newId(), patientId: id }, { now: NOW });
    await redeem((await mailTo(database.admin(), email)).token);
    expect(await personOf(await enter(email))).toMatchObject({
      role: "patient",
      patientId: id,
      timeZone: "Europe/Lisbon",
    });
    await expect(invitePatient.execute(clinic.clinician, { id: newId(), patientId: id })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("happens once: of fifty at the same moment, one", async () => {
    const { email, token } = await invited();
    const answers = await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) => redeem(token, `${PASSWORD} ${index}`)),
    );
    const done = answers.flatMap((answer, index) =>
      answer.status === "fulfilled" && answer.value.state === "done" ? [index] : [],
    );
    expect(done).toHaveLength(1);
    expect(await database.admin()`select id from memberships where email = ${email}`).toHaveLength(1);
    expect((await personOf(await enter(email, `${PASSWORD} ${done[0]}`))).role).toBe("clinician");
    expect(await redeem(token)).toEqual({ state: "used" });
  });

  test("asks for the password of the account the address has, and keeps that password", async () => {
    const elsewhere = await makeClinic(database.admin());
    const email = await givePassword(database.admin(), elsewhere.patient);
    const { token } = await invited(email);
    expect(await readInvitation(token, NOW)).toMatchObject({ hasAccount: true });
    await expect(redeem(token, "basket ember quartz")).rejects.toMatchObject({
      fieldErrors: { password: "This is not the password of your account." },
    });
    expect(await readInvitation(token, NOW)).toMatchObject({ state: "open" });
    expect(await redeem(token)).toEqual({ state: "done", email });
    const accounts = await database.admin()`select distinct account_id from memberships where email = ${email}`;
    expect(accounts).toHaveLength(1);
    expect(await signIn.execute({ email, password: "basket ember quartz", device: "" })).toBeNull();
  });

  test("stops guessing at that password after ten tries", async () => {
    const elsewhere = await makeClinic(database.admin());
    const { token } = await invited(await givePassword(database.admin(), elsewhere.patient));
    for (let tries = 0; tries < 10; tries += 1) {
      await expect(redeem(token, "wrong wrong wrong")).rejects.toMatchObject({ code: "invalid" });
    }
    await expect(redeem(token)).rejects.toMatchObject({ code: "too-many" });
  });
});

describe("a link that opens nothing says why and writes nothing", () => {
  test("too old, to the second", async () => {
    const { token } = await invited();
    expect(await redeem(token, PASSWORD, days(7))).toEqual({ state: "expired" });
    expect(await redeem(token, PASSWORD, new Date(days(7).getTime() - 1000))).toMatchObject({ state: "done" });
  });

  test("withdrawn", async () => {
    const { id, token } = await invited();
    await withdrawInvitation.execute(clinic.admin, { invitationId: id }, { now: NOW });
    expect(await redeem(token)).toEqual({ state: "withdrawn" });
  });

  test("invented, one like another", async () => {
    for (const token of [newToken(), "x", "../../etc"]) {
      expect(await redeem(token)).toEqual({ state: "unknown" });
      expect(await readInvitation(token, NOW)).toBeNull();
    }
  });

  test.each([
    ["short", "password"],
    ["password12345", "password"],
    ["x".repeat(1_000_000), "password"],
    ["", "password"],
  ])("and a poor password leaves it open (%#)", async (password, field) => {
    const { token } = await invited();
    const refusal = await redeem(token, password).catch((error) => error);
    expect(Object.keys(refusal.fieldErrors)).toEqual([field]);
    expect(await readInvitation(token, NOW)).toMatchObject({ state: "open" });
  });
});

test("looking at a link changes nothing", async () => {
  const { id, token } = await invited();
  const before = await database.admin()`select * from invitations where id = ${id}`;
  for (let looks = 0; looks < 3; looks += 1) await readInvitation(token, NOW);
  expect(await database.admin()`select * from invitations where id = ${id}`).toEqual(before);
  expect(await trailOf(database.admin(), clinic.id, id)).toEqual(["identity.invite-member"]);
});
