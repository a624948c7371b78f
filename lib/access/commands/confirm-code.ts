import { and, eq, isNull } from "drizzle-orm";
import { oneTimeCodeSecrets, recoveryCodes } from "@/db/schema/access";
import { command } from "@/lib/core/command";
import { env } from "@/lib/core/env";
import { AppError, invalidField } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { decrypt } from "../encryption";
import { codeStep, hashRecoveryCode, newRecoveryCodes } from "../one-time-code";
import { confirmCodeSchema } from "../schemas";

/**
 * Turns one-time codes on, once the person shows a right one, and gives ten recovery codes: the only time anybody sees them.
 * That one code is then used up and opens no door.
 */
export const confirmCode = command({
  can: "access.confirm-code",
  input: confirmCodeSchema,
  async run({ tx, actor, now, input, audit }) {
    const unconfirmed = and(eq(oneTimeCodeSecrets.accountId, actor.accountId), isNull(oneTimeCodeSecrets.confirmedAt));
    const [kept] = await tx
      .select({ secretEncrypted: oneTimeCodeSecrets.secretEncrypted })
      .from(oneTimeCodeSecrets)
      .where(unconfirmed)
      .for("update");
    if (!kept) throw new AppError("conflict", { message: "There is no set-up to finish. Please start again." });
    const step = codeStep(decrypt(kept.secretEncrypted, actor.accountId), input.code, now);
    if (step === null) {
      throw invalidField("code", "This code does not fit. Wait for the next one, and check the time on your phone.");
    }
    await tx.update(oneTimeCodeSecrets).set({ confirmedAt: now, lastStep: step }).where(unconfirmed);
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, actor.accountId));
    const codes = newRecoveryCodes();
    await tx.insert(recoveryCodes).values(
      codes.map((code) => ({
        id: newId(),
        accountId: actor.accountId,
        codeHash: hashRecoveryCode(code, env().APP_SECRET),
      })),
    );
    audit({ subjectType: "account", subjectId: actor.accountId });
    return { recoveryCodes: codes };
  },
});
