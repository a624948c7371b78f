import { beforeEach, describe, expect, test } from "vitest";
import type { Person } from "@/lib/access/actor";
import { changePassword } from "@/lib/access/commands/change-password";
import { requestReset } from "@/lib/access/commands/request-reset";
import { resetPassword } from "@/lib/access/commands/reset-password";
import { signOut } from "@/lib/access/commands/sign-out";
import { signOutEverywhere } from "@/lib/access/commands/sign-out-everywhere";
import { switchMembership } from "@/lib/access/commands/switch-membership";
import { getOwnAccess } from "@/lib/access/queries";
import { resumeSession } from "@/lib/access/resume";
import { hashToken } from "@/lib/access/tokens";
import { newId } from "@/lib/core/ids";
import { disableMember } from "@/lib/identity/commands/disable-member";
import { enableMember } from "@/lib/identity/commands/enable-member";
import { enter, givePassword, mailTo, PASSWORD, personOf, trailOf } from "@/tests/support/accounts";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";

const database = testDatabase();
let clinic: TestClinic;
let email: string;
let token: string;
let person: Person;
beforeEach(async () => {
  clinic = await makeClinic(database.admin());
  email = await givePassword(database.admin(), clinic.clinician);
  token = await enter(email);
  person = await personOf(token);
});

const stateOf = async (of: string) => (await resumeSession(of)).state;

/** A second place of the same account, made straight in the tables. */
async function secondPlace(of: Person, where: TestClinic, role: string): Promise<string> {
  const id = newId();
  await database.admin()`insert into memberships (clinic_id, id, account_id, role, name, email)
    values (${where.id}, ${id}, ${of.accountId}, ${role}, 'Second place', ${email})`;
  return id;
}

describe("a cookie kept by somebody else is worth nothing on the next request after", () => {
  test("sign-out, and only the one signed out ends", async () => {
    const other = await enter(email);
    await signOut.execute(person, {});
    expect(await stateOf(token)).toBe("none");
    expect(await stateOf(other)).toBe("live");
    expect(await trailOf(database.admin(), clinic.id, person.sessionId)).toEqual(["access.sign-in", "access.sign-out"]);
    await expect(signOut.execute(person, {})).rejects.toMatchObject({ code: "not-found" });
  });

  test("sign out everywhere, in every clinic", async () => {
    const elsewhere = await makeClinic(database.admin());
    await secondPlace(person, elsewhere, "clinician");
    const other = await enter(email);
    await signOutEverywhere.execute(person, {});
    expect([await stateOf(token), await stateOf(other)]).toEqual(["none", "none"]);
    expect(await trailOf(database.admin(), clinic.id, person.accountId)).toEqual(["access.sign-out-everywhere"]);
    expect((await personOf(await enter(email))).accountId).toBe(person.accountId);
  });

  test("a password reset", async () => {
    await requestReset.execute({ email });
    const mail = await mailTo(database.admin(), email);
    expect(await resetPassword.execute({ token: mail.token, password: "basket ember quartz" })).toEqual({
      state: "done",
    });
    expect(await stateOf(token)).toBe("none");
    expect(await trailOf(database.admin(), clinic.id, person.accountId)).toEqual(["access.reset-password"]);
  });

  test("being disabled; being enabled again does not wake it", async () => {
    await disableMember.execute(clinic.admin, { memberId: person.memberId });
    expect(await stateOf(token)).toBe("none");
    await enableMember.execute(clinic.admin, { memberId: person.memberId });
    expect(await stateOf(token)).toBe("none");
    expect(await stateOf(await enter(email))).toBe("live");
  });

  test("a change of place: the new token is another one, of the other role", async () => {
    const membershipId = await secondPlace(person, clinic, "admin");
    const moved = await switchMembership.execute(person, { clinicId: clinic.id, membershipId });
    expect(moved.role).toBe("admin");
    expect(moved.token).not.toBe(token);
    expect(await stateOf(token)).toBe("none");
    expect(await personOf(moved.token)).toMatchObject({ memberId: membershipId, role: "admin" });
    expect(await trailOf(database.admin(), clinic.id, person.sessionId)).toContain("access.switch-membership");
  });

  test("a change of the password ends every other session and not this one", async () => {
    const other = await enter(email);
    await changePassword.execute(person, { currentPassword: PASSWORD, newPassword: "basket ember quartz" });
    expect([await stateOf(token), await stateOf(other)]).toEqual(["live", "none"]);
    expect(await trailOf(database.admin(), clinic.id, person.accountId)).toEqual(["access.change-password"]);
    await expect(enter(email)).rejects.toThrow();
    expect(await stateOf(await enter(email, "basket ember quartz"))).toBe("live");
  });
});

