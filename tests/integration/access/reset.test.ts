import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { changePassword } from "@/lib/access/commands/change-password";
import { requestReset } from "@/lib/access/commands/request-reset";
import { resetPassword } from "@/lib/access/commands/reset-password";
import { readResetLink } from "@/lib/access/reset-link";
import { newToken } from "@/lib/access/tokens";
import { enter, givePassword, mailTo, PASSWORD, personOf } from "@/tests/support/accounts";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";

const database = testDatabase();
let clinic: TestClinic;
let email: string;
beforeAll(async () => {
  clinic = await makeClinic(database.admin());
});
beforeEach(async () => {
  await database.admin()`delete from sign_in_attempts`;
  email = await givePassword(database.admin(), clinic.clinician);
});

const mails = async (to: string) =>
  (await database.admin()`select id from outbox where to_address = ${to} and kind = 'password-reset'`).length;

describe("asking for a link", () => {
  test("answers alike for a real and an invented address, and writes to the real one only", async () => {
    const before = await mails(email);
    expect(await requestReset.execute({ email })).toEqual(await requestReset.execute({ email: "nobody@example.test" }));
    expect(await mails(email)).toBe(before + 1);
    expect(await mails("nobody@example.test")).toBe(0);
    const { subject, body, token } = await mailTo(database.admin(), email);
    expect(subject).toBe("Set a new password");
    expect(body).toContain(`/reset/${token}`);
  });

  test("stores the hash of the link's secret, never the secret", async () => {
    await requestReset.execute({ email });
    const { token } = await mailTo(database.admin(), email);
    const rows = await database.admin()`select token_hash from password_resets where token_hash = ${token}`;
    expect(rows).toHaveLength(0);
  });

  test("sends at most five an hour, and answers the same after", async () => {
    const before = await mails(email);
    for (let asked = 0; asked < 7; asked += 1) expect(await requestReset.execute({ email })).toEqual({});
    expect(await mails(email)).toBe(before + 5);
  });

  test("refuses what is no address at the field", async () => {
    await expect(requestReset.execute({ email: "x".repeat(1_000_000) })).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { email: "At most 254 characters." },
    });
  });
});

describe("using a link", () => {
  const fresh = async () => {
    await requestReset.execute({ email });
    return (await mailTo(database.admin(), email)).token;
  };

  test("works once: of fifty at the same moment, one", async () => {
    const token = await fresh();
    expect(await readResetLink(token)).toBe("open");
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        resetPassword.execute({ token, password: `basket ember quartz ${index}` }),
      ),
    );
    expect(answers.filter((answer) => answer.state === "done")).toHaveLength(1);
    expect(answers.filter((answer) => answer.state === "used")).toHaveLength(49);
    expect(await readResetLink(token)).toBe("used");
    const winner = answers.findIndex((answer) => answer.state === "done");
    expect((await personOf(await enter(email, `basket ember quartz ${winner}`))).memberId).toBe(
      clinic.clinician.memberId,
    );
  });

  test("closes an hour later, and every earlier link closes with the first that is used", async () => {
    const [old, late] = [await fresh(), await fresh()];
    await database.admin()`update password_resets set expires_at = now() - interval '1 second'
      where token_hash = encode(sha256(convert_to(${late}, 'UTF8')), 'hex')`;
    expect(await resetPassword.execute({ token: late, password: "basket ember quartz" })).toEqual({ state: "expired" });
    const current = await fresh();
    expect(await resetPassword.execute({ token: current, password: "basket ember quartz" })).toEqual({ state: "done" });
    expect(await resetPassword.execute({ token: old, password: "basket ember quartz" })).toEqual({ state: "used" });
  });

  test("closes when the password is changed in another way", async () => {
    const token = await fresh();
    const person = await personOf(await enter(email));
    await changePassword.execute(person, { currentPassword: PASSWORD, newPassword: "basket ember quartz" });
    expect(await resetPassword.execute({ token, password: "window tulip harbour" })).toEqual({ state: "used" });
  });

  test("an invented link opens nothing, and a poor password is refused before the link is used", async () => {
    expect(await resetPassword.execute({ token: newToken(), password: "basket ember quartz" })).toEqual({
      state: "unknown",
    });
    const token = await fresh();
    await expect(resetPassword.execute({ token, password: "short" })).rejects.toMatchObject({ code: "invalid" });
    expect(await readResetLink(token)).toBe("open");
  });
});
