import { createHash, createHmac, randomBytes } from "node:crypto";
import { env } from "@/lib/core/env";

/** A new secret for a cookie or a link: 256 random bits, base64url. Only its hash is ever stored. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** SHA-256 in hex: what the database knows a token by, and the identity statements run under. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The identity of the doors that are open before anybody is signed in. */
export function doorIdentity(): string {
  return hashToken(env().DOOR_SECRET);
}

/** The identity of one clinic's system actor. */
export function systemIdentity(clinicId: string): string {
  return hashToken(createHmac("sha256", env().APP_SECRET).update(`system:${clinicId}`).digest("base64url"));
}

/** The key that tries at an account are counted under: a keyed hash, so that the table names nobody. */
export function attemptKey(purpose: "password" | "code" | "reset" | "invitation", subject: string): string {
  return createHmac("sha256", env().APP_SECRET).update(`${purpose}:${subject}`).digest("hex");
}

/**
 * The secret of the link that turns a patient's reminders by mail off. The same in every mail, so that the link of an old one still works;
 * the database knows its hash alone, and without APP_SECRET nobody can work it out.
 */
export function reminderOffToken(clinicId: string, patientId: string): string {
  return createHmac("sha256", env().APP_SECRET).update(`reminders-off:${clinicId}:${patientId}`).digest("base64url");
}
