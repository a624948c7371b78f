import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { disableMember } from "@/lib/identity/commands/disable-member";
import { enableMember } from "@/lib/identity/commands/enable-member";
import { inviteMember } from "@/lib/identity/commands/invite-member";
import { withdrawInvitation } from "@/lib/identity/commands/withdraw-invitation";
import { listMembers, readInvitation } from "@/lib/identity/queries";
import { mailTo, trailOf } from "@/tests/support/accounts";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, makePerson, type TestClinic } from "@/tests/support/clinic";

const NOW = new Date("2026-03-10T10:00:00Z");
const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000);

const database = testDatabase();
let clinic: TestClinic;
let elsewhere: TestClinic;
beforeEach(async () => {
  clinic = await makeClinic(database.admin());
  elsewhere = await makeClinic(database.admin());
});

const invitation = (changes: object = {}) => ({
  id: newId(),
  name: "Nadia Osei",
  email: `nadia.${newId()}@example.test`,
  role: "clinician",
  ...changes,
});

describe("inviting somebody to work here", () => {
  test("writes an open invitation for seven days, its mail and its audit row", async () => {
    const input = invitation();
    expect(await inviteMember.execute(clinic.admin, input, { now: NOW })).toEqual({ invitationId: input.id });
    const mail = await mailTo(database.admin(), input.email);
    expect(mail).toMatchObject({ kind: "invitation" });
    expect(mail.body).toContain("Tuesday 17 March 2026");
    expect(await readInvitation(mail.token, days(6.99))).toMatchObject({
      state: "open",
      name: input.name,
      role: "clinician",
    });
    expect(await readInvitation(mail.token, days(7))).toMatchObject({ state: "expired" });
    expect(await trailOf(database.admin(), clinic.id, input.id)).toEqual(["identity.invite-member"]);
  });

  test("the same form sent again sends no second mail, and with another body it is a conflict", async () => {
    const input = invitation();
    await inviteMember.execute(clinic.admin, input, { now: NOW });
    expect(await inviteMember.execute(clinic.admin, input, { now: NOW })).toEqual({ invitationId: input.id });
    expect(await database.admin()`select id from outbox where to_address = ${input.email}`).toHaveLength(1);
    await expect(inviteMember.execute(clinic.admin, { ...input, role: "admin" }, { now: NOW })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("again, it closes the link sent before", async () => {
    const first = invitation();
    await inviteMember.execute(clinic.admin, first, { now: NOW });
    const before = await mailTo(database.admin(), first.email);
    await inviteMember.execute(clinic.admin, { ...first, id: newId() }, { now: days(1) });
    expect(await readInvitation(before.token, days(1))).toMatchObject({ state: "withdrawn" });
  });

  test("is refused at the field for somebody who works here in that role, switched off or not", async () => {
    const [row] = await database.admin()`select email from memberships where id = ${clinic.clinician.memberId}`;
    const again = invitation({ email: String(row?.email).toUpperCase() });
    await expect(inviteMember.execute(clinic.admin, again)).rejects.toMatchObject({
      fieldErrors: { email: "Somebody with this address already works here in this role." },
    });
    await disableMember.execute(clinic.admin, { memberId: clinic.clinician.memberId });
    await expect(inviteMember.execute(clinic.admin, again)).rejects.toMatchObject({ code: "invalid" });
    await inviteMember.execute(clinic.admin, { ...again, role: "admin" });
    await inviteMember.execute(elsewhere.admin, { ...again, id: newId() });
  });

  test.each([
    [{ name: "" }, "name"],
    [{ name: "x".repeat(1_000_000) }, "name"],
    [{ email: "nobody" }, "email"],
    [{ role: "patient" }, "role"],
    [{ role: "owner" }, "role"],
    [{ clinicId: "01890a5d-ac96-774b-bcce-b302099a8057" }, ""],
  ])("bad input is refused at its field (%#)", async (changes, field) => {
    const refusal = await inviteMember.execute(clinic.admin, invitation(changes)).catch((error) => error);
    expect(refusal).toMatchObject({ code: "invalid" });
    expect(Object.keys(refusal.fieldErrors)).toEqual([field]);
  });

  test("is for administrators", async () => {
    for (const person of [clinic.clinician, clinic.patient]) {
      await expect(inviteMember.execute(person, invitation())).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});

describe("withdrawing an invitation", () => {
  test("closes its link, twice as well as once, and leaves an audit row", async () => {
    const input = invitation();
    await inviteMember.execute(clinic.admin, input, { now: NOW });
    const mail = await mailTo(database.admin(), input.email);
    await withdrawInvitation.execute(clinic.admin, { invitationId: input.id }, { now: days(1) });
    await withdrawInvitation.execute(clinic.admin, { invitationId: input.id }, { now: days(2) });
    expect(await readInvitation(mail.token, days(1))).toMatchObject({ state: "withdrawn" });
    expect(await trailOf(database.admin(), clinic.id, input.id)).toContain("identity.withdraw-invitation");
    const { invitations } = await listMembers(clinic.admin, { search: "" }, { now: days(2) });
    expect(invitations.map(({ id, state }) => ({ id, state }))).toEqual([{ id: input.id, state: "withdrawn" }]);
  });

  test("of another clinic is as if it never was", async () => {
    const input = invitation();
    await inviteMember.execute(clinic.admin, input);
    for (const invitationId of [input.id, newId()]) {
      await expect(withdrawInvitation.execute(elsewhere.admin, { invitationId })).rejects.toMatchObject({
        code: "not-found",
        message: "We could not find that.",
      });
    }
    await expect(withdrawInvitation.execute(clinic.clinician, { invitationId: input.id })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("switching access off and on", () => {
  test("is written on the member and in the trail", async () => {
    const memberId = clinic.patient.memberId;
    await disableMember.execute(clinic.admin, { memberId });
    expect((await listMembers(clinic.admin, { search: "" })).patients.find((row) => row.id === memberId)?.isOn).toBe(
      false,
    );
    await enableMember.execute(clinic.admin, { memberId });
    expect((await listMembers(clinic.admin, { search: "" })).patients.find((row) => row.id === memberId)?.isOn).toBe(
      true,
    );
    expect(await trailOf(database.admin(), clinic.id, memberId)).toEqual([
      "identity.disable-member",
      "identity.enable-member",
    ]);
  });

  test("cannot be done to oneself", async () => {
    await expect(disableMember.execute(clinic.admin, { memberId: clinic.admin.memberId })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("by two administrators of each other at the same moment leaves one of them", async () => {
    const admin = database.admin();
    const second = await makePerson(admin, clinic.id, "admin", { name: "Bea Admin" });
    const pairs = [
      [clinic.admin, second],
      [second, clinic.admin],
    ] as const;
    // Both are let through as far as the trail before either can finish.
    const outcomes = await admin.begin(async (tx) => {
      await tx`select from audit_heads where clinic_id = ${clinic.id} for update`;
      const both = Promise.allSettled(
        pairs.map(([actor, other]) => disableMember.execute(actor, { memberId: other.memberId })),
      );
      await expect
        .poll(() => admin`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)
        .toHaveLength(2);
      return { both };
    });
    const codes = (await outcomes.both).map((outcome) => outcome.status);
    expect(codes.sort()).toEqual(["fulfilled", "rejected"]);
    const left = await admin`select id from memberships
      where clinic_id = ${clinic.id} and role = 'admin' and disabled_at is null`;
    expect(left).toHaveLength(1);
  });

  test.each([disableMember, enableMember])("is for the clinic's own administrators (%#)", async (change) => {
    for (const memberId of [clinic.clinician.memberId, newId()]) {
      await expect(change.execute(elsewhere.admin, { memberId })).rejects.toMatchObject({ code: "not-found" });
    }
    for (const person of [clinic.clinician, clinic.patient]) {
      await expect(change.execute(person, { memberId: clinic.otherPatient.memberId })).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    await expect(change.execute(clinic.admin, { memberId: "not an id" })).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("the list of members", () => {
  test("has this clinic's people by name and e-mail, and marks oneself", async () => {
    const { staff, patients, hasMorePatients } = await listMembers(clinic.admin, { search: "" });
    expect(staff.map(({ name, role, isSelf }) => [name, role, isSelf])).toEqual([
      ["Ade Admin", "admin", true],
      ["Casey Clinician", "clinician", false],
    ]);
    expect(patients.map((row) => Object.keys(row).sort())).toEqual(
      Array(2).fill(["email", "id", "isOn", "isSelf", "name", "role"]),
    );
    expect(hasMorePatients).toBe(false);
  });

  test("finds patients by a part of the name, taking signs literally", async () => {
    expect((await listMembers(clinic.admin, { search: "oth" })).patients.map((row) => row.name)).toEqual(["Oli Other"]);
    expect((await listMembers(clinic.admin, { search: "%" })).patients).toEqual([]);
    expect((await listMembers(clinic.admin, { search: "o\u0000th" })).patients.map((row) => row.name)).toEqual([
      "Oli Other",
    ]);
  });

  test("is for administrators", async () => {
    for (const person of [clinic.clinician, clinic.patient]) {
      await expect(listMembers(person, { search: "" })).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});
