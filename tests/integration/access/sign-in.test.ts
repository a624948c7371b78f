import { beforeAll, describe, expect, test } from "vitest";
import { requestReset } from "@/lib/access/commands/request-reset";
import { resetPassword } from "@/lib/access/commands/reset-password";
import { signIn } from "@/lib/access/commands/sign-in";
import { hashPassword } from "@/lib/access/passwords";
import { resumeSession } from "@/lib/access/resume";
import { enter, givePassword, mailTo, PASSWORD, personOf, trailOf } from "@/tests/support/accounts";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";

const database = testDatabase();
let clinic: TestClinic;
beforeAll(async () => {
  clinic = await makeClinic(database.admin());
});

const attempt = (email: string, password: string) => signIn.execute({ email, password, device: "Firefox on Linux" });

describe("signing in", () => {
  test("opens a session that resumes as that person, and the trail has it", async () => {
    const email = await givePassword(database.admin(), clinic.clinician);
    const person = await personOf(await enter(` ${email.toUpperCase()} `));
    expect(person).toMatchObject({ memberId: clinic.clinician.memberId, role: "clinician", clinicId: clinic.id });
    expect(await trailOf(database.admin(), clinic.id, person.sessionId)).toEqual(["access.sign-in"]);
  });

  test("answers a wrong password and an invented address alike", async () => {
    const email = await givePassword(database.admin(), clinic.admin);
    expect(await attempt(email, "lantern otter eight")).toBeNull();
    expect(await attempt("nobody.at.all@example.test", PASSWORD)).toBeNull();
    expect(await attempt(email, "")).toBeNull();
  });

  test("stops after ten tries at one address, right or wrong, real or invented; a reset lets the owner in at once", async () => {
    const email = await givePassword(database.admin(), clinic.patient);
    for (const address of [email, "invented@example.test"]) {
      for (let tries = 0; tries < 10; tries += 1) expect(await attempt(address, "wrong wrong wrong")).toBeNull();
      await expect(attempt(address, "wrong wrong wrong")).rejects.toMatchObject({ code: "too-many" });
    }
    await expect(attempt(email, PASSWORD)).rejects.toMatchObject({ code: "too-many" });
    await requestReset.execute({ email });
    const { token } = await mailTo(database.admin(), email);
    expect(await resetPassword.execute({ token, password: "basket ember quartz" })).toEqual({ state: "done" });
    expect((await personOf(await enter(email, "basket ember quartz"))).memberId).toBe(clinic.patient.memberId);
  });

  test("counts at most ten of many tries at once", async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 30 }, () => attempt("crowd@example.test", "wrong wrong wrong")),
    );
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(10);
  });

  test("is refused to a disabled member, as if the password were wrong", async () => {
    const email = await givePassword(database.admin(), clinic.otherPatient);
    await database.admin()`update memberships set disabled_at = now() where id = ${clinic.otherPatient.memberId}`;
    expect(await attempt(email, PASSWORD)).toBeNull();
  });
});

test("passwords are stored as argon2id, 47104 KiB, one pass, one lane, each with its own salt", async () => {
  const [first, second] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)]);
  const form = /^\$argon2id\$v=19\$m=47104,t=1,p=1\$([A-Za-z0-9+/]{22,})\$[A-Za-z0-9+/]{43}$/;
  expect(form.exec(first)?.[1]).not.toBe(form.exec(second)?.[1]);
  await givePassword(database.admin(), clinic.clinician);
  const [stored] = await database.admin()`select password_hash from accounts where id = ${clinic.clinician.accountId}`;
  expect(stored?.password_hash).toMatch(form);
});

test("a token that never was, an empty one and none are no session", async () => {
  for (const token of [undefined, "", "x", "a".repeat(43)]) {
    expect(await resumeSession(token)).toEqual({ state: "none" });
  }
});
