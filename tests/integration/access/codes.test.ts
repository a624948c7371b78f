import { TOTP } from "otpauth";
import { beforeEach, describe, expect, test } from "vitest";
import type { Person } from "@/lib/access/actor";
import { confirmCode } from "@/lib/access/commands/confirm-code";
import { giveCode } from "@/lib/access/commands/give-code";
import { removeCode } from "@/lib/access/commands/remove-code";
import { setUpCode } from "@/lib/access/commands/set-up-code";
import { getOwnAccess } from "@/lib/access/queries";
import { resumeSession } from "@/lib/access/resume";
import { newToken } from "@/lib/access/tokens";
import { enter, givePassword, PASSWORD, personOf, trailOf } from "@/tests/support/accounts";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";

const SET_UP = new Date("2026-03-10T10:00:00Z");
const LATER = new Date("2026-03-10T10:05:00Z");

const database = testDatabase();
let clinic: TestClinic;
let email: string;
let person: Person;
beforeEach(async () => {
  clinic = await makeClinic(database.admin());
  email = await givePassword(database.admin(), clinic.admin);
  person = clinic.admin;
});

const codeOf = (secret: string, at: Date) => new TOTP({ secret }).generate({ timestamp: at.getTime() });

/** Turns codes on and gives the secret and the recovery codes. */
async function turnOn() {
  const { secret } = await setUpCode.execute(person, {});
  const { recoveryCodes } = await confirmCode.execute(person, { code: codeOf(secret, SET_UP) }, { now: SET_UP });
  return { secret, recoveryCodes };
}

const give = (token: string, code: string, now = LATER) => giveCode.execute({ token, code }, { now });

describe("setting up", () => {
  test("does nothing until a code is confirmed, and the secret is stored encrypted", async () => {
    const { secret, address } = await setUpCode.execute(person, {});
    expect(address).toContain(encodeURIComponent(email));
    expect((await resumeSession(await enter(email))).state).toBe("live");
    const [row] =
      await database.admin()`select secret_encrypted, confirmed_at from one_time_code_secrets where account_id = ${person.accountId}`;
    expect(row?.confirmed_at).toBeNull();
    expect(row?.secret_encrypted).not.toContain(secret);
    await expect(confirmCode.execute(person, { code: "000000" }, { now: new Date(0) })).rejects.toMatchObject({
      code: "invalid",
    });
  });

  test("gives ten recovery codes once, stored as hashes, and the trail has both steps", async () => {
    const { recoveryCodes } = await turnOn();
    expect(recoveryCodes).toHaveLength(10);
    const stored = await database.admin()`select code_hash from recovery_codes where account_id = ${person.accountId}`;
    for (const { code_hash } of stored) expect(recoveryCodes).not.toContain(code_hash);
    expect(await trailOf(database.admin(), clinic.id, person.accountId)).toEqual([
      "access.set-up-code",
      "access.confirm-code",
    ]);
    expect((await getOwnAccess(person, {})).codes).toEqual({ isOn: true, recoveryCodesLeft: 10 });
    await expect(setUpCode.execute(person, {})).rejects.toMatchObject({ code: "conflict" });
    await expect(confirmCode.execute(person, { code: "123456" })).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("with codes on", () => {
  test("a password alone opens a session without any role; the code opens a new one and the pending token dies", async () => {
    const { secret } = await turnOn();
    const pending = await enter(email);
    expect(await resumeSession(pending)).toEqual({ state: "pending" });
    const signedIn = await give(pending, codeOf(secret, LATER));
    expect(signedIn?.token).not.toBe(pending);
    expect((await personOf(signedIn?.token ?? "")).memberId).toBe(person.memberId);
    expect(await resumeSession(pending)).toEqual({ state: "none" });
    await expect(give(pending, codeOf(secret, LATER))).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("one code opens one door: not twice, not by fifty at once, not the one that turned codes on", async () => {
    const { secret } = await turnOn();
    expect(await give(await enter(email), codeOf(secret, SET_UP), SET_UP)).toBeNull();
    const doors = await Promise.all(Array.from({ length: 5 }, () => enter(email)));
    const answers = await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) => give(doors[index % doors.length] ?? "", codeOf(secret, LATER))),
    );
    expect(answers.filter((answer) => answer.status === "fulfilled" && answer.value !== null)).toHaveLength(1);
    await database.admin()`delete from sign_in_attempts`;
    expect(await give(await enter(email), codeOf(secret, LATER))).toBeNull();
  });

  test("a recovery code opens once, also of fifty at once", async () => {
    const { recoveryCodes } = await turnOn();
    const [first = "", second = ""] = recoveryCodes;
    const signedIn = await give(await enter(email), first.toUpperCase().replace("-", " "));
    expect((await personOf(signedIn?.token ?? "")).memberId).toBe(person.memberId);
    expect(await give(await enter(email), first)).toBeNull();
    expect((await getOwnAccess(person, {})).codes.recoveryCodesLeft).toBe(9);
    await database.admin()`delete from sign_in_attempts`;
    const doors = await Promise.all(Array.from({ length: 5 }, () => enter(email)));
    const answers = await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) => give(doors[index % doors.length] ?? "", second)),
    );
    expect(answers.filter((answer) => answer.status === "fulfilled" && answer.value !== null)).toHaveLength(1);
  });

  test("guessing stops after ten tries, over however many sessions", async () => {
    await turnOn();
    for (let tries = 0; tries < 10; tries += 1) expect(await give(await enter(email), "000000")).toBeNull();
    await expect(give(await enter(email), "000000")).rejects.toMatchObject({ code: "too-many" });
  });

  test("without a pending session there is nothing to complete", async () => {
    const { secret } = await turnOn();
    await expect(give(newToken(), codeOf(secret, LATER))).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

describe("turning off", () => {
  test("asks for the password, and then a password is enough", async () => {
    await turnOn();
    await expect(removeCode.execute(person, { password: "not my password" })).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { password: "This is not your password." },
    });
    await removeCode.execute(person, { password: PASSWORD });
    expect((await resumeSession(await enter(email))).state).toBe("live");
    expect(await database.admin()`select id from recovery_codes where account_id = ${person.accountId}`).toHaveLength(
      0,
    );
    expect((await trailOf(database.admin(), clinic.id, person.accountId)).at(-1)).toBe("access.remove-code");
  });

  test("is one's own: nobody turns off somebody else's", async () => {
    await turnOn();
    await givePassword(database.admin(), clinic.clinician);
    await removeCode.execute(clinic.clinician, { password: PASSWORD });
    expect((await getOwnAccess(person, {})).codes.isOn).toBe(true);
  });
});