describe("a session ends by itself", () => {
  const age = (column: "last_seen_at" | "expires_at", by: string, of = token) =>
    database.admin()`update sessions set ${database.admin()(column)} = now() + ${by}::interval where token_hash = ${hashToken(of)}`;

  test("for staff after an hour without a request, and each request begins the hour anew", async () => {
    await age("last_seen_at", "-59 minutes");
    expect(await stateOf(token)).toBe("live");
    await age("last_seen_at", "-59 minutes");
    expect(await stateOf(token)).toBe("live");
    await age("last_seen_at", "-61 minutes");
    expect(await stateOf(token)).toBe("none");
  });

  test("for staff twelve hours after signing in, whatever they do", async () => {
    const [row] =
      await database.admin()`select extract(epoch from expires_at - created_at)::int as seconds, idle_seconds
      from sessions where token_hash = ${hashToken(token)}`;
    expect(row).toEqual({ seconds: 12 * 60 * 60, idle_seconds: 3600 });
    await age("expires_at", "-1 second");
    expect(await stateOf(token)).toBe("none");
  });

  test("for a patient thirty days after signing in, and not for a quiet week", async () => {
    const own = await enter(await givePassword(database.admin(), clinic.patient));
    await age("last_seen_at", "-7 days", own);
    expect(await stateOf(own)).toBe("live");
    const [row] = await database.admin()`select extract(epoch from expires_at - created_at)::int as seconds
      from sessions where token_hash = ${hashToken(own)}`;
    expect(row?.seconds).toBe(30 * 24 * 60 * 60);
    await age("expires_at", "-1 second", own);
    expect(await stateOf(own)).toBe("none");
  });

  test("no later for going from place to place", async () => {
    const membershipId = await secondPlace(person, clinic, "admin");
    await age("expires_at", "5 minutes");
    const moved = await switchMembership.execute(person, { clinicId: clinic.id, membershipId });
    const [row] = await database.admin()`select expires_at < now() + interval '6 minutes' as soon from sessions
      where token_hash = ${hashToken(moved.token)}`;
    expect(row?.soon).toBe(true);
  });
});

describe("one's own places and sessions", () => {
  test("are listed, with this session marked, and nobody else's", async () => {
    await enter(email);
    const elsewhere = await makeClinic(database.admin());
    const membershipId = await secondPlace(person, elsewhere, "patient");
    const access = await getOwnAccess(person, {});
    expect(access.email).toBe(email);
    expect(access.sessions.filter((session) => session.isCurrent).map((session) => session.id)).toEqual([
      person.sessionId,
    ]);
    expect(access.sessions.length).toBe(3);
    expect(access.places.map((place) => place.membershipId).sort()).toEqual([person.memberId, membershipId].sort());
    expect(access.codes).toEqual({ isOn: false, recoveryCodesLeft: 0 });
  });

  test("leave out what has ended, idle ones too", async () => {
    const idle = await enter(email);
    await database.admin()`update sessions set last_seen_at = now() - interval '2 hours' where token_hash = ${hashToken(idle)}`;
    const gone = await personOf(await enter(email));
    await signOut.execute(gone, {});
    const { sessions } = await getOwnAccess(person, {});
    expect(sessions.map((session) => session.id)).not.toContain(gone.sessionId);
    expect(sessions.length).toBe(2);
  });

  test("somebody else's place is as if it never was", async () => {
    const refused = [clinic.admin.memberId, newId()].map((membershipId) =>
      switchMembership.execute(person, { clinicId: clinic.id, membershipId }).catch((error: unknown) => error),
    );
    const [foreign, invented] = await Promise.all(refused);
    expect(foreign).toEqual(invented);
    expect(foreign).toMatchObject({ code: "not-found" });
    expect(await stateOf(token)).toBe("live");
  });
});

describe("changing the password", () => {
  test.each([
    [{ currentPassword: "not my password", newPassword: "basket ember quartz" }, "currentPassword"],
    [{ currentPassword: PASSWORD, newPassword: "too short" }, "newPassword"],
    [{ currentPassword: PASSWORD, newPassword: PASSWORD }, "newPassword"],
    [{ currentPassword: "", newPassword: "basket ember quartz" }, "currentPassword"],
    [
      {
        currentPassword: PASSWORD,
        newPassword: "basket ember quartz",
        accountId: "01890a5d-ac96-774b-bcce-b302099a8057",
      },
      "",
    ],
  ])("%j is refused at the field", async (input, field) => {
    const refusal = changePassword.execute(person, input);
    await expect(refusal).rejects.toMatchObject({ code: "invalid" });
    expect(Object.keys((await refusal.catch((error) => error)).fieldErrors)).toEqual([field]);
    expect(await stateOf(await enter(email))).toBe("live");
  });

  test("stops after ten wrong guesses at the current one, and the owner can still sign in", async () => {
    const guess = () =>
      changePassword.execute(person, { currentPassword: "no no no", newPassword: "basket ember quartz" });
    for (let tries = 0; tries < 10; tries += 1) await expect(guess()).rejects.toMatchObject({ code: "invalid" });
    await expect(guess()).rejects.toMatchObject({ code: "too-many" });
    expect(await stateOf(await enter(email))).toBe("live");
  });
});
