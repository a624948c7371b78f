import { eq, sql } from "drizzle-orm";
import { asActor } from "@/db/client";
import { accounts } from "@/db/schema/identity";
import { AppError, found, invalidField } from "@/lib/core/errors";
import type { Person } from "./actor";
import { MOST_TRIES, TRY_WINDOW } from "./commands/sign-in";
import { checkPassword } from "./passwords";
import { attemptKey, doorIdentity } from "./tokens";

/**
 * Asks a signed-in person for their password again. Throws AppError invalid at `field` when it is another, too-many after ten
 * tries in fifteen minutes. The tries are counted apart from those at sign-in, so that a stolen session cannot lock its owner out.
 */
export async function confirmOwnPassword(actor: Person, password: string, field: string): Promise<void> {
  const key = attemptKey("password", actor.accountId);
  const [attempt] = await asActor(doorIdentity(), (tx) =>
    tx.execute<{ allowed: boolean }>(
      sql`select app.note_attempt(${key}, ${MOST_TRIES}, ${TRY_WINDOW}::interval) as allowed`,
    ),
  );
  if (!attempt?.allowed) {
    throw new AppError("too-many", { message: "Too many tries. Please wait fifteen minutes." });
  }
  const [account] = await asActor(actor.identity, (tx) =>
    tx.select({ passwordHash: accounts.passwordHash }).from(accounts).where(eq(accounts.id, actor.accountId)),
  );
  if (!(await checkPassword(found(account).passwordHash, password))) {
    throw invalidField(field, "This is not your password.");
  }
  await asActor(doorIdentity(), (tx) => tx.execute(sql`select app.forget_attempts(${key})`));
}
